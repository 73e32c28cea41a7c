import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { lockFolder } from './folder-lock.ts';
import { poolOf, type Pool } from './pool.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export interface Database {
  db: Db;
  /** For what speaks SQL itself: the job queue. */
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

/** PGlite writes ahead in files of 16 MB; with less than this a start can fail halfway. */
const LEAST_FREE = 100 * 1024 * 1024;

/** @throws {Refusal} when the folder cannot be used or the server cannot be reached */
export async function openDatabase(options: {
  dataDir: string;
  databaseUrl?: string | undefined;
}): Promise<Database> {
  prepareFolder(options.dataDir);
  return options.databaseUrl ? openServer(options.databaseUrl) : openEmbedded(options.dataDir);
}

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/**
 * @param free bytes that are free on the disk of a folder
 * @throws {Refusal}
 */
export function prepareFolder(dataDir: string, free = freeBytes): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (free(dataDir) < LEAST_FREE)
      throw new Refusal(
        `The disk of ${dataDir} is full: make at least 100 MB free, or set DATA_DIR to another disk.`,
      );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new Refusal(
      code === 'ENOSPC'
        ? `The disk of ${dataDir} is full: make room, or set DATA_DIR to another disk.`
        : `The data folder ${dataDir} cannot be made or written to (${code}): set DATA_DIR to another folder.`,
    );
  }
}

/**
 * After a kill PostgreSQL reports every ten seconds how far its recovery is, and in PGlite that timer
 * goes on after the end of it, and after `close()`: the process would never end by itself.
 */
const NO_PROGRESS = ['-c', 'log_startup_progress_interval=0'];

async function openEmbedded(dataDir: string): Promise<Database> {
  const folder = join(dataDir, 'db');
  const lock = await lockFolder(folder);
  let pglite: PGlite;
  try {
    pglite = await PGlite.create(folder, {
      extensions: { btree_gist },
      startParams: [...PGlite.defaultStartParams, ...NO_PROGRESS],
    });
  } catch {
    await lock.release();
    throw new Refusal(
      `The database in ${folder} cannot be opened: it is damaged or made by another version.`,
    );
  }
  return databaseOf(poolOf(pglite), () => lock.release());
}

async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  // A connection that drops while idle is replaced at the next query.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    // The address may hold a password: only the code is told.
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    throw new Refusal(`PostgreSQL at DATABASE_URL cannot be reached (${code}).`);
  }
  return databaseOf(pool as unknown as Pool, async () => {});
}

function databaseOf(pool: Pool, closed: () => Promise<void>): Database {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    query: (text, values) => pool.query(text, values),
    close: async () => {
      await db.destroy();
      await closed();
    },
  };
}
