import type { Texts } from '../texts.ts';

export interface Progress {
  /** "Deel 2 van 5: wat is er kapot?" */
  text: string;
  /** How far the bar is, from 0 to 1. */
  share: number;
}

/**
 * @param part index of the part she is in
 * @param furthest index of the furthest one she has been in: the bar never goes back
 */
export const progressOf = (
  { any }: Texts,
  name: string,
  parts: readonly string[],
  part: number,
  furthest: number,
): Progress => ({
  text: any('frame:part', {
    part: part + 1,
    parts: parts.length,
    name: any(`${name}:part.${parts[part]}`),
  }),
  share: (furthest + 1) / parts.length,
});
