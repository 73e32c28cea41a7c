import type { PhotoTipId } from './types.ts';

/** What is said of a photo: the one from close by, after another, is one "ook". @param at its place among the tips */
export const photoTipKey = (tip: PhotoTipId, at: number): string =>
  `triage:photo-tip.${tip}${tip === 'dichtbij' && at > 0 ? '.too' : ''}`;
