import { alarmMessage } from '../alarm/message.ts';
import type { Desk } from '../desk.ts';
import { faultOf } from '../log.ts';
import { Undelivered } from '../outward/undelivered.ts';
import { claimAlarm, markAttempt, type AlarmRow } from '../repositories/alarms.ts';

/**
 * When alarms leave the desk. As with deliveries, the table says what is due and a job only says "look
 * now": a job that is lost, or runs twice, does no harm; and what a crash left between sending and
 * noting it is sent once more, rather than lost.
 */

const MINUTE = 60_000;
/** Until a person acknowledges. */
const AGAIN = 5 * MINUTE;
/** An hour of messages; after it the alarm stands red in the console, and stays so. */
export const MESSAGES = 12;
/** After a failed attempt, in milliseconds; the last one repeats. */
const RETRIES = [15_000, 30_000, MINUTE] as const;
/** So long a channel that fails is tried. */
const PATIENCE = 12 * 60 * MINUTE;
/** Longer than any attempt: who holds an alarm for longer is no more. */
export const CLAIM = MINUTE;

/** One message, if it is due. */
export async function sendAlarm(desk: Desk, association: string, id: string): Promise<void> {
  const { db } = desk.database;
  const now = desk.now();
  const row = await claimAlarm(association, db, id, new Date(now), new Date(now + CLAIM));
  if (!row) return;
  const profile = desk.profiles.get(association);
  const channel = desk.alarms.get(association);
  try {
    if (!profile || !channel) throw new Undelivered('not-configured');
    const words = desk.texts(profile, 'nl');
    await channel.send(alarmMessage(row, { profile, words, publicOrigin: desk.publicOrigin }));
    await sent(desk, row);
  } catch (error) {
    await failed(desk, row, error);
  }
  desk.live.publish(association, { type: 'alarm', id });
}

async function sent(desk: Desk, row: AlarmRow): Promise<void> {
  const now = desk.now();
  const nextAt = row.messages + 1 < MESSAGES ? new Date(now + AGAIN) : null;
  await markAttempt(row.association, desk.database.db, row, { sentAt: new Date(now), nextAt });
  desk.log({ event: 'alarm-sent' });
  if (nextAt) await later(desk, row, AGAIN);
}

async function failed(desk: Desk, row: AlarmRow, error: unknown): Promise<void> {
  const known = error instanceof Undelivered ? error : undefined;
  const now = desk.now();
  const wait = RETRIES[Math.min(row.attempts, RETRIES.length) - 1] ?? MINUTE;
  const over = now + wait > row.raised_at.getTime() + PATIENCE;
  await markAttempt(row.association, desk.database.db, row, {
    failure: known?.code ?? 'unknown',
    nextAt: over ? null : new Date(now + wait),
  });
  desk.log({ event: 'alarm-failed', ...(known ? { code: known.code } : faultOf(error)) });
  if (!over) await later(desk, row, wait);
}

/** To the second; `sendDueAlarms` is for when this is lost. */
const later = (desk: Desk, { association, id }: AlarmRow, wait: number): Promise<void> =>
  desk.jobs.sendLater('alarm', { association, alarm: id }, wait);

/** Asks for everything that is due: also what a crash left behind. */
export async function sendDueAlarms(desk: Desk): Promise<void> {
  const now = new Date(desk.now());
  const due = await desk.database.db
    .selectFrom('alarm')
    .select(['id', 'association'])
    .where('next_at', '<=', now)
    .where('acknowledged_at', 'is', null)
    .where((where) =>
      where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', now)]),
    )
    .orderBy('next_at')
    .limit(100)
    .execute();
  for (const { association, id } of due) await desk.jobs.send('alarm', { association, alarm: id });
  if (due.length) desk.jobs.nudge('alarm');
}
