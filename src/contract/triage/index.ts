/**
 * What the browser and the desk both use. Not here: `vera.ts` (the desk alone) and `match.ts` (the
 * browser alone, loaded when somebody tells it in her own words). The first screen imports
 * `danger.ts` by itself.
 */
export * from './danger.ts';
export * from './tree.ts';
export * from './types.ts';
export * from './urgency.ts';
