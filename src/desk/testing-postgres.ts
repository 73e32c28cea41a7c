import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * With `TEST_DATABASE_URL` the desk's tests run on PostgreSQL: each desk in a database of its own on
 * that server, gone when the desk closes.
 */
export interface OwnDatabase {
  url: string;
  drop(): Promise<void>;
}

export async function ownDatabase(server: string): Promise<OwnDatabase> {
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
