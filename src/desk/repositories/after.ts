import { isUuid } from '../ids.ts';

/**
 * Where the next page begins, as it was given out: the sort keys of the last line, and its id.
 * Anything else is no place, and gives the first page.
 *
 * @param keys how many sort keys stand before the id
 */
export function placeAfter(
  after: string | undefined,
  keys: number,
): { keys: readonly number[]; id: string } | undefined {
  const parts = (after ?? '').split('.');
  const id = parts.pop() ?? '';
  const numbers = parts.map(Number);
  const right = numbers.length === keys && numbers.every((each) => each >= 0 && each <= 9);
  return right && isUuid(id) ? { keys: numbers, id } : undefined;
}
