import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pathOf } from '../contract/endpoints.ts';
import type { Desk } from './desk.ts';
import { jsonLog } from './log.ts';
import { readProfiles, type Profiles } from './profiles.ts';
import { projectRoot } from './root.ts';
import { listen } from './server.ts';
import { ownDatabase } from './testing-postgres.ts';
import { prepareDatabase } from './testing-template.ts';
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
  Pick<StartOptions, 'databaseUrl' | 'limits' | 'now' | 'trustedProxies' | 'publicOrigin' | 'root'>
> {
  profiles?: Profiles;
  /** Kept after `close()`; without it a temporary folder, removed after. */
  dataDir?: string;
  /** Origins that may use the desk beside those of the profiles. */
  origins?: readonly string[];
  developmentUser?: string | undefined;
}

const UNLIMITED = { send: 1e6, upload: 1e6, page: 1e6, signIn: 1e6, staff: 1e6 };

export async function startDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'keukentafel-'));
  const logged: string[] = [];
  const origins = new Set(options.origins);
  const server = options.dataDir ? undefined : process.env['TEST_DATABASE_URL'];
  const own = server ? await ownDatabase(server) : undefined;
  const databaseUrl = options.databaseUrl ?? own?.url;
  if (!databaseUrl) await prepareDatabase(dataDir);
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
      await sql`truncate report, report_contact, report_event, report_view, photo, message,
        staff_session`.execute(desk.database.db);
      for (const folder of ['uploads', 'photos'])
        for (const association of desk.profiles.keys()) {
          const place = join(dataDir, folder, association);
          for (const file of readdirSync(place)) rmSync(join(place, file), { force: true });
        }
    },
    async close() {
      await running.stop({ close: () => listening.close(2000) });
      await own?.drop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
