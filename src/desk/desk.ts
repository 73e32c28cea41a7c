import type { Profile } from '../contract/profile.ts';
import type { AlarmChannels } from './alarm/channel.ts';
import type { Database } from './db/open.ts';
import type { Limits } from './http/rate-limit.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { OutageBoard } from './outages/board.ts';
import type { Outward } from './outward/outward.ts';
import type { Profiles } from './profiles.ts';
import type { Oidc } from './staff/oidc.ts';
import type { Texts } from './texts.ts';
import type { AttachmentStore } from './uploads/store.ts';

/** Everything that the routes stand on. */
export interface Desk {
  profiles: Profiles;
  database: Database;
  texts: Texts;
  attachments: AttachmentStore;
  outward: Outward;
  /** How people on duty are told, by association. */
  alarms: AlarmChannels;
  jobs: Jobs;
  live: Live;
  outages: OutageBoard;
  log: Log;
  metrics: Metrics;
  /** Who has it may read the counts; without one nobody may. */
  metricsToken?: string | undefined;
  /** Epoch milliseconds. */
  now(): number;
  /** As people reach it: "https://desk.example". */
  publicOrigin: string;
  /** Origins beside those of a profile: the demo site of the development entry. */
  moreOrigins: ReadonlySet<string>;
  /** Where staff sign in; absent in the development entry. */
  oidc?: Oidc | undefined;
  /** Who may sign in without more, in the development entry alone. */
  developmentUser?: string | undefined;
  /** Proxies in front of the desk whose X-Forwarded-For is believed. */
  trustedProxies: number;
  limits: Limits;
  /** Where files are kept, and the embedded database. */
  dataDir: string;
  /** The project's folder: locales, built browser files, fonts. */
  root: string;
}

export const originsOf = (desk: Desk, profile: Profile): ReadonlySet<string> =>
  new Set([...profile.origins, ...desk.moreOrigins, desk.publicOrigin]);
