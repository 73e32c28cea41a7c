import type { Why } from './fault.ts';

/** Something that is fetched: what we have of it, and what is going on. */
export interface Remote<T> {
  value?: T;
  busy: boolean;
  failed?: Why;
}

export const nothingYet = { busy: true } as const;
