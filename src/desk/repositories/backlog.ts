import { sql } from 'kysely';
import type { Db } from '../db/open.ts';

/**
 * What waits, of all associations together: how many, and since when the oldest. For whoever runs the
 * desk, and so the only query here that names no association and no row.
 */
export async function backlog(
  db: Db,
): Promise<{ what: string; count: number; since: Date | null }[]> {
  const { rows } = await sql<{ what: string; count: number; since: Date | null }>`
    select 'delivery' as what, count(*)::int as count, min(next_at) as since
      from delivery where state = 'waiting'
    union all select 'delivery-failed', count(*)::int, min(next_at)
      from delivery where state = 'failed'
    union all select 'alarm', count(*)::int, min(raised_at)
      from alarm where acknowledged_at is null and merged_into is null
    union all select 'callback', count(*)::int, min(coalesce(promised_until, received_at))
      from callback where state = 'open'
    union all select 'attachment', count(*)::int, min(created_at)
      from attachment where (report_id is not null or callback_id is not null)
        and state not in ('ready', 'unreadable')
    union all select 'job', count(*)::int, min(start_after)
      from pgboss.job where state in ('created', 'retry') and start_after <= now()`.execute(db);
  return rows;
}
