import type { Selectable } from 'kysely';
import type { OwnedTableName } from '../db/owned.ts';
import type { Db } from '../db/open.ts';
import type { Tables } from '../db/tables.ts';

export type OwnedRow = Selectable<Tables[OwnedTableName]>;

const CHUNK = 500;

/** Every row of a table that belongs to the association, oldest first, a chunk at a time. */
export async function* rowsOf(
  association: string,
  db: Db,
  table: OwnedTableName,
): AsyncGenerator<OwnedRow> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = (await db
      .selectFrom(table)
      .selectAll()
      .where('association', '=', association)
      .where('id', '>', after)
      .orderBy('id')
      .limit(CHUNK)
      .execute()) as OwnedRow[];
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    after = last.id;
  }
}
