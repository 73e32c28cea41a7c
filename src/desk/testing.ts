import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf } from '../contract/endpoints.ts';
import { OWNED_TABLES } from './db/owned.ts';
import type { Desk } from './desk.ts';
import { jsonLog } from './log.ts';
import { readProfiles, type Profiles } from './profiles.ts';
import { projectRoot } from './root.ts';
import { listen } from './server.ts';
import { newStorage, type TestStorage } from './testing-storage.ts';
import { start, type Running, type StartOptions } from './start.ts';

/** A whole desk for tests: a real database, a real listener, real jobs, in a folder of its own. */
export interface TestDesk {
  /** "http://127.0.0.1:…" */
  origin: string;
  desk: Desk;
  app: Running['app'];
  dataDir: string;
  /** Every line that the desk logged. */
  logged: string[];
  /** May use the desk as the page of an association. */
  allowOrigin(origin: string): void;
  /** Signs a member of staff in. @returns the cookie */
  signIn(association?: string): Promise<string>;
  /** Forgets every report, photo, message and session, and their files. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export interface TestDeskOptions extends Partial<
  Pick<
    StartOptions,
    | 'alarmHere'
    | 'environment'
    | 'metricsToken'
    | 'limits'
    | 'now'
    | 'trustedProxies'
    | 'publicOrigin'
    | 'root'
    | 'providers'
  >
> {
  profiles?: Profiles;
  /** Kept after `close()`; without it one of its own, removed after. */
  storage?: TestStorage;
  /** Origins that may use the desk beside those of the profiles. */
  origins?: readonly string[];
  developmentUser?: string | undefined;
}

const UNLIMITED = {
  send: 1e6,
  alarm: 1e6,
  alarmState: 1e6,
  look: 1e6,
  hold: 1e6,
  prove: 1e6,
  upload: 1e6,
  page: 1e6,
  signIn: 1e6,
  staff: 1e6,
};

export async function startDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const storage = options.storage ?? (await newStorage());
  const { dataDir, databaseUrl } = storage;
  const logged: string[] = [];
  const origins = new Set(options.origins);
  const listening = await listen(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${listening.port}`;
  const running = await start({
    limits: UNLIMITED,
    publicOrigin: origin,
    developmentUser: 'Sanne',
    ...options,
    databaseUrl,
    dataDir,
    profiles: options.profiles ?? readProfiles(join(projectRoot(), 'profiles')),
    moreOrigins: origins,
    log: jsonLog((line) => logged.push(line)),
  }).catch(async (error: unknown) => {
    // A desk that does not start leaves nothing behind that keeps the test's process from ending.
    await listening.close(0);
    if (!options.storage) await storage.remove();
    throw error;
  });
  listening.answerWith(running.app.fetch);
  const { desk } = running;
  return {
    origin,
    desk,
    app: running.app,
    dataDir,
    logged,
    allowOrigin: (each) => void origins.add(each),
    async signIn(association = 'delinde') {
      const answer = await fetch(origin + pathOf('staffSession', { association }), {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/json' },
        body: '{}',
      });
      if (answer.status !== 201) throw new Error(`Sign-in answered ${answer.status}`);
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    },
    async empty() {
      // Not truncate: that makes every table anew, and takes thirty times as long (PGlite 0.5: 250 ms).
      await desk.database.query(OWNED_TABLES.map(({ table }) => `delete from ${table}`).join(';'));
      for (const folder of ['uploads', 'photos', 'recordings'])
        for (const association of desk.profiles.keys()) {
          const place = join(dataDir, folder, association);
          for (const file of readdirSync(place)) rmSync(join(place, file), { force: true });
        }
    },
    async close() {
      await running.stop({ close: () => listening.close(2000) });
      if (!options.storage) await storage.remove();
    },
  };
}
