/** The names by which the way to a person is known in one language. */
export interface Names {
  /** "Ik wil liever iemand spreken". */
  open: string;
  /** What leads out of the opened table: "Terug naar mijn melding". */
  table: readonly string[];
  /** Before the phone: "Ik ben buiten". */
  outside: readonly string[];
}

const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

const shown = (root: ParentNode, selector: string): Element[] =>
  [...root.querySelectorAll(selector)].filter((each) =>
    each.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );

/**
 * Whether this element, in the state that it is in, leads to a person: by "Ik wil liever iemand
 * spreken", by the opened table, or, in danger, by the call links or the button that leads to them.
 * @param emergency what the call links in danger dial: "112", "+31592654321"
 */
export function leadsToPerson(
  element: Element,
  { open, table, outside }: Names,
  emergency: readonly string[],
): boolean {
  const root = element.shadowRoot;
  if (!root) return false;
  const buttons = shown(root, 'button, a[href]').map(words);
  const calls = shown(root, 'a[href^="tel:"]').map((link) => link.getAttribute('href')?.slice(4));
  return (
    buttons.some((name) => name.includes(open)) ||
    buttons.some((name) => table.some((each) => name.includes(each))) ||
    buttons.some((name) => outside.some((each) => name.includes(each))) ||
    calls.some((number) => emergency.includes(number ?? ''))
  );
}
