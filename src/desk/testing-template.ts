import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { createJobs } from './jobs/jobs.ts';
import { projectRoot } from './root.ts';

/**
 * A new PGlite takes seconds of work (it runs PostgreSQL's initdb); a copy of one takes a blink. Made
 * once for each state of the migrations and the libraries, and shared by all tests of this machine.
 */
function templateFolder(): string {
  const hash = createHash('sha256');
  const migrations = new URL('./db/migrations/', import.meta.url);
  for (const file of readdirSync(migrations).sort())
    hash.update(readFileSync(new URL(file, migrations)));
  hash.update(readFileSync(join(projectRoot(), 'package-lock.json')));
  const name = `keukentafel-db-${process.getuid?.() ?? 0}-${hash.digest('hex').slice(0, 16)}`;
  return join(tmpdir(), name);
}

async function makeTemplate(template: string): Promise<void> {
  const folder = mkdtempSync(`${template}-`);
  const database = await openDatabase({ dataDir: folder });
  await migrate(database.db);
  const jobs = createJobs(database, () => {});
  await jobs.start({
    'read-photo': idle,
    alarm: idle,
    'alarms-due': idle,
    'clean-photo': idle,
    deliver: idle,
    'deliver-due': idle,
    'forget-uploads': idle,
    erase: idle,
    appointments: idle,
  });
  await jobs.stop();
  await database.close();
  try {
    renameSync(folder, template);
  } catch {
    // Another test was first.
    rmSync(folder, { recursive: true, force: true });
  }
}

const idle = async (): Promise<void> => {};

/** Puts a migrated, empty database into a data folder that has none. */
export async function prepareDatabase(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'db');
  if (existsSync(folder)) return;
  const template = templateFolder();
  if (!existsSync(template)) await makeTemplate(template);
  cpSync(join(template, 'db'), folder, { recursive: true });
}
