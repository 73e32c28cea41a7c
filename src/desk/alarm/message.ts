import { html } from 'hono/html';
import { pathOf } from '../../contract/endpoints.ts';
import { nameInDutch } from '../../contract/languages.ts';
import { DUTCH_TIME, timeOf } from '../../contract/opening-hours.ts';
import type { Profile } from '../../contract/profile.ts';
import type { AlarmRow } from '../repositories/alarms.ts';
import type { Words } from '../texts.ts';

/** What leaves for the people on duty, in both shapes. */
export interface AlarmMessage {
  id: string;
  /** 1 is the first. */
  attempt: number;
  /** The page to say who calls. */
  link: string;
  mail: { subject: string; text: string; html: string };
  json: object;
}

interface Around {
  profile: Profile;
  /** Dutch. */
  words: Words;
  publicOrigin: string;
}

/** A page that works on any phone without signing in; what follows "#" never leaves the phone. */
export const dutyLink = (publicOrigin: string, { association, id, secret }: AlarmRow): string =>
  `${publicOrigin}/console/duty.html#${association}/${id}/${secret}`;

/** @param row as claimed for this attempt: `messages` is how many left before */
export function alarmMessage(
  row: AlarmRow,
  { profile, words, publicOrigin }: Around,
): AlarmMessage {
  const number = row.messages + 1;
  const link = dutyLink(publicOrigin, row);
  return {
    id: row.id,
    attempt: row.attempts,
    link,
    mail: mailOf(row, { words, link, number, name: profile.name }),
    json: {
      type: 'alarm.raised',
      timestamp: row.raised_at.toISOString(),
      data: {
        id: row.id,
        association: profile.id,
        /** Which message about this alarm it is: 2 and on, nobody has acknowledged the ones before. */
        number,
        raisedAt: row.raised_at.toISOString(),
        phone: row.phone,
        ...(row.tel ? { tel: row.tel } : {}),
        where: row.where_line,
        what: row.what,
        someoneElse: row.someone_else,
        language: row.language,
        page: link,
        acknowledge: {
          url: publicOrigin + pathOf('alarmAcknowledged', { association: profile.id }),
          body: { id: row.id, secret: row.secret, name: '' },
        },
      },
    },
  };
}

const moment = (instant: Date): string =>
  new Intl.DateTimeFormat('nl', { ...DUTCH_TIME, dateStyle: 'full', timeStyle: 'short' }).format(
    instant,
  );

/** The subject is seen on locked screens and kept by mail servers: nothing of hers is in it. */
function mailOf(
  row: AlarmRow,
  {
    words: { t },
    link,
    number,
    name,
  }: { words: Words; link: string; number: number; name: string },
): AlarmMessage['mail'] {
  const time = timeOf(row.raised_at.toISOString(), 'nl');
  const subject =
    number === 1
      ? t('duty:mail.subject', { name })
      : t('duty:mail.subject.again', { name, number, time });
  const rows: readonly (readonly [string, string])[] = [
    [t('duty:call'), row.phone],
    [t('duty:where'), row.where_line || t('duty:where.unknown')],
    [t('duty:what'), row.what || t('duty:what.unknown')],
    [t('duty:language'), nameInDutch(row.language)],
    [t('duty:raised'), moment(row.raised_at)],
  ];
  const notes = [
    ...(number > 1 ? [t('duty:mail.again', { number })] : []),
    ...(row.someone_else ? [t('duty:someone-else')] : []),
  ];
  return {
    subject,
    text: `${[
      t('duty:mail.title'),
      ...notes,
      rows.map(([label, value]) => `${label}: ${value}`).join('\n'),
      `${t('duty:mail.link')}\n${link}`,
      t('duty:mail.why'),
    ].join('\n\n')}\n`,
    html: String(
      html`<!doctype html>
        <html lang="nl">
          <head>
            <meta charset="utf-8" />
            <title>${t('duty:mail.title')}</title>
          </head>
          <body>
            <h1>${t('duty:mail.title')}</h1>
            ${notes.map((note) => html`<p><strong>${note}</strong></p>`)}
            <table cellpadding="4">
              ${rows.map(
                ([label, value]) =>
                  html`<tr>
                    <th align="left" valign="top" scope="row">${label}</th>
                    <td>${value}</td>
                  </tr>`,
              )}
            </table>
            ${row.tel ? html`<p><a href="tel:${row.tel}">${t('duty:call.now')}</a></p>` : ''}
            <p><a href="${link}">${t('duty:mail.link')}</a></p>
            <p>${t('duty:mail.why')}</p>
          </body>
        </html>`,
    ),
  };
}
