import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase } from './testing-template.ts';

/** Where a desk of the tests keeps what it knows. */
export interface TestStorage {
  dataDir: string;
  /** undefined: the embedded database, in `dataDir`. */
  databaseUrl: string | undefined;
  remove(): Promise<void>;
}

/**
 * An empty folder of its own, with a migrated embedded database in it. With `TEST_DATABASE_URL` an
 * empty database of its own on that server instead: so the same tests run on PostgreSQL.
 */
export async function newStorage(): Promise<TestStorage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keukentafel-'));
  const server = process.env['TEST_DATABASE_URL'];
  const own = server ? await ownDatabase(server) : undefined;
  if (!own) await prepareDatabase(dataDir);
  return {
    dataDir,
    databaseUrl: own?.url,
    async remove() {
      await own?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ownDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `keukentafel_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name}`);
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
