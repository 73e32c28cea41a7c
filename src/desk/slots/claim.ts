import { sql } from 'kysely';
import type { Db } from '../db/open.ts';
import { newId } from '../ids.ts';
import { ifNobodyElse } from '../repositories/in-turn.ts';
import { busyFor, type Place } from './kind-rules.ts';
import type { Search } from './find.ts';
import { whoCan } from './who.ts';

/**
 * Taking a time. Whoever takes it locks that day of that person first, so that of many who want the last
 * one each waits for the one before her and then sees that it is gone; and should anything be wrong with
 * that, the constraint `appointment_once` lets no second one in.
 */

/** A hold that is not renewed may be given up after this. */
export const HOLD_MINUTES = 15;
/** And in any case after this: whoever left the page open does not keep a day from others. */
const LONGEST_HOLD_MINUTES = 120;
const MINUTE = 60_000;

export interface Claim extends Search {
  place: Place;
}

/** That day of somebody who can, locked; those with the fewest appointments that day first. */
export const spotFor = (association: string, { wanted, rules, place }: Claim) => {
  const [from, to] = place.within.map((at) => new Date(at));
  const fit = sql`first_fit(f.free, tstzrange(${from}::timestamptz, ${to}::timestamptz),
    make_interval(secs => ${busyFor(rules) / 1000}::float8))`;
  return sql`
    select f.person_id, f.seat, ${fit} as starts_at from day_free f
    where f.association = ${association} and f.day = ${place.day}::date
      and f.person_id in (${whoCan(association, wanted)}) and ${fit} is not null
    order by f.taken, f.person_id, f.seat limit 1 for update of f`;
};

/** What stands in the row of every appointment that has this kind. */
export const timesOf = ({ rules }: Pick<Claim, 'rules'>, startsAt: number) => ({
  starts_at: new Date(startsAt),
  ends_at: new Date(startsAt + rules.minutes * MINUTE),
  busy_until: new Date(startsAt + busyFor(rules)),
});

export interface Hold {
  /** SHA-256 of the page's uuid. */
  hash: string;
  claim: Claim;
}

const heldUntil = (now: number) => new Date(now + HOLD_MINUTES * MINUTE);

/** @returns until when, when the time is (still) held under this; also after that, while nobody took it */
async function renew(
  association: string,
  db: Db,
  { hash, claim }: Hold,
): Promise<Date | undefined> {
  const { wanted, place, now } = claim;
  const { rows } = await sql<{ held_until: Date }>`
    update appointment set held_until = ${heldUntil(now)}::timestamptz
    where association = ${association} and hold_hash = ${hash} and state = 'held'
      and kind = ${wanted.kind} and shown_from = ${new Date(place.shown[0])}::timestamptz
      and shown_to = ${new Date(place.shown[1])}::timestamptz
      and created_at > ${new Date(now - LONGEST_HOLD_MINUTES * MINUTE)}::timestamptz
      and person_id in (${whoCan(association, wanted)})
    returning held_until`.execute(db);
  return rows[0]?.held_until;
}

/** @returns until when it is held; undefined when it is gone */
export async function hold(association: string, db: Db, asked: Hold): Promise<Date | undefined> {
  const again = await renew(association, db, asked);
  if (again) return again;
  const { wanted, rules, place, now } = asked.claim;
  await giveUpHolds(association, db, now);
  const [id, until] = [newId(now), heldUntil(now)];
  const { rows } = await sql`
    with spot as (${spotFor(association, asked.claim)})
    insert into appointment (id, association, kind, state, person_id, seat, starts_at, ends_at,
      busy_until, shown_from, shown_to, created_at, held_until, hold_hash, problem, erase_at)
    select ${id}, ${association}, ${wanted.kind}, 'held', person_id, seat, starts_at,
      starts_at + make_interval(mins => ${rules.minutes}::int),
      starts_at + make_interval(mins => ${rules.minutes + rules.travelMinutes}::int),
      ${new Date(place.shown[0])}::timestamptz, ${new Date(place.shown[1])}::timestamptz,
      ${new Date(now)}::timestamptz, ${until}::timestamptz, ${asked.hash}, ${wanted.problem ?? null},
      ${new Date(place.shown[1])}::timestamptz
    from spot on conflict do nothing returning id`.execute(db);
  // Nothing: it is gone, or the other touch of the same finger was first.
  if (!rows.length) return renew(association, db, asked);
  await dropHolds(association, db, asked.hash, { id, now });
  return until;
}

/** Lets go of what is held under this; with `keep` of what was held before that one. */
export async function dropHolds(
  association: string,
  db: Db,
  hash: string,
  keep?: { id: string; now: number },
): Promise<void> {
  await db
    .deleteFrom('appointment')
    .where('association', '=', association)
    .where('hold_hash', '=', hash)
    .where('state', '=', 'held')
    .$if(keep !== undefined, (query) =>
      query.where('id', '<>', keep!.id).where('created_at', '<=', new Date(keep!.now)),
    )
    .execute();
}

/**
 * Gives up what was held too long. A hold that its owner renews or books at the same moment is hers: both
 * lock its row, and the second one finds it gone or no longer held. (An index cannot look at a clock: that
 * is why this is an act, before every look and every claim, and docs/decisions/0017-free-time.md.)
 */
export async function giveUpHolds(association: string, db: Db, now: number): Promise<void> {
  const tooLong = sql<boolean>`association = ${association} and state = 'held'
    and held_until <= ${new Date(now)}::timestamptz`;
  const { rows } = await sql`select from appointment where ${tooLong} limit 1`.execute(db);
  if (!rows.length) return;
  await ifNobodyElse('appointments', association, db, async (tx) => {
    await sql`delete from appointment where ${tooLong}`.execute(tx);
  });
}
