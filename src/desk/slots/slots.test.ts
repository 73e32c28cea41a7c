import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';
import type {
  Appointment,
  BookingAnswer,
  HoldAnswer,
  MoveAnswer,
  Time,
} from '../../contract/appointment.ts';
import { ask, report, send } from '../test-data.ts';
import { newStorage } from '../testing-storage.ts';
import { startDesk } from '../testing.ts';
import { audit } from './audit.ts';
import { addPerson, bookAt, bookingAt, free, setUp, TALK, weekOf } from './testing-slots.ts';

/** What a tenant does with times, through the desk's own addresses, on a real database. */

const MONDAY = Date.parse('2027-01-11T05:00:00Z');
const MINUTE = 60_000;
let clock = MONDAY;
const desk = await startDesk({ now: () => clock });
after(() => desk.close());
const { db } = desk.desk.database;

let team = '';
beforeEach(async () => {
  clock = MONDAY;
  await desk.empty();
  ({ team } = await setUp(desk));
});

const talk = (from: string, minutes = 30): Time => ({
  from: new Date(from).toISOString(),
  to: new Date(Date.parse(from) + minutes * MINUTE).toISOString(),
});
const NINE = talk('2027-01-11T08:00Z');
const TEN = talk('2027-01-11T09:00Z');
const WINDOW = talk('2027-01-11T07:00Z', 240);

const post = async <T>(endpoint: Parameters<typeof send>[1], body: object): Promise<T> => {
  const answer = await send(desk, endpoint, body);
  assert.equal(answer.status, 200, `${endpoint}: ${answer.status}`);
  return (await answer.json()) as T;
};
const hold = (time: Time, secret: string = randomUUID(), more: object = {}) =>
  post<HoldAnswer>('appointmentHold', { hold: secret, kind: 'office', ...time, ...more });
const booked = async (
  ...args: Parameters<typeof bookAt> extends [unknown, ...infer R] ? R : never
) => {
  const answer = await bookAt(desk, ...args);
  assert.equal(answer.outcome, 'booked');
  return answer as Extract<BookingAnswer, { outcome: 'booked' }>;
};
const linkOf = ({ id, secret }: { id: string; secret: string }) => ({ id, secret });
const soonest = async (body: object = { kind: 'office' }) => (await free(desk, body)).times;
const sound = async (expected: { booked: number; held: number }) =>
  assert.deepEqual(await audit('delinde', db), { ...expected, double: 0, wrongDays: 0 });

describe('what is free', () => {
  test('is first the five soonest, of the day that has begun too', async () => {
    assert.deepEqual(
      (await soonest()).map(({ from }) => from.slice(11, 16)),
      ['07:00', '07:30', '08:00', '08:30', '09:00'],
    );
    clock = Date.parse('2027-01-11T08:10:00Z');
    assert.equal((await soonest())[0]?.from, talk('2027-01-11T08:30Z').from);
  });

  test('of a visit is a window as long as the work still fits in it', async () => {
    assert.deepEqual((await soonest({ kind: 'repair-visit' }))[0], WINDOW);
    // Three of 75 minutes go into four hours.
    for (let count = 0; count < 3; count++) await booked(WINDOW, { kind: 'repair-visit' });
    assert.notDeepEqual((await soonest({ kind: 'repair-visit' }))[0], WINDOW);
    await sound({ booked: 3, held: 0 });
  });

  test('is all of a month, and the same as what is soonest', async () => {
    await booked(NINE);
    const all = await free(desk, { kind: 'office', month: '2027-01' });
    assert.deepEqual(all.times.slice(0, 5), await soonest());
    assert.ok(!all.times.some(({ from }) => from === NINE.from));
    assert.equal(all.lastDay, '2027-02-10');
    const february = await free(desk, { kind: 'office', month: '2027-02' });
    assert.ok(february.times.length > 0);
    assert.ok(february.times.every(({ from }) => from < '2027-02-11'));
    const later = await free(desk, { kind: 'office', month: '2027-03' });
    assert.deepEqual([later.times, later.none], [[], undefined]);
  });

  test('is nothing where nobody comes, and says why', async () => {
    await desk.empty();
    await setUp(desk, { areas: ['9401'] });
    const none = async (body: object) => (await free(desk, body)).none;
    assert.equal(await none({ kind: 'repair-visit', postcode: '9402 ab' }), 'outside-area');
    assert.equal(await none({ kind: 'repair-visit' }), 'outside-area');
    assert.equal(await none({ kind: 'repair-visit', postcode: 'NL-9401ab' }), undefined);
    assert.equal(await none({ kind: 'office', postcode: '9402ab' }), undefined);
    assert.equal(await none({ kind: 'video' }), 'not-offered');
    await desk.empty();
    await setUp(desk, { person: { week: weekOf([]) } });
    assert.equal(await none({ kind: 'office' }), 'full');
  });

  test('asks for the trade that the problem takes', async () => {
    await desk.empty();
    await setUp(desk, { person: { skills: ['SCH'] } });
    const times = (problem: string) => soonest({ kind: 'repair-visit', problem });
    assert.equal((await times('kraan_drupt')).length, 0);
    assert.equal((await times('not-in-the-triage')).length, 5);
  });

  test('is another association’s own', async () => {
    await setUp(desk, { association: 'hetbaken', person: { week: weekOf([['15:00', '16:00']]) } });
    const theirs = await free(desk, { kind: 'office' }, 'hetbaken');
    assert.equal(theirs.times[0]?.from, talk('2027-01-11T14:00Z').from);
    const taken = await send(desk, 'appointments', bookingAt(theirs.times[0]!));
    assert.equal(((await taken.json()) as BookingAnswer).outcome, 'gone');
  });

  test('has as many seats as there are', async () => {
    await desk.empty();
    await setUp(desk, { person: { seats: 2 } });
    await booked(NINE);
    await booked(NINE);
    assert.equal((await bookAt(desk, NINE)).outcome, 'gone');
    await sound({ booked: 2, held: 0 });
  });
});

describe('a time that is held', () => {
  test('is nobody else’s, and is booked by whoever holds it', async () => {
    const secret = randomUUID();
    assert.equal((await hold(NINE, secret)).outcome, 'held');
    assert.equal((await hold(NINE)).outcome, 'gone');
    assert.equal((await bookAt(desk, NINE)).outcome, 'gone');
    await booked(NINE, { hold: secret });
    await sound({ booked: 1, held: 0 });
  });

  test('lasts longer when it is asked for again, until she sends', async () => {
    const secret = randomUUID();
    await hold(NINE, secret);
    for (let count = 0; count < 4; count++) {
      clock += 10 * MINUTE;
      assert.equal((await hold(NINE, secret)).outcome, 'held');
      assert.equal((await hold(NINE)).outcome, 'gone');
    }
    await sound({ booked: 0, held: 1 });
  });

  test('is free again when it ran out: for others, and for her as long as nobody took it', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await hold(NINE, first);
    clock += 16 * MINUTE;
    await booked(NINE, { hold: first });
    await hold(TEN, second);
    clock += 16 * MINUTE;
    assert.ok((await soonest()).some(({ from }) => from === TEN.from));
    await booked(TEN);
    const late = await bookAt(desk, TEN, { hold: second });
    assert.equal(late.outcome, 'gone');
    assert.ok(late.alternatives.length > 0);
    await sound({ booked: 2, held: 0 });
  });

  test('is not kept for two hours by a page that was left open', async () => {
    const secret = randomUUID();
    await hold(talk('2027-01-12T08:00Z'), secret);
    for (let count = 0; count < 13; count++) {
      clock += 10 * MINUTE;
      await hold(talk('2027-01-12T08:00Z'), secret);
    }
    clock += 16 * MINUTE;
    await booked(talk('2027-01-12T08:00Z'));
  });

  test('goes when she chooses another, and when she lets it go', async () => {
    const secret = randomUUID();
    await hold(NINE, secret);
    await hold(TEN, secret);
    await sound({ booked: 0, held: 1 });
    await booked(NINE);
    assert.equal((await send(desk, 'appointmentRelease', { hold: secret })).status, 204);
    await booked(TEN);
  });

  test('stays when the other one that she chose was gone', async () => {
    const secret = randomUUID();
    await booked(TEN);
    await hold(NINE, secret);
    assert.equal((await hold(TEN, secret)).outcome, 'gone');
    await booked(NINE, { hold: secret });
  });

  test('is one when the finger trembles', async () => {
    const secret = randomUUID();
    const both = await Promise.all([hold(NINE, secret), hold(NINE, secret)]);
    assert.deepEqual(
      both.map(({ outcome }) => outcome),
      ['held', 'held'],
    );
    await sound({ booked: 0, held: 1 });
  });

  test('cannot be used twice', async () => {
    const secret = randomUUID();
    await hold(NINE, secret);
    await booked(NINE, { hold: secret });
    assert.equal((await bookAt(desk, NINE, { hold: secret })).outcome, 'gone');
    assert.equal((await bookAt(desk, TEN, { hold: secret })).outcome, 'booked', 'as any free time');
    await sound({ booked: 2, held: 0 });
  });

  test('by somebody who does not come to her address is booked with somebody who does', async () => {
    await desk.empty();
    const far = await setUp(desk, { areas: ['1234'] });
    const secret = randomUUID();
    await hold(WINDOW, secret, { kind: 'repair-visit', postcode: '1234 AB' });
    const gone = await bookAt(desk, WINDOW, { kind: 'repair-visit', hold: secret });
    assert.deepEqual([gone.outcome, 'none' in gone && gone.none], ['gone', 'outside-area']);
    const { person: near } = await setUp(desk, { areas: ['9401'] });
    await booked(WINDOW, { kind: 'repair-visit', hold: secret });
    const rows = await db.selectFrom('appointment').select(['person_id', 'state']).execute();
    assert.deepEqual(rows, [{ person_id: near, state: 'booked' }]);
    assert.notEqual(near, far.person);
  });
});

describe('a booking', () => {
  test('sent twice is one, with the same answer; under the same key another one is refused', async () => {
    const key = randomUUID();
    const [one, other] = await Promise.all([booked(NINE, {}, key), booked(NINE, {}, key)]);
    assert.equal(one.id, other.id);
    assert.deepEqual(await booked(NINE, {}, key), one);
    const reused = await send(desk, 'appointments', bookingAt(TEN), { key });
    assert.equal(reused.status, 422);
    await sound({ booked: 1, held: 0 });
  });

  test('with a hold, sent twice at once, is one', async () => {
    const [key, secret] = [randomUUID(), randomUUID()];
    await hold(NINE, secret);
    const all = await Promise.all(
      Array.from({ length: 5 }, () => booked(NINE, { hold: secret }, key)),
    );
    assert.equal(new Set(all.map(({ id }) => id)).size, 1);
    await sound({ booked: 1, held: 0 });
  });

  for (const [what, more] of Object.entries({
    'without a way to reach her': { phone: '' },
    'without an address': { address: {} },
    'with a phone number that is none': { phone: 'bel maar' },
    'with half an e-mail address': { phone: '', email: 'berg@' },
    'by telephone without a number': { kind: 'phone' as const, phone: '', email: 'b@berg.example' },
    'with a report that is not there': { report: randomUUID() },
  }))
    test(`${what} is refused by name, and takes no time`, async () => {
      const answer = await send(desk, 'appointments', bookingAt(NINE, more));
      assert.equal(answer.status, 422);
      await sound({ booked: 0, held: 0 });
    });

  test('with her report takes who she is and where she lives from that', async () => {
    const key = randomUUID();
    await report(desk, {}, { key });
    const { appointment } = await booked(WINDOW, {
      ...{ kind: 'repair-visit', report: key, phone: undefined, address: undefined },
    });
    const cookie = await desk.signIn();
    const shown = await ask(desk, cookie, 'staffAppointments', { query: '?from=2027-01-11' });
    const { appointments } = (await shown.json()) as { appointments: { name: string }[] };
    assert.equal(appointments[0]?.name, 'Mevrouw Berg');
    const { reference } = appointment;
    const mine = await post<Appointment>('appointmentState', { reference, postcode: '9401 ab' });
    assert.deepEqual([mine.state, mine.who, mine.from], ['booked', 'Jan', WINDOW.from]);
  });

  for (const [what, time] of Object.entries({
    'in the past': talk('2027-01-08T08:00Z'),
    'this morning': talk('2027-01-11T04:00Z'),
    'beyond the horizon': talk('2027-03-01T08:00Z'),
    'at night': talk('2027-01-12T02:00Z'),
    'in a weekend': talk('2027-01-16T08:00Z'),
    'on a holiday': talk('2027-01-01T08:00Z'),
    'between two steps': talk('2027-01-12T08:10Z'),
    'as long as she likes': talk('2027-01-12T08:00Z', 90),
    'in another century': talk('2999-01-12T08:00Z'),
  }))
    test(`of a time ${what} is answered with the nearest ones`, async () => {
      const answer = await bookAt(desk, time);
      assert.equal(answer.outcome, 'gone');
      assert.equal(answer.alternatives.length, 5);
      assert.equal((await hold(time)).outcome, 'gone');
    });

  test('that is gone is answered with what lies nearest on either side', async () => {
    await booked(NINE);
    const answer = await bookAt(desk, NINE);
    assert.equal(answer.outcome, 'gone');
    assert.deepEqual(
      answer.alternatives
        .slice(0, 2)
        .map(({ from }) => from.slice(11, 16))
        .sort(),
      [...['07:30', '08:30']],
    );
  });

  test('is of the moment, in whatever zone her device writes it', async () => {
    const { appointment } = await booked({
      from: '2027-01-11T17:00:00+09:00',
      to: '2027-01-11T17:30:00+09:00',
    });
    assert.equal(appointment.from, NINE.from);
  });
});

describe('the nights in which the clock changes', () => {
  /** Everybody works through the night. */
  const nights = async (now: string) => {
    clock = Date.parse(now);
    await desk.empty();
    const all: [string, string][] = [['00:00', '24:00']];
    const week = { ...weekOf(all), sat: all, sun: all };
    await setUp(desk, { kinds: [{ ...TALK, horizonDays: 2 }], person: { week } });
    return (await free(desk, { kind: 'office', month: now.slice(0, 7) })).times.map(
      ({ from }) => from,
    );
  };

  test('in March nothing is offered in the hour that is not there, and nothing is left out', async () => {
    const times = await nights('2026-03-27T23:00:00Z');
    const sunday = times.filter((from) => from >= '2026-03-28T23' && from < '2026-03-29T22');
    assert.equal(sunday.length, 46);
    assert.equal((await bookAt(desk, talk('2026-03-29T01:00Z'))).outcome, 'booked');
  });

  test('in October the hour that happens twice is nobody’s', async () => {
    const times = await nights('2026-10-23T22:00:00Z');
    const sunday = times.filter((from) => from >= '2026-10-24T22' && from < '2026-10-25T23');
    assert.equal(sunday.length, 46);
    for (const twice of ['2026-10-25T00:30Z', '2026-10-25T01:30Z'])
      assert.equal((await bookAt(desk, talk(twice))).outcome, 'gone');
    // What goes on into the next day is of neither.
    assert.ok(times.includes(talk('2026-10-24T21:30Z').from));
  });

  test('a leap day is booked as any other', async () => {
    const times = await nights('2028-02-28T05:00:00Z');
    assert.ok(times.includes(talk('2028-02-29T08:00Z').from));
    assert.equal((await bookAt(desk, talk('2028-02-29T22:30Z'))).outcome, 'booked');
    assert.equal((await bookAt(desk, talk('2028-02-29T22:30Z'))).outcome, 'gone');
    await sound({ booked: 1, held: 0 });
  });
});

describe('many at once', () => {
  test('two, and two hundred on the last time: one has it, all others get the nearest', async () => {
    for (const [many, time] of [
      [2, NINE],
      [200, TEN],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: many }, () => bookAt(desk, time)));
      assert.equal(answers.filter(({ outcome }) => outcome === 'booked').length, 1);
      for (const answer of answers)
        if (answer.outcome === 'gone') assert.equal(answer.alternatives.length, 5);
    }
    await sound({ booked: 2, held: 0 });
  });

  test('two hundred hold, let go, book, move and cancel: every day is as it should be', async () => {
    for (let count = 0; count < 3; count++) await addPerson(desk, team);
    const times = (await free(desk, { kind: 'office', month: '2027-01' })).times.slice(0, 12);
    const pick = (index: number) => times[index % times.length]!;
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const secret = randomUUID();
        await hold(pick(index), secret);
        if (index % 5 === 0) return send(desk, 'appointmentRelease', { hold: secret });
        const answer = await bookAt(desk, pick(index), { hold: secret });
        if (answer.outcome === 'gone') return undefined;
        const link = linkOf(answer);
        if (index % 3 === 0) return post('appointmentCancel', link);
        return index % 3 === 1
          ? post('appointmentMove', { ...link, ...pick(index + 1) })
          : undefined;
      }),
    );
    const { booked: count, held } = await audit('delinde', db);
    await sound({ booked: count, held });
    assert.ok(count > 10, `${count}`);
  });

  test('of ten who want a time that ten people have, none is sent away', async () => {
    for (let count = 1; count < 10; count++) await addPerson(desk, team);
    const answers = await Promise.all(Array.from({ length: 10 }, () => bookAt(desk, NINE)));
    assert.deepEqual([...new Set(answers.map(({ outcome }) => outcome))], ['booked']);
    await sound({ booked: 10, held: 0 });
  });

  test('the database itself lets nobody be booked twice', async () => {
    const { id } = await booked(NINE);
    const row = await db
      .selectFrom('appointment')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { during: _, ...rest } = row;
    const again = { ...rest, id: randomUUID(), reference: 'x', idempotency_key: randomUUID() };
    const insert = (seat: number) =>
      db
        .insertInto('appointment')
        .values({ ...again, seat, reference: `x${seat}` })
        .execute();
    await assert.rejects(insert(1), { code: '23P01' });
    await db.updateTable('appointment').set({ state: 'cancelled' }).where('id', '=', id).execute();
    await insert(1);
  });
});

describe('her own appointment', () => {
  test('is found by the link, and by its number and postcode; wrong and unknown are answered alike', async () => {
    const made = await booked(NINE);
    const { reference } = made.appointment;
    const state = (body: object) => send(desk, 'appointmentState', body);
    for (const right of [
      linkOf(made),
      { reference, postcode: '9401AB' },
      { reference: reference.toLowerCase().replaceAll('-', ' '), postcode: ' 9401 ab' },
    ])
      assert.equal((await state(right)).status, 200);
    const wrong = [
      { ...linkOf(made), secret: 'f'.repeat(64) },
      { id: randomUUID(), secret: made.secret },
      { reference, postcode: '9401 AC' },
      { reference, postcode: '' },
      { reference: 'K7M4-P2XR-9', postcode: '9401 AB' },
      { reference: 'x', postcode: '9401 AB' },
    ].map(async (body) => {
      const answer = await state(body);
      return [answer.status, await answer.text()].join();
    });
    assert.equal(new Set(await Promise.all(wrong)).size, 1);
  });

  test('moves to another time, and to one that lies half under its own', async () => {
    await desk.empty();
    await setUp(desk, { kinds: [{ ...TALK, minutes: 60 }] });
    const made = await booked(talk('2027-01-11T08:00Z', 60));
    const to = talk('2027-01-11T08:30Z', 60);
    const moved = await post<MoveAnswer>('appointmentMove', { ...linkOf(made), ...to });
    assert.ok(moved.outcome === 'moved' && moved.appointment.from === to.from);
    const again = await post<MoveAnswer>('appointmentMove', { ...linkOf(made), ...to });
    assert.deepEqual(again, moved);
    await sound({ booked: 1, held: 0 });
  });

  test('moves to what she holds, and stays where it is when the new time is gone', async () => {
    const made = await booked(NINE);
    const secret = randomUUID();
    await hold(TEN, secret);
    const move = (time: Time, more: object = {}) =>
      post<MoveAnswer>('appointmentMove', { ...linkOf(made), ...time, ...more });
    assert.equal((await move(TEN)).outcome, 'gone', 'somebody holds it');
    const mine = await post<Appointment>('appointmentState', linkOf(made));
    assert.equal(mine.from, NINE.from);
    assert.equal((await move(TEN, { hold: secret })).outcome, 'moved');
    await booked(NINE);
    await sound({ booked: 2, held: 0 });
  });

  test('is cancelled once, and its time is free again', async () => {
    const made = await booked(NINE);
    for (let count = 0; count < 2; count++)
      assert.equal((await post<Appointment>('appointmentCancel', linkOf(made))).state, 'cancelled');
    const move = await send(desk, 'appointmentMove', { ...linkOf(made), ...TEN });
    assert.equal(move.status, 400);
    await booked(NINE);
  });

  test('can be changed here until the limit of the association, and by telephone after it', async () => {
    const made = await booked(TEN);
    clock = Date.parse(made.appointment.changeUntil);
    assert.equal(
      (await post<MoveAnswer>('appointmentMove', { ...linkOf(made), ...NINE })).outcome,
      'moved',
    );
    clock = Date.parse('2027-01-11T06:00:01Z');
    for (const endpoint of ['appointmentCancel', 'appointmentMove'] as const) {
      const more = endpoint === 'appointmentMove' ? TEN : {};
      const late = await send(desk, endpoint, { ...linkOf(made), ...more });
      assert.equal(late.status, 409);
      assert.equal(((await late.json()) as { code: string }).code, 'too-late');
    }
  });

  test('takes its time with it when her report is erased', async () => {
    const key = randomUUID();
    const { reference } = await report(desk, {}, { key });
    await booked(NINE, { report: key });
    const cookie = await desk.signIn();
    const body = { reference, why: 'asked' };
    const erased = await ask(desk, cookie, 'staffErasures', { method: 'POST', body });
    assert.equal(erased.status, 204);
    await sound({ booked: 0, held: 0 });
    assert.ok((await soonest()).some(({ from }) => from === NINE.from));
  });
});

test('a desk that is stopped in the middle of a booking goes on where it was', async () => {
  const storage = await newStorage();
  const start = () => startDesk({ storage, now: () => clock });
  let other = await start();
  await setUp(other);
  const [key, secret] = [randomUUID(), randomUUID()];
  await send(other, 'appointmentHold', { hold: secret, kind: 'office', ...NINE });
  await other.close();
  other = await start();
  assert.equal((await bookAt(other, NINE)).outcome, 'gone', 'what was held is held');
  // The answer is lost: she sends it again to the desk that was started anew.
  void send(other, 'appointments', bookingAt(NINE, { hold: secret }), { key }).catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  await other.close();
  other = await start();
  const answer = await bookAt(other, NINE, { hold: secret }, key);
  assert.equal(answer.outcome, 'booked');
  assert.deepEqual(await audit('delinde', other.desk.database.db), {
    ...{ booked: 1, held: 0, double: 0, wrongDays: 0 },
  });
  await other.close();
  await storage.remove();
});

test('the days ahead grow as time goes by', async () => {
  clock += 60 * 86_400_000;
  assert.deepEqual(await soonest(), []);
  const { keepAppointments } = await import('../jobs/appointments.ts');
  await keepAppointments(desk.desk);
  assert.equal((await soonest()).length, 5);
});
