import type { KitElementLike } from './kit-elements.ts';

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
 * spreken", by the ways themselves, by the opened table, or, in danger, by the call links or the button that leads to them.
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
    rowsIn(root).length > 0 ||
    buttons.some((name) => name.includes(open)) ||
    buttons.some((name) => table.some((each) => name.includes(each))) ||
    buttons.some((name) => outside.some((each) => name.includes(each))) ||
    calls.some((number) => emergency.includes(number ?? ''))
  );
}

/** The words on the rows, in their order. */
export interface WayNames {
  call: string;
  callback: string;
  office: string;
  message: string;
}

/** The ways that its association has, in the order in which they always stand. */
function waysOf({ kit }: KitElementLike, names: WayNames, wordsCome: boolean): string[] {
  if (!kit) return [];
  return [
    names.call,
    ...(kit.profile.callbacks && kit.desk && wordsCome ? [names.callback] : []),
    ...(kit.profile.offices.length ? [names.office] : []),
    ...(kit.desk ? [names.message] : []),
  ];
}

const rowsIn = (root: ParentNode): string[] =>
  shown(root, '[part~="speak"] .rows .row').map((row) => words(row.querySelector('strong') ?? row));

/** The screen she is on, and all that she has typed and chosen in it. */
const asLeft = (root: ParentNode): string =>
  [
    ...shown(root, '[data-heading]').map(words),
    ...[...root.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
      ({ id, value, checked }) => `${id} ${value} ${checked}`,
    ),
  ].join(' · ');

const PATIENCE = 4000;
async function comes(found: () => boolean): Promise<boolean> {
  for (const start = performance.now(); performance.now() - start < PATIENCE;) {
    if (found()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return found();
}

/**
 * Goes to all the ways and back, as she would: faults as sentences. From any screen a way is at most two
 * presses away, and the screen is found as it was left.
 * @param wordsCome whether the words of a component can be had at all
 */
export async function waysFrom(
  element: KitElementLike,
  { open, table: [home = '', ways = ''] }: Names,
  names: WayNames,
  wordsCome = true,
): Promise<string[]> {
  const root = element.shadowRoot;
  const where = `<${element.localName}>`;
  if (!root) return [`${where} shows nothing`];
  const buttons = () => shown(root, 'button') as HTMLElement[];
  const called = (each: readonly string[]) =>
    buttons().find((button) => each.some((name) => words(button).includes(name)));
  const before = asLeft(root);
  // In one of the ways: home is what lies before it.
  const inAWay = called([ways]) !== undefined;
  const expected = waysOf(element, names, wordsCome).join(' · ');
  const there = rowsIn(root).length > 0;
  // In danger the call buttons are the way: `leadsToPerson` asks for those.
  const opener = there ? undefined : called([open]);
  // In one of the ways already: `leadsToPerson` asks for what leads back to them all.
  if (!there && !opener) return [];
  opener?.click();
  await comes(() => rowsIn(root).join(' · ') === expected);
  const found = rowsIn(root).join(' · ');
  // In danger she is led back to where the call buttons are.
  if (!found && !shown(root, '[part~="speak"]').length) return [];
  const faults = found === expected ? [] : [`${where} has the ways "${found}", not "${expected}"`];
  // Where the ways are all there is, nothing lies behind them.
  const back = called([home]);
  if (!back || inAWay) return faults;
  back.click();
  if (!(await comes(() => asLeft(root) === before)))
    faults.push(
      `${where} is not as it was after a look at the ways: "${asLeft(root)}", not "${before}"`,
    );
  return faults;
}
