import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Alarm, AlarmState } from '../../contract/alarm.ts';
import { ENDPOINTS, pathOf } from '../../contract/endpoints.ts';
import { alarmFrom } from '../../contract/repair-alarm.ts';
import { alarmState, receiveAlarm } from '../alarm/receive.ts';
import type { Desk } from '../desk.ts';
import { association } from '../http/association.ts';
import type { Env } from '../http/env.ts';
import { limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { isUuid } from '../ids.ts';
import { alarmNewsPage, alarmPage, freshAlarm, type PlainAlarm } from '../plain/alarm.ts';
import { SENT } from '../plain/ends.ts';
import { inWords, type Html, type PlainPage } from '../plain/page.ts';
import { textIn, type Posted } from '../plain/read-answers.ts';
import { freshState, readState } from '../plain/state.ts';
import { withPosted } from '../plain/step.ts';
import { toldIn } from '../plain/told.ts';
import { pageOf, plainPages, posted } from './plain.ts';

/** So long a page waits for the message to leave, so that it can say so; in milliseconds. */
const PATIENCE = 5000;
const LOOK = 100;

/** "Laat uw nummer achter" without a script. */
export function plainAlarmRoutes(desk: Desk, limit: RateLimit) {
  const path = ENDPOINTS.plainAlarm;
  return (
    new Hono<Env>()
      .use(path, compress(), association(desk), plainPages(desk, 'plainAlarm'), limit('page'))
      // Reached by its address alone there is nothing to come back to: the form is the way here.
      .get(path, (c) => {
        const page = pageOf(c, desk, 'plainAlarm');
        const form = pathOf('plainRepair', { association: page.profile.id });
        return c.redirect(form + inWords(page));
      })
      .post(path, limitBody(2 * SMALL_BODY), async (c) => {
        if (!c.var.profile.alarm) throw new ProblemError('not-found');
        const page = pageOf(c, desk, 'plainAlarm');
        return c.html(await answer(desk, page, await posted(c)));
      })
  );
}

async function answer(desk: Desk, page: PlainPage, form: Posted): Promise<Html> {
  const alarm = alarmIn(form, page);
  switch (textIn(form, 'do')) {
    case 'send':
      return raise(desk, page, alarm);
    case 'again':
      return alarmPage(page, { ...alarm, key: randomUUID() });
    default: {
      // Another language, whether somebody has read it, or back from a page that knew nothing of it.
      const state = await stateIfRaised(desk, page, alarm.key);
      return state ? alarmNewsPage(page, alarm, state) : alarmPage(page, alarm);
    }
  }
}

const stateIfRaised = (desk: Desk, { profile }: PlainPage, key: string) =>
  alarmState(desk, profile, key).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'not-found') return undefined;
    throw error;
  });

/** What she filled in before it stands in the fields. */
function alarmIn(form: Posted, page: PlainPage): PlainAlarm {
  const before = readState(textIn(form, 'state'));
  const report = before ? withPosted(before, form, toldIn(page.words)) : freshState();
  const fresh = freshAlarm(report);
  const known = alarmFrom(report.answers);
  const key = textIn(form, 'key') ?? '';
  return {
    ...fresh,
    phone: textIn(form, 'phone') ?? known.phone ?? '',
    where: textIn(form, 'where') ?? known.where ?? '',
    key: isUuid(key) ? key : fresh.key,
    sentIn: textIn(form, SENT) ?? '',
  };
}

async function raise(desk: Desk, page: PlainPage, alarm: PlainAlarm): Promise<Html> {
  const { phone, where, key, report, sentIn } = alarm;
  const { danger, someoneElse } = report.answers;
  const { problem, because } = alarmFrom(report.answers);
  const told: Alarm = {
    phone,
    language: page.words.language,
    ...(where ? { where } : {}),
    ...(danger ? { danger } : {}),
    ...(problem ? { problem } : {}),
    ...(because ? { because } : {}),
    ...(someoneElse ? { someoneElse } : {}),
    ...(sentIn ? { report: report.key } : {}),
  };
  try {
    await receiveAlarm(desk, page.profile, told, key);
    return alarmNewsPage(page, alarm, await whenItLeft(desk, page, key));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // She went back and changed something: that is an alarm of its own.
    if (error.code === 'key-reused') return raise(desk, page, { ...alarm, key: randomUUID() });
    if (!error.errors?.length) throw error;
    return alarmPage(page, { ...alarm, errors: error.errors });
  }
}

/** How far it is: once it has left or could not, or after a few seconds. */
async function whenItLeft(desk: Desk, { profile }: PlainPage, key: string): Promise<AlarmState> {
  for (let waited = 0; ; waited += LOOK) {
    const state = await alarmState(desk, profile, key);
    if (state.sentAt || state.failing || state.read || waited >= PATIENCE) return state;
    await wait(LOOK);
  }
}
