import type { Asked, Load } from './load.ts';

/** One number a visit, in the order of the columns. */
export interface Figures {
  usable: number;
  blocking: number;
  shift: number;
  /** Asked for before the first screen was there. */
  bytes: number;
  requests: number;
  /** The page by itself asks for the rest after it. */
  laterBytes: number;
}

export type Median = Figures & { usableFrom: number; usableTo: number };

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

const isFirst =
  ({ usable }: Load) =>
  ({ start }: Asked): boolean =>
    start < usable;

export function figuresOf(load: Load): Figures {
  const { usable, blocking, shift, requests } = load;
  const first = requests.filter(isFirst(load));
  const bytes = sum(first.map((each) => each.bytes));
  return {
    usable,
    blocking,
    shift,
    bytes,
    requests: first.length,
    laterBytes: sum(requests.map((each) => each.bytes)) - bytes,
  };
}

export function medianOf(loads: readonly Load[]): Median {
  const figures = loads.map(figuresOf);
  const of = (name: keyof Figures) => median(figures.map((each) => each[name]));
  const usables = figures.map((each) => each.usable);
  return {
    usable: of('usable'),
    usableFrom: Math.min(...usables),
    usableTo: Math.max(...usables),
    blocking: of('blocking'),
    shift: of('shift'),
    bytes: of('bytes'),
    requests: of('requests'),
    laterBytes: of('laterBytes'),
  };
}

/** Bytes by type of what the first screen asked for: "Script" → 33210. */
export function bytesByType(load: Load): Map<string, number> {
  const types = new Map<string, number>();
  for (const { type, bytes } of load.requests.filter(isFirst(load)))
    types.set(type, (types.get(type) ?? 0) + bytes);
  return types;
}

export { median };
