import { join } from 'node:path';
import { notConfigured, openAlarmChannels, type AlarmChannel } from './alarm/channel.ts';
import { createApp } from './app.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import type { Desk } from './desk.ts';
import { LIMITS, type Limits } from './http/rate-limit.ts';
import { keepAppointments } from './jobs/appointments.ts';
import { handlersOf } from './jobs/handlers.ts';
import { createJobs } from './jobs/jobs.ts';
import { liveInProcess } from './live.ts';
import type { Log } from './log.ts';
import { countLog } from './metrics.ts';
import { outageBoard } from './outages/board.ts';
import { openOutward } from './outward/outward.ts';
import type { Profiles } from './profiles.ts';
import { projectRoot } from './root.ts';
import { oidcOf } from './staff/oidc.ts';
import type { Providers } from './staff/providers.ts';
import { readTexts } from './texts.ts';
import { attachmentsOnDisk } from './uploads/store.ts';

export interface StartOptions {
  profiles: Profiles;
  dataDir: string;
  databaseUrl?: string | undefined;
  publicOrigin: string;
  moreOrigins?: ReadonlySet<string>;
  developmentUser?: string | undefined;
  /** In development, the people on duty of an association whose channel is not configured. */
  alarmHere?: AlarmChannel;
  /** Where the staff of each association sign in. */
  providers?: Providers | undefined;
  trustedProxies?: number;
  metricsToken?: string | undefined;
  limits?: Limits;
  /** Where the secrets are that profiles name. */
  environment?: Readonly<Record<string, string | undefined>>;
  log: Log;
  now?: () => number;
  /** The project's folder, when it is another than the one this file is in. */
  root?: string;
}

export interface Running {
  desk: Desk;
  app: ReturnType<typeof createApp>;
  /** Ends the live lines, finishes what is being answered and the jobs, closes the database. */
  stop(listening: { close(): Promise<void> }): Promise<void>;
}

/**
 * Opens the database, brings it up to date, starts the jobs.
 * @throws {Refusal} when something about this machine or this configuration prevents it
 */
export async function start(options: StartOptions): Promise<Running> {
  const { now = Date.now, environment = {} } = options;
  const metrics = countLog(options.log);
  const { log } = metrics;
  const root = options.root ?? projectRoot();
  const texts = readTexts(join(root, 'locales'));
  const outward = openOutward(options.profiles, { ...options, env: environment, texts });
  const alarms = openAlarmChannels(options.profiles, {
    env: environment,
    otherwise:
      options.developmentUser === undefined ? undefined : (options.alarmHere ?? notConfigured),
    now,
  });
  const database = await openDatabase(options);
  try {
    for (const migration of await migrate(database.db)) log({ event: 'migrated', migration });
    const desk: Desk = {
      profiles: options.profiles,
      database,
      texts,
      attachments: attachmentsOnDisk(options.dataDir, options.profiles.keys()),
      outward,
      alarms,
      jobs: createJobs(database, log),
      live: liveInProcess(),
      outages: outageBoard(database.db, texts, now, log),
      log,
      metrics,
      metricsToken: options.metricsToken,
      now,
      publicOrigin: options.publicOrigin,
      moreOrigins: options.moreOrigins ?? new Set(),
      developmentUser: options.developmentUser,
      oidc: options.providers && oidcOf(options.providers, log, now),
      trustedProxies: options.trustedProxies ?? 0,
      limits: options.limits ?? LIMITS,
      dataDir: options.dataDir,
      root,
    };
    await desk.outages.look();
    await keepAppointments(desk);
    await desk.jobs.start(handlersOf(desk));
    return {
      desk,
      app: createApp(desk),
      async stop(listening) {
        const closed = listening.close();
        desk.live.close();
        desk.outages.stop();
        await closed;
        await desk.jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
