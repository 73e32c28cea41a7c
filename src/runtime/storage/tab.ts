/**
 * Small strings that live as long as this tab: the key of the vault and the ids of the drafts. A
 * closed tab loses them, and with them whatever the vault holds. "Dit is mijn eigen telefoon" keeps
 * a copy for 24 hours, so that a closed browser finds everything again.
 */

export const PREFIX = 'keukentafel.';
export const KEPT = `${PREFIX}kept`;
export const DAY = 24 * 60 * 60_000;

interface Kept {
  until: number;
  values: Record<string, string>;
}

/** Stands in where a browser forbids storage: then a reload forgets, and nothing else breaks. */
export const memory = new Map<string, string>();

function readSession(name: string): string | undefined {
  try {
    return memory.get(name) ?? sessionStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return memory.get(name);
  }
}

function writeSession(name: string, value: string | undefined): void {
  memory.delete(name);
  try {
    if (value === undefined) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, value);
  } catch {
    // Forbidden or full.
    if (value !== undefined) memory.set(name, value);
  }
}

export function kept(): Kept | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Kept | null;
    if (stored && stored.until > Date.now()) return stored;
    localStorage.removeItem(KEPT);
  } catch {
    // Forbidden or not ours: as if nothing were kept.
  }
  return undefined;
}

export function keep(values: Record<string, string>): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ until: Date.now() + DAY, values }));
  } catch {
    // Forbidden or full: the tab still has it.
  }
}

/** The value of this tab, or the one that was kept on this device. */
export function readTab(name: string): string | undefined {
  const own = readSession(name);
  if (own !== undefined) return own;
  const value = kept()?.values[name];
  if (value !== undefined) writeSession(name, value);
  return value;
}

/** Where the id of a form's draft is kept. */
export const draftSlot = (form: string): string => `draft.${form}`;

/** This tab, or this device, began such a form before. */
export const hasDraft = (form: string): boolean => readTab(draftSlot(form)) !== undefined;

export function writeTab(name: string, value: string | undefined): void {
  writeSession(name, value);
  const copy = kept();
  if (!copy) return;
  const values = { ...copy.values };
  if (value === undefined) delete values[name];
  else values[name] = value;
  keep(values);
}
