import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import type { BookingAnswer, Appointment, MoveAnswer, Time } from '../../contract/appointment.ts';
import type { Agenda, Planning, Withdrawn } from '../../contract/appointment-staff.ts';
import { ask, send } from '../test-data.ts';
import { startDesk } from '../testing.ts';
import { audit } from './audit.ts';
import { addPerson, bookAt, free, setUp, TALK, VISIT, weekOf } from './testing-slots.ts';

/** What staff set, and what that does to what is free and to what was booked. */

const MONDAY = Date.parse('2027-01-11T05:00:00Z');
const desk = await startDesk({ now: () => MONDAY });
after(() => desk.close());
const { db } = desk.desk.database;

let [person, team, cookie] = ['', '', ''];
beforeEach(async () => {
  await desk.empty();
  ({ person, team } = await setUp(desk));
  cookie = await desk.signIn();
});

const at = (from: string, minutes = 30): Time => ({
  from: new Date(from).toISOString(),
  to: new Date(Date.parse(from) + minutes * 60_000).toISOString(),
});
const NINE = at('2027-01-12T08:00Z');
const TEN = at('2027-01-12T09:00Z');

type Endpoint = Parameters<typeof ask>[2];
const asked = (endpoint: Endpoint, how: Parameters<typeof ask>[3] = {}) =>
  ask(desk, cookie, endpoint, how);
const agenda = async (query = '?from=2027-01-11&days=7') =>
  (await (await asked('staffAppointments', { query })).json()) as Agenda;
const booked = async (time: Time, more = {}) => {
  const answer = await bookAt(desk, time, more);
  assert.equal(answer.outcome, 'booked');
  return answer as Extract<BookingAnswer, { outcome: 'booked' }>;
};
const away = async (body: object, id = person) => {
  const answer = await asked('staffPersonDay', { method: 'PUT', id, body });
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { items: Withdrawn[] }).items;
};
const isFree = async (time: Time) =>
  (await free(desk, { kind: 'office', month: time.from.slice(0, 7) })).times.some(
    ({ from }) => from === time.from,
  );
const sound = async () => {
  const { double, wrongDays } = await audit('delinde', db);
  assert.deepEqual([double, wrongDays], [0, 0]);
};

describe('a week as staff see it', () => {
  test('has who works when, what is booked, and that somebody is choosing', async () => {
    await booked(NINE, { name: 'Mevrouw Berg', about: 'De huur' });
    await send(desk, 'appointmentHold', { hold: crypto.randomUUID(), kind: 'office', ...TEN });
    const { people, appointments } = await agenda();
    assert.equal(people[0]?.open.length, 5);
    assert.deepEqual(people[0]?.open[1], ['2027-01-12T07:00:00.000Z', '2027-01-12T11:00:00.000Z']);
    assert.deepEqual(
      appointments.map(({ state, name, where, about, starts }) => ({
        state,
        name,
        where,
        about,
        starts,
      })),
      [
        {
          ...{ state: 'booked', name: 'Mevrouw Berg', where: '12 a, 9401 AB' },
          ...{ about: 'De huur', starts: NINE.from },
        },
        { state: 'held', name: '', where: '', about: '', starts: TEN.from },
      ].map((each, index) => ({ ...each, where: appointments[index]!.where })),
    );
    assert.match(appointments[0]!.where, /9401 AB/);
    assert.equal((await agenda('?from=2027-01-12')).appointments.length, 2);
    assert.equal((await agenda('?from=2027-01-13')).appointments.length, 0);
  });

  for (const query of ['?from=gisteren', '?from=2027-02-30', '?days=8', '?days=0'])
    test(`${query} is refused`, async () => {
      assert.equal((await asked('staffAppointments', { query })).status, 400);
    });

  test('is moved, to a time of their choice and to somebody else', async () => {
    const { id, secret } = await booked(at('2027-01-12T07:00Z', 240), { kind: 'repair-visit' });
    const other = await addPerson(desk, team, { name: 'Fatma Yildiz', firstName: 'Fatma' });
    const move = (starts: string, to = other) =>
      asked('staffAppointmentMove', { method: 'PUT', id, body: { person: to, starts } });
    assert.equal((await move('2027-01-13T09:20:00Z')).status, 204);
    const mine = await (await send(desk, 'appointmentState', { id, secret })).json();
    const { from, to, who } = mine as Appointment;
    assert.deepEqual(
      [from, to, who],
      ['2027-01-13T07:00:00.000Z', '2027-01-13T11:00:00.000Z', 'Fatma'],
    );
    assert.equal((await move('2027-01-13T19:00:00Z', person)).status, 204, 'also in the evening');
    assert.equal((await move('2027-01-10T19:00:00Z')).status, 400, 'but not back in time');
    await sound();
  });

  test('has nobody at two places: that is refused, and nothing changes', async () => {
    const { id } = await booked(NINE);
    await booked(TEN);
    const body = { person, starts: '2027-01-12T09:15:00Z' };
    const answer = await asked('staffAppointmentMove', { method: 'PUT', id, body });
    assert.equal(answer.status, 409);
    assert.equal(((await answer.json()) as { code: string }).code, 'taken');
    assert.deepEqual(
      (await agenda()).appointments.map(({ starts }) => starts),
      [NINE.from, TEN.from],
    );
    await sound();
  });

  test('two who move two appointments to one time: one is told that it is taken', async () => {
    const [one, two] = [await booked(NINE), await booked(TEN)];
    const body = { person, starts: '2027-01-14T08:00:00Z' };
    const answers = await Promise.all(
      [one, two].map(({ id }) => asked('staffAppointmentMove', { method: 'PUT', id, body })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).sort((a, b) => a - b),
      [204, 409],
    );
    await sound();
  });
});

describe('somebody who is ill', () => {
  test('gets nobody new that day, and each who was booked is offered another time', async () => {
    const [first, second] = [await booked(NINE), await booked(TEN)];
    await booked(at('2027-01-13T08:00Z'));
    const lost = await away({ date: '2027-01-12', spans: [] });
    assert.deepEqual(
      lost.map(({ appointment }) => appointment.id).sort(),
      [first.id, second.id].sort(),
    );
    for (const { alternatives } of lost) assert.equal(alternatives.length, 5);
    assert.equal(await isFree(NINE), false);
    assert.equal((await bookAt(desk, NINE)).outcome, 'gone');
    const { items } = (await (await asked('staffWithdrawn')).json()) as { items: Withdrawn[] };
    assert.equal(items.length, 2);
    await sound();
  });

  test('is no obstacle to whoever takes one of the times that are offered, whatever the hour', async () => {
    const { id, secret } = await booked(NINE);
    await away({ date: '2027-01-12', spans: [] });
    const mine = (await (
      await send(desk, 'appointmentState', { id, secret })
    ).json()) as Appointment;
    assert.equal(mine.state, 'withdrawn');
    const answer = await send(desk, 'appointmentMove', { id, secret, ...mine.alternatives![0]! });
    const { outcome, appointment } = (await answer.json()) as Extract<
      MoveAnswer,
      { outcome: 'moved' }
    >;
    assert.deepEqual([outcome, appointment.state], ['moved', 'booked']);
    assert.deepEqual(((await (await asked('staffWithdrawn')).json()) as { items: [] }).items, []);
    await sound();
  });

  test('for the morning only keeps the appointments that still fit', async () => {
    await booked(NINE);
    await booked(TEN);
    const lost = await away({ date: '2027-01-12', spans: [['09:30', '12:00']] });
    assert.deepEqual(
      lost.map(({ appointment }) => appointment.from),
      [NINE.from],
    );
  });

  test('while somebody is choosing that time: the hold is gone, and booking says so', async () => {
    const hold = crypto.randomUUID();
    await send(desk, 'appointmentHold', { hold, kind: 'office', ...NINE });
    await away({ date: '2027-01-12', spans: [] });
    assert.equal((await bookAt(desk, NINE, { hold })).outcome, 'gone');
  });

  test('and twenty who book that day at that moment: nobody is booked on it unseen', async () => {
    const times = Array.from({ length: 8 }, (_, index) =>
      at(new Date(Date.parse('2027-01-12T07:00Z') + index * 1_800_000).toISOString()),
    );
    const [answers, lost] = await Promise.all([
      Promise.all([...times, ...times].map((time) => bookAt(desk, time))),
      away({ date: '2027-01-12', spans: [] }),
    ]);
    const { appointments } = await agenda('?from=2027-01-12');
    assert.ok(appointments.every(({ state }) => state === 'withdrawn'));
    const made = answers.filter(({ outcome }) => outcome === 'booked').length;
    assert.equal(appointments.length, made);
    assert.ok(lost.length <= made);
    await sound();
  });

  test('who is better after all works as her week says', async () => {
    await away({ date: '2027-01-12', spans: [] });
    await away({ date: '2027-01-12' });
    assert.equal(await isFree(NINE), true);
  });
});

describe('what is set', () => {
  test('is read as it was written', async () => {
    const { person: other } = await setUp(desk, { areas: ['9401', '9402 AB'] });
    const closure = { from: '2027-02-01', to: '2027-02-05', why: 'Verbouwing' };
    await asked('staffClosures', { method: 'POST', body: { ...closure, team } });
    await asked('staffClosures', {
      method: 'POST',
      body: { ...closure, spans: [['13:00', '24:00']] },
    });
    await away({ date: '2027-01-20', spans: [['08:00', '09:00']], why: 'Cursus' }, other);
    const shown = (await (await asked('staffPlanning')).json()) as Planning;
    assert.deepEqual(
      shown.teams.map(({ areas }) => areas).sort((a, b) => a.length - b.length),
      [[], ['9401', '9402 AB']],
    );
    assert.deepEqual(
      shown.kinds.find(({ kind }) => kind === 'repair-visit'),
      VISIT,
    );
    assert.deepEqual(shown.people[0]?.week, weekOf([['08:00', '12:00']]));
    assert.equal(shown.closures.length, 2);
    assert.deepEqual(
      shown.days.map(({ date, why }) => [date, why]),
      [['2027-01-20', 'Cursus']],
    );
  });

  test('changes what is free at once, and leaves what was booked', async () => {
    await booked(NINE);
    const id = person;
    const body = {
      ...{ name: 'Jan Kuipers', firstName: 'Jan', team, kinds: ['office'], skills: [], seats: 1 },
      ...{
        week: weekOf([
          ['09:00', '10:00'],
          ['13:00', '14:00'],
        ]),
        active: true,
      },
    };
    assert.equal((await asked('staffPerson', { method: 'PUT', id, body })).status, 204);
    assert.equal(await isFree(TEN), false);
    assert.equal(await isFree(at('2027-01-12T12:00Z')), true);
    assert.equal(await isFree(NINE), false);
    const left = { ...body, active: false };
    assert.equal((await asked('staffPerson', { method: 'PUT', id, body: left })).status, 204);
    assert.equal((await free(desk, { kind: 'office' })).none, 'not-offered');
    assert.equal((await agenda()).appointments.length, 1);
    await sound();
  });

  test('a closed day is closed, for one team or for all, until it is taken back', async () => {
    const body = { from: '2027-01-12', to: '2027-01-13', team, spans: [['08:30', '09:15']] };
    const answer = await asked('staffClosures', { method: 'POST', body });
    const { id } = (await answer.json()) as { id: string };
    assert.deepEqual([await isFree(NINE), await isFree(at('2027-01-12T08:30Z'))], [false, true]);
    assert.equal((await asked('staffClosure', { method: 'DELETE', id })).status, 204);
    assert.equal(await isFree(NINE), true);
    assert.equal((await asked('staffClosure', { method: 'DELETE', id })).status, 404);
  });

  test('a kind that is no longer offered cannot be booked; what was booked stays, and can be cancelled', async () => {
    const made = await booked(NINE);
    const body = { ...TALK, active: false };
    assert.equal((await asked('staffAppointmentKinds', { method: 'PUT', body })).status, 204);
    const gone = await bookAt(desk, TEN);
    assert.deepEqual([gone.outcome, 'none' in gone && gone.none], ['gone', 'not-offered']);
    const link = { id: made.id, secret: made.secret };
    assert.equal((await send(desk, 'appointmentCancel', link)).status, 200);
  });

  for (const [what, week] of Object.entries({
    'that ends before it begins': [['12:00', '08:00']],
    'that lie over each other': [
      ['08:00', '12:00'],
      ['11:00', '13:00'],
    ],
    'after midnight': [['22:00', '25:00']],
  }))
    test(`hours ${what} are refused`, async () => {
      const body = {
        ...{ name: 'J', firstName: 'J', team, kinds: [], skills: [], seats: 1, active: true },
        week: weekOf(week as [string, string][]),
      };
      assert.equal((await asked('staffPeople', { method: 'POST', body })).status, 400);
    });
});

test('what is set is kept while the desk serves the association, and forgotten a year after', async () => {
  const { keepPlanning } = await import('./people.ts');
  const { eraseDue } = await import('../repositories/erase.ts');
  const month = 31 * 86_400_000;
  const left = async () => (await db.selectFrom('person').select('id').execute()).length;
  const later = (months: number) => new Date(MONDAY + months * month);
  for (let count = 1; count < 20; count++) {
    await keepPlanning('delinde', db, later(count).getTime());
    await eraseDue(db, desk.desk.attachments, later(count));
  }
  assert.equal(await left(), 1);
  await eraseDue(db, desk.desk.attachments, later(32));
  assert.equal(await left(), 0);
});
