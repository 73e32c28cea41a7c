import { sql } from 'kysely';
import type { Db } from '../db/open.ts';

/** Takes away every job, waiting or done, that is told one of these ids. */
export async function forgetJobs(db: Db, ids: readonly string[]): Promise<void> {
  for (const table of ['pgboss.job', 'pgboss.archive'])
    await sql`delete from ${sql.raw(table)} where jsonb_typeof(data) = 'object' and exists (
      select 1 from jsonb_each_text(
        case when jsonb_typeof(data) = 'object' then data else '{}'::jsonb end
      ) as told where told.value = any(${[...ids]}::text[])
    )`.execute(db);
}
