import type { Alarm, AlarmState } from '../../contract/alarm.ts';
import { alarmQuestions } from '../../contract/alarm-questions.ts';
import * as check from '../../contract/checks.ts';
import type { Profile } from '../../contract/profile.ts';
import { checkAll } from '../../contract/questionnaire.ts';
import { dangers } from '../../contract/triage/danger.ts';
import { details, problems } from '../../contract/triage/tree.ts';
import type { Desk } from '../desk.ts';
import { hashOf, newSecret } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { toE164 } from '../phone.ts';
import { eraseDates } from '../reports/keep.ts';
import {
  addAlarm,
  alarmById,
  alarmByKey,
  completeAlarm,
  openAlarmFrom,
  reportForAlarm,
  type AlarmRow,
} from '../repositories/alarms.ts';

/** Who presses again within this time is the same caller with the same trouble. */
const SAME_CALLER = 60 * 60_000;

/**
 * Takes an alarm in, once per key, and has it sent at once.
 * @throws {ProblemError} `not-found` where nobody is on duty, `wrong-answers` with the fields, or
 *   `key-reused`
 */
export async function receiveAlarm(
  desk: Desk,
  profile: Profile,
  alarm: Alarm,
  key: string,
): Promise<{ state: AlarmState; again: boolean }> {
  if (!profile.alarm) throw new ProblemError('not-found');
  const { db } = desk.database;
  const requestHash = hashOf(alarm);
  const earlier = await earlierState(desk, profile, key, requestHash);
  if (earlier) return { state: earlier, again: true };
  const known = alarm.report ? await reportForAlarm(profile.id, db, alarm.report) : undefined;
  const phone = alarm.phone?.trim() || (known?.reach === 'phone' ? known.reach_value : '') || '';
  const errors = checkAll(alarmQuestions, { phone, where: alarm.where });
  if (errors.length) throw new ProblemError('wrong-answers', errors);
  const now = desk.now();
  const tel = toE164(phone) ?? null;
  const same = await openAlarmFrom(profile.id, db, { phone, tel }, new Date(now - SAME_CALLER));
  const where = placeIn(alarm.where) || known?.where_line || '';
  const row = {
    id: newId(now),
    raised_at: new Date(now),
    idempotency_key: key,
    request_hash: requestHash,
    merged_into: same?.id ?? null,
    report_id: known?.id ?? null,
    phone,
    tel,
    where_line: where,
    what: whatOf(desk, profile, alarm) || known?.what || '',
    someone_else: alarm.someoneElse === true,
    language: alarm.language,
    secret: newSecret(),
    next_at: same ? null : new Date(now),
    erase_at: eraseDates(profile.retentionMonths, now).contact,
  };
  const added = await db.transaction().execute(async (tx) => {
    if (!(await addAlarm(profile.id, tx, row))) return false;
    if (same)
      await completeAlarm(profile.id, tx, same.id, {
        ...(where && !same.where_line ? { where_line: where } : {}),
        ...(known && !same.report_id ? { report_id: known.id } : {}),
      });
    else await desk.jobs.send('alarm', { association: profile.id, alarm: row.id }, tx);
    return true;
  });
  if (!added) {
    // The other click of a double click was first.
    const meanwhile = await earlierState(desk, profile, key, requestHash);
    if (meanwhile) return { state: meanwhile, again: true };
    throw new Error('An alarm that is there and is not');
  }
  desk.jobs.nudge('alarm');
  desk.live.publish(profile.id, { type: 'alarm', id: same?.id ?? row.id });
  return { state: same ? stateOf(same) : { raisedAt: row.raised_at.toISOString() }, again: false };
}

/** @throws {ProblemError} `not-found` when nothing was raised under this key */
export async function alarmState(desk: Desk, profile: Profile, key: string): Promise<AlarmState> {
  const row = await alarmByKey(profile.id, desk.database.db, key);
  if (!row) throw new ProblemError('not-found');
  return stateOf(await counting(desk, row));
}

async function earlierState(desk: Desk, profile: Profile, key: string, requestHash: string) {
  const row = await alarmByKey(profile.id, desk.database.db, key);
  if (row && row.request_hash !== requestHash) throw new ProblemError('key-reused');
  return row && stateOf(await counting(desk, row));
}

/** The one that counts for this one. */
const counting = async ({ database }: Desk, row: AlarmRow): Promise<AlarmRow> =>
  (row.merged_into && (await alarmById(row.association, database.db, row.merged_into))) || row;

const stateOf = (row: AlarmRow): AlarmState => ({
  raisedAt: row.raised_at.toISOString(),
  ...(row.sent_at ? { sentAt: row.sent_at.toISOString() } : {}),
  ...(row.failure ? { failing: true } : {}),
  ...(row.acknowledged_at && row.acknowledged_by
    ? { read: { by: firstName(row.acknowledged_by), at: row.acknowledged_at.toISOString() } }
    : {}),
});

/** She who waits hears a first name, and no more. */
const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

/** "1234ab 12" in one notation where it can be read as one, and else as she typed it. */
function placeIn(typed = ''): string {
  const line = typed.replace(/\s+/g, ' ').trim();
  const found = /^(\d{4}\s?[a-z]{2})[\s,]+(.+)$/i.exec(check.latin(line));
  const postcode = found?.[1] && check.postcode(found[1]);
  return postcode && found?.[2] ? `${postcode} ${found[2]}` : line;
}

function whatOf(desk: Desk, profile: Profile, { danger, problem, because = [] }: Alarm): string {
  const { t } = desk.texts(profile, 'nl');
  if (dangers.some(({ id }) => id === danger)) return t(`danger:danger.${danger}`);
  const yes = details.filter(({ id }) => because.includes(id));
  return [
    ...problems.filter(({ id }) => id === problem).map(({ id }) => `${t(`triage:problem.${id}`)}.`),
    ...yes.map(({ id }) => `${t(`triage:detail.${id}`)} ${t('frame:yes')}.`),
  ]
    .join(' ')
    .replace(/\.$/, '');
}
