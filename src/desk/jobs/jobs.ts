import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import type { Database, Db } from '../db/open.ts';
import { faultOf, type Log } from '../log.ts';

/** Every job, with what it is told: ids, never anything personal. */
export interface JobData {
  'read-photo': { association: string; photo: string };
  alarm: { association: string; alarm: string };
  'alarms-due': Record<string, never>;
  'clean-photo': { association: string; photo: string };
  deliver: { association: string; delivery: string };
  'deliver-due': Record<string, never>;
  'forget-uploads': Record<string, never>;
  erase: Record<string, never>;
  appointments: Record<string, never>;
}
export type JobName = keyof JobData;

export type Handlers = { [Name in JobName]: (data: JobData[Name]) => Promise<void> };

export interface Jobs {
  /** With `tx` the job exists exactly when the transaction is committed. */
  send<Name extends JobName>(name: Name, data: JobData[Name], tx?: Db): Promise<void>;
  /** Not before so many milliseconds from now; the clock is the machine's. */
  sendLater<Name extends JobName>(name: Name, data: JobData[Name], wait: number): Promise<void>;
  /** Look now, not at the next poll. Call it after the commit. */
  nudge(name: JobName): void;
  start(handlers: Handlers): Promise<void>;
  running(): boolean;
  /** Finishes what is running. */
  stop(): Promise<void>;
}

/** When the desk itself starts a job (cron, UTC). */
const SCHEDULE = {
  'alarms-due': '* * * * *',
  'forget-uploads': '*/15 * * * *',
  erase: '7 * * * *',
  'deliver-due': '* * * * *',
  appointments: '*/5 * * * *',
} as const;

const QUEUES: readonly JobName[] = [
  'read-photo',
  'alarm',
  'alarms-due',
  'clean-photo',
  'deliver',
  'deliver-due',
  'forget-uploads',
  'erase',
  'appointments',
];

/** How many at a time, where that is more than one: a receiver that hangs must not hold up the others. */
const TOGETHER: Partial<Record<JobName, number>> = { alarm: 8, deliver: 8 };

export function createJobs(database: Database, log: Log): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.query(text, values) },
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
  boss.on('error', (error) => log({ event: 'job-failed', ...faultOf(error) }));
  const workers = new Map<JobName, string>();
  let running = false;

  const nudge = (name: JobName): void => {
    const worker = workers.get(name);
    if (worker) boss.notifyWorker(worker);
  };

  async function one<Name extends JobName>(
    name: Name,
    handler: Handlers[Name],
    data: JobData[Name],
  ): Promise<'done' | 'failed'> {
    try {
      await handler(data);
      log({ event: 'job', job: name });
      return 'done';
    } catch (error) {
      log({ event: 'job-failed', job: name, ...faultOf(error) });
      return 'failed';
    }
  }

  async function work<Name extends JobName>(name: Name, handler: Handlers[Name]): Promise<void> {
    await boss.createQueue(name, {
      name,
      retryLimit: 5,
      retryDelay: 10,
      retryBackoff: true,
      expireInMinutes: 10,
    });
    const worker = await boss.work<JobData[Name]>(
      name,
      { batchSize: TOGETHER[name] ?? 1, pollingIntervalSeconds: 5 },
      async (jobs) => {
        const ended = await Promise.all(jobs.map(({ data }) => one(name, handler, data)));
        // There may be another one waiting: not at the next poll, but now.
        nudge(name);
        // pg-boss stores an error with its message: that one says nothing.
        if (ended.includes('failed')) throw new Error(name);
      },
    );
    workers.set(name, worker);
  }

  return {
    async send(name, data, tx) {
      const db = tx && {
        executeSql: async (text: string, values: unknown[]) => ({
          rows: (await tx.executeQuery(CompiledQuery.raw(text, values))).rows,
        }),
      };
      await boss.send(name, data, db ? { db } : {});
    },
    async sendLater(name, data, wait) {
      await boss.send(name, data, { startAfter: Math.ceil(wait / 1000) });
    },
    nudge,
    async start(handlers) {
      await boss.start();
      for (const name of QUEUES) await work(name, handlers[name] as Handlers[typeof name]);
      for (const [name, cron] of Object.entries(SCHEDULE)) await boss.schedule(name, cron);
      running = true;
    },
    running: () => running,
    async stop() {
      running = false;
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
