import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { Tables } from './tables.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** `.ts` under tsx, `.js` when built. */
const FILE = /^(\d{4}-[a-z0-9-]+)\.(?:ts|js)$/;

interface Migration {
  name: string;
  sql: string;
}

async function readMigrations(): Promise<Migration[]> {
  const files = readdirSync(FOLDER)
    .filter((file) => FILE.test(file))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(new URL(file, FOLDER).href)) as { sql: string };
      return { name: FILE.exec(file)?.[1] ?? file, sql: module.sql };
    }),
  );
}

const checksumOf = (migration: Migration): string =>
  createHash('sha256').update(migration.sql).digest('hex');

/** What `migrate` would still do, by name; all of it where there is nothing yet. */
export async function migrationsDue(db: Kysely<Tables>): Promise<readonly string[]> {
  const known = await readMigrations();
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return known.map(({ name }) => name);
  const applied = await db.selectFrom('migration').select('name').execute();
  return known
    .map(({ name }) => name)
    .filter((name) => !applied.some((each) => each.name === name));
}

/** Any number that no other program on this database uses: the lock while migrating. */
const LOCK = 4_300_001;

/**
 * Forward only: what has been applied is never changed, and a database that is ahead of this program
 * is left alone.
 *
 * @throws {Refusal} when an applied migration was changed or is unknown here
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const known = migrations ?? (await readMigrations());
  await sql`create table if not exists migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now()
  )`.execute(db);
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
    const applied = await tx.selectFrom('migration').selectAll().execute();
    for (const { name, checksum } of applied) {
      const file = known.find((each) => each.name === name);
      if (!file)
        throw new Refusal(`The database is newer than this program: it has migration ${name}.`);
      if (checksumOf(file) !== checksum)
        throw new Refusal(`Migration ${name} was changed after it ran: add a new one instead.`);
    }
    const due = known.filter(({ name }) => !applied.some((each) => each.name === name));
    for (const migration of due) {
      for (const statement of migration.sql.split(/;\s*$/m).filter((each) => each.trim()))
        await sql.raw(statement).execute(tx);
      await tx
        .insertInto('migration')
        .values({ name: migration.name, checksum: checksumOf(migration) })
        .execute();
    }
    return due.map(({ name }) => name);
  });
}
