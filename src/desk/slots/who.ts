import { sql } from 'kysely';
import { isVisit, type AppointmentKind } from '../../contract/appointment-kinds.ts';
import type { None } from '../../contract/appointment.ts';
import { postcode as tidy } from '../../contract/checks.ts';
import { problems } from '../../contract/triage/tree.ts';
import { veraOf } from '../../contract/triage/vera.ts';
import type { Db } from '../db/open.ts';

/** Who can come: by the kind of appointment, the trade that it takes, and where it is. */
export interface Wanted {
  kind: AppointmentKind;
  /** As typed. Where it is not known, those who go everywhere can come. */
  postcode?: string | null | undefined;
  /** Id of the triage. */
  problem?: string | null | undefined;
}

/** VERA ONDERHOUDSPECIALISME; undefined where anybody will do. */
function skillFor({ kind, problem }: Wanted): string | undefined {
  const known = kind === 'repair-visit' && problems.find(({ id }) => id === problem);
  return known ? veraOf({ problem: known.id }).specialism.code : undefined;
}

/** Their ids, as a query. */
export function whoCan(association: string, wanted: Wanted) {
  const skill = skillFor(wanted);
  const area = tidy(wanted.postcode ?? '') ?? '';
  return sql`
    select p.id from person p join team t on t.association = p.association and t.id = p.team_id
    where p.association = ${association} and p.active
      and p.kinds @> ${JSON.stringify([wanted.kind])}::jsonb
      ${skill ? sql`and (p.skills = '[]' or jsonb_exists(p.skills, ${skill}))` : sql``}
      ${
        isVisit(wanted.kind)
          ? sql`and (t.areas = '[]'
              or jsonb_exists_any(t.areas, array[${area}::text, left(${area}::text, 4)]))`
          : sql``
      }`;
}

/** Why nobody has a time for this. */
export async function whyNone(association: string, db: Db, wanted: Wanted): Promise<None> {
  const { rows } = await sql<{ here: boolean; anywhere: boolean }>`
    select exists (${whoCan(association, wanted)}) as here,
      exists (select from person where association = ${association} and active
        and kinds @> ${JSON.stringify([wanted.kind])}::jsonb) as anywhere`.execute(db);
  if (rows[0]?.here) return 'full';
  return rows[0]?.anywhere && isVisit(wanted.kind) ? 'outside-area' : 'not-offered';
}
