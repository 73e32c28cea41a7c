import { timingSafeEqual } from 'node:crypto';
import type { AlarmForDuty, AlarmLink } from '../../contract/alarm.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { ProblemError } from '../http/problem.ts';
import { acknowledgeAlarm, alarmById, type AlarmRow } from '../repositories/alarms.ts';

/** So long a link opens its page: a night and the morning after it. */
export const LINK_HOURS = 24;

/** @throws {ProblemError} `not-found` for a secret that is wrong, or too old */
export const alarmForDuty = async (
  desk: Desk,
  profile: Profile,
  link: AlarmLink,
): Promise<AlarmForDuty> => shown(profile, await opened(desk, profile, link));

/**
 * Whoever says so first is who calls back; the messages stop.
 * @throws {ProblemError} `not-found`
 */
export async function acknowledgeByLink(
  desk: Desk,
  profile: Profile,
  link: AlarmLink,
  name: string,
): Promise<AlarmForDuty> {
  const { id } = await opened(desk, profile, link);
  await acknowledge(desk, profile, id, name);
  return alarmForDuty(desk, profile, link);
}

/** @returns false when somebody else was before, or there is none */
export async function acknowledge(
  desk: Desk,
  profile: Profile,
  id: string,
  by: string,
): Promise<boolean> {
  const first = await acknowledgeAlarm(profile.id, desk.database.db, id, by, new Date(desk.now()));
  if (first) desk.live.publish(profile.id, { type: 'alarm', id });
  return first;
}

async function opened(desk: Desk, profile: Profile, { id, secret }: AlarmLink): Promise<AlarmRow> {
  const row = await alarmById(profile.id, desk.database.db, id);
  const age = desk.now() - (row?.raised_at.getTime() ?? 0);
  const right =
    row?.secret.length === secret.length &&
    timingSafeEqual(Buffer.from(row.secret), Buffer.from(secret));
  if (!row || !right || age > LINK_HOURS * 3_600_000) throw new ProblemError('not-found');
  return row;
}

const shown = (profile: Profile, row: AlarmRow): AlarmForDuty => ({
  association: profile.name,
  raisedAt: row.raised_at.toISOString(),
  phone: row.phone,
  ...(row.tel ? { tel: row.tel } : {}),
  where: row.where_line,
  what: row.what,
  someoneElse: row.someone_else,
  language: row.language,
  ...(row.acknowledged_at && row.acknowledged_by
    ? { acknowledged: { by: row.acknowledged_by, at: row.acknowledged_at.toISOString() } }
    : {}),
});
