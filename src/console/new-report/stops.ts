/**
 * Where Enter and Escape lead: text boxes, and groups of choices as one. A stop has `data-stop`; what
 * has none is reached by Tab.
 */

export const stopOf = (element: Element): HTMLElement | null => element.closest('[data-stop]');

export const stopsIn = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-stop]'),
];

/** A group by what is chosen in it, or by its first choice. */
export function focusStop(stop: HTMLElement): void {
  const choice =
    stop instanceof HTMLFieldSetElement &&
    (stop.querySelector<HTMLElement>('input:checked') ?? stop.querySelector('input'));
  (choice || stop).focus();
}

/** "Ja" by "j", the third choice by "3": of the radios or boxes in a group. */
export function choiceBy(key: string, group: HTMLElement): HTMLInputElement | undefined {
  const inputs = [...group.querySelectorAll('input')];
  const typed = key.toLowerCase();
  return inputs.find(({ dataset }) => dataset['keys']?.split(' ').includes(typed));
}

/**
 * The keys of each choice in a row of labels: its number, with nought for the tenth, and its first
 * letter where no other label has that one. The first of them is the one that is shown.
 *
 * @param numbers the number of each; by default from one on
 */
export function keysFor(
  labels: readonly string[],
  numbers = labels.map((_, index) => (index + 1) % 10),
): string[][] {
  const first = labels.map((label) => label.trim().charAt(0).toLowerCase());
  const apart = labels.length <= 4 && new Set(first).size === labels.length;
  const letter = (index: number) =>
    first.filter((each) => each === first[index]).length === 1 ? [first[index] ?? ''] : [];
  return labels.map((_, index) => {
    const number = index < 10 ? [String(numbers[index])] : [];
    return apart ? [...letter(index), ...number] : [...number, ...letter(index)];
  });
}

/** To the first stop of a section; a script is read first, so there the focus is on its heading. */
export function focusSection(root: ParentNode, id: string): void {
  const section = root.querySelector(`[data-section="${CSS.escape(id)}"]`);
  const heading = section?.querySelector<HTMLElement>('h2.read-now');
  const [first] = section ? stopsIn(section) : [];
  if (heading) heading.focus();
  else if (first) focusStop(first);
}
