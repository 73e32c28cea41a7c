import { postcode } from './checks.ts';
import type { ShownOutage } from './outages.ts';

/** Which outages a tenant sees. Apart from `outages.ts`, so that the first screen needs no schema. */

/** A list as long as her screen helps nobody. */
const MOST = 3;

/** Whether an address with this postcode, as typed, lies in one of the areas. */
export function liesIn(areas: readonly string[], typed: string | undefined): boolean {
  const found = postcode(typed ?? '');
  return found !== undefined && areas.some((area) => area === found || area === found.slice(0, 4));
}

/** What is out, and the rest of it; where, only as long as nobody knows whether it is hers. */
export const inTwo = (
  [what = '', where = '', ...more]: readonly string[] = [],
  typed: string | undefined,
): [what: string, rest: string] => [what, (typed ? more : [where, ...more]).join(' ')];

/**
 * Those that last now: at her postcode, or everywhere while it is not known.
 *
 * @param now epoch milliseconds
 */
export function outagesAt(
  outages: readonly ShownOutage[],
  now: number,
  typed: string | undefined,
): readonly ShownOutage[] {
  const lasting = outages.filter(({ until }) => Date.parse(until) > now);
  if (postcode(typed ?? '')) return lasting.filter(({ areas }) => liesIn(areas, typed));
  return lasting.slice(0, MOST);
}
