import * as v from 'valibot';
import { latin, LIMITS, postcode } from './checks.ts';

/**
 * A known outage (bekende storing): what the association already knows to be broken, where, and until
 * when it thinks. Staff set it; tenants in that area see it, and may report it all the same.
 */

/** What is out. Each but `other` has a sentence in every language: `desk:outage.kind.<id>`. */
export const OUTAGE_KINDS = [
  'water',
  'power',
  'heating',
  'hot-water',
  'lift',
  'entry',
  'other',
] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

/** "9401ab" → "9401 AB", "9401" → "9401"; undefined when it is neither a postcode nor four digits. */
export function areaOf(typed: string): string | undefined {
  const trimmed = latin(typed).trim();
  return /^[1-9]\d{3}$/.test(trimmed) ? trimmed : postcode(trimmed);
}

/** Several areas as somebody types them, between commas or on lines of their own. */
export function areasIn(typed: string): { areas: string[]; wrong: string[] } {
  const areas = new Set<string>();
  const wrong: string[] = [];
  for (const part of typed.split(/[,;\n]+/).map((each) => each.trim())) {
    if (!part) continue;
    const area = areaOf(part);
    if (area) areas.add(area);
    else wrong.push(part);
  }
  return { areas: [...areas], wrong };
}

export const AreaSchema = v.pipe(
  v.string(),
  v.check((typed) => areaOf(typed) !== undefined),
  v.transform((typed) => areaOf(typed) ?? ''),
);

export const NewOutageSchema = v.pipe(
  v.strictObject({
    kind: v.picklist(OUTAGE_KINDS),
    areas: v.pipe(v.array(AreaSchema), v.minLength(1), v.maxLength(100)),
    /** Dutch, for everybody to read; needed when the kind says nothing. */
    text: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.text)),
    until: v.pipe(v.string(), v.isoTimestamp()),
  }),
  v.check(({ kind, text }) => kind !== 'other' || text !== ''),
);
export type NewOutage = v.InferOutput<typeof NewOutageSchema>;

/** As staff see it. */
export interface Outage extends NewOutage {
  id: string;
  /** ISO 8601 instants. */
  startedAt: string;
  /** Undefined while it lasts. */
  endedAt?: string;
  by: string;
  /** Reports from these areas since it started. */
  reports: number;
}

/** As the tenant's page gets it: words for every language that the association offers. */
export interface ShownOutage {
  areas: readonly string[];
  /** ISO 8601 instant: after it nothing is shown. */
  until: string;
  /** Language → what is out, where, and the rest: a sentence or more each. */
  words: Readonly<Record<string, readonly string[]>>;
  /** What staff wrote, Dutch. */
  text: string;
}
