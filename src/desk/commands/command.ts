import { readConfig, type Config } from '../config.ts';
import { migrationsDue } from '../db/migrate.ts';
import { openDatabase, type Database } from '../db/open.ts';
import type { Profile } from '../../contract/profile.ts';
import { readProfiles, type Profiles } from '../profiles.ts';
import { Refusal } from '../refusal.ts';
import { projectRoot } from '../root.ts';
import { attachmentsOnDisk, type AttachmentStore } from '../uploads/store.ts';
import type { Viewer } from '../repositories/view-log.ts';

/** What a command on the desk's own machine stands on: the same folder and database as the desk. */
export interface Tools {
  config: Config;
  profiles: Profiles;
  database: Database;
  attachments: AttachmentStore;
  dataDir: string;
  now(): number;
  /** One line to whoever typed it. */
  say(line: string): void;
}

/** In the view log: somebody who may log in on that machine. */
export const ADMINISTRATOR: Viewer = { name: 'beheerder', account: 'command' };

/**
 * Runs a command to its end. A refusal is one sentence and exit code 1, as it is of the desk.
 *
 * @param run gets what was typed behind the command
 */
export async function command(
  run: (tools: Tools, args: readonly string[]) => Promise<void>,
): Promise<void> {
  let database: Database | undefined;
  try {
    const config = readConfig(process.env, projectRoot());
    const profiles = readProfiles(config.profilesDir);
    database = await openDatabase(config);
    if ((await migrationsDue(database.db)).length)
      throw new Refusal(
        'This database is of an older version: start the desk once, then try again.',
      );
    const say = (line: string): void => void process.stdout.write(`${line}\n`);
    const attachments = attachmentsOnDisk(config.dataDir, profiles.keys());
    const { dataDir } = config;
    const tools = { config, profiles, database, attachments, dataDir, now: Date.now, say };
    await run(tools, process.argv.slice(2));
  } catch (error) {
    const sentence = error instanceof Refusal ? error.message : ((error as Error).stack ?? error);
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  } finally {
    await database?.close();
  }
}

/** @throws {Refusal} which associations there are */
export function associationNamed({ profiles }: Pick<Tools, 'profiles'>, id = ''): Profile {
  const profile = profiles.get(id);
  if (!profile)
    throw new Refusal(
      `There is no association "${id}" here; there are: ${[...profiles.keys()].join(', ')}.`,
    );
  return profile;
}
