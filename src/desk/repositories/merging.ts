import { sql, type RawBuilder } from 'kysely';
import type { Status } from '../../contract/staff.ts';
import type { Db } from '../db/open.ts';
import { inTurn } from './in-turn.ts';
import { addEvent, type Act } from './staff-acts.ts';

/**
 * Reports that are one and the same. Each keeps its own row, reference, status, photos and deliveries:
 * one only points to another, so that taking them apart brings back what was. They make a tree, whose
 * root leads; what is put with a leader that is itself put with another comes along, and goes back.
 */

interface Node {
  id: string;
  reference: string;
  status: Status;
  urgency_rank: number;
  merged_into: string | null;
  erase_at: Date;
}

const nodes = async (association: string, db: Db, ids: readonly string[]): Promise<Node[]> =>
  ids.length
    ? db
        .selectFrom('report')
        .select(['id', 'reference', 'status', 'urgency_rank', 'merged_into', 'erase_at'])
        .where('association', '=', association)
        .where('id', 'in', ids)
        .execute()
    : [];

export type Leader = Pick<Node, 'id' | 'reference' | 'status'>;

/** Who leads each of these; nothing for one that stands on its own. */
export async function leadersOf(
  association: string,
  db: Db,
  reports: readonly { id: string; merged_into: string | null }[],
): Promise<ReadonlyMap<string, Leader>> {
  const known = new Map<string, Node>();
  const asked = (rows: readonly { merged_into: string | null }[]) =>
    [...new Set(rows.flatMap((row) => row.merged_into ?? []))].filter((id) => !known.has(id));
  for (let next = asked(reports); next.length;) {
    const found = await nodes(association, db, next);
    for (const node of found) known.set(node.id, node);
    next = asked(found);
  }
  const top = (id: string | null): Node | undefined => {
    const node = id === null ? undefined : known.get(id);
    return node && (top(node.merged_into) ?? node);
  };
  return new Map(
    reports.flatMap(({ id, merged_into }) => {
      const leader = top(merged_into);
      return leader ? [[id, leader] as const] : [];
    }),
  );
}

const followers = (association: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql`
  with recursive follower (id) as (
    select first.id from report first
      where first.association = ${association} and first.merged_into = ${id}
    union
    select further.id from report further join follower on further.merged_into = follower.id
      where further.association = ${association}
  )`;

/** Every report that was put with this one, also by way of another. */
export async function followersOf(association: string, db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    ${followers(sql`${association}`, sql`${id}`)} select id from follower`.execute(db);
  return rows.map((row) => row.id);
}

/** How many that are, as a column of a query on `report`. */
export const countFollowers = sql<number>`(
  ${followers(sql.ref('report.association'), sql.ref('report.id'))}
  select count(*)::int from follower)`;

/**
 * `circle`: the other one was put with this one, so it cannot lead it. `less-urgent`: the other one is,
 * and would hide how urgent this one is from the list and the figures.
 */
export type Merged = 'merged' | 'not-found' | 'circle' | 'less-urgent';

export const mergeReports = (
  association: string,
  db: Db,
  { id, into }: { id: string; into: string },
  act: Act,
): Promise<Merged> =>
  // Two that are put with each other at the same moment would make a circle.
  inTurn('merging', association, db, async (tx) => {
    const both = await nodes(association, tx, [id, into]);
    const report = both.find((each) => each.id === id);
    const other = both.find((each) => each.id === into);
    if (!report || !other) return 'not-found';
    if (id === into || (await followersOf(association, tx, id)).includes(into)) return 'circle';
    if (report.merged_into === into) return 'merged';
    if (other.urgency_rank > report.urgency_rank) return 'less-urgent';
    await point(association, tx, id, into);
    await note(association, tx, 'merged', report, other, act);
    return 'merged';
  });

/**
 * The report stands on its own again, as it was.
 *
 * @returns the one that it was put with; null when there was none, undefined when there is no report
 */
export const unmergeReport = (
  association: string,
  db: Db,
  id: string,
  act: Act,
): Promise<string | null | undefined> =>
  inTurn('merging', association, db, async (tx) => {
    const [report] = await nodes(association, tx, [id]);
    if (!report?.merged_into) return report && null;
    const [other] = await nodes(association, tx, [report.merged_into]);
    await point(association, tx, id, null);
    if (other) await note(association, tx, 'unmerged', report, other, act);
    return report.merged_into;
  });

const point = (association: string, tx: Db, id: string, into: string | null) =>
  tx
    .updateTable('report')
    .set({ merged_into: into })
    .where('association', '=', association)
    .where('id', '=', id)
    .execute();

/** In the history of both, by id: when one is erased, not even its reference is left in the other. */
async function note(
  association: string,
  tx: Db,
  kind: 'merged' | 'unmerged',
  one: Node,
  other: Node,
  act: Act,
): Promise<void> {
  for (const [of, about] of [
    [one, other],
    [other, one],
  ] as const)
    await addEvent(association, tx, of.id, of.erase_at, { kind, text: about.id, ...act });
}

/** The references of these reports, as far as they are still there. */
export const referencesOf = async (
  association: string,
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map((await nodes(association, db, ids)).map(({ id, reference }) => [id, reference]));

/**
 * Before a report that led is erased: what was finished with it stays finished, and does not come up
 * in the list as new work. That they stand on their own again is the foreign key's doing.
 *
 * @param which the reports that go: by their day, of every association, or one
 */
export async function leaveStatus(
  db: Db,
  which: { due: Date } | { association: string; id: string },
): Promise<void> {
  const gone =
    'due' in which
      ? sql`lead.erase_at <= ${which.due}`
      : sql`lead.association = ${which.association} and lead.id = ${which.id}`;
  await sql`
    update report set status = lead.status from report lead
    where report.association = lead.association and report.merged_into = lead.id
      and lead.status in ('done', 'cancelled') and ${gone}`.execute(db);
}
