/** Without it, Excel reads UTF-8 as something else. */
export const BOM = '\uFEFF';

/** What a spreadsheet would take for a formula (OWASP, CSV injection), after spaces as well. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r＝＋－＠|%]/;

/**
 * One line by RFC 4180. A text that a spreadsheet would work out gets an apostrophe before it: a
 * phone number "+31…" then is a text too.
 */
export const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join(',')}\r\n`;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
