import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/**
 * PGlite behind the face of a `pg` pool of one connection, so that both databases are one dialect.
 * Whoever holds the connection has it alone: a job that queries meanwhile waits, and never ends up
 * inside somebody else's transaction.
 */
export interface Pool extends PostgresPool {
  /** Runs on any free connection, outside every transaction. Several statements when no values. */
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

const COMMAND = /^\s*(select|insert|update|delete|merge)/i;

export function poolOf(pglite: PGlite): Pool {
  let free: Promise<void> = Promise.resolve();

  const run = async (sql: string, values?: readonly unknown[]) => {
    const result = values?.length
      ? await pglite.query(sql, [...values])
      : (await pglite.exec(sql)).at(-1);
    return {
      command: (COMMAND.exec(sql)?.[1]?.toUpperCase() ?? 'SELECT') as 'SELECT',
      rowCount: result?.affectedRows || result?.rows.length || 0,
      rows: result?.rows ?? [],
    };
  };

  const connect = async (): Promise<PostgresPoolClient> => {
    const before = free;
    let release = () => {};
    free = new Promise((resolve) => (release = resolve));
    await before;
    return { query: run as PostgresPoolClient['query'], release };
  };

  return {
    connect,
    async query(sql, values) {
      const client = await connect();
      try {
        return await run(sql, values);
      } finally {
        client.release();
      }
    },
    end: async () => {
      await free;
      await pglite.close();
    },
  };
}
