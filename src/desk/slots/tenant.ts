import {
  checkBooking,
  type Appointment,
  type Booking,
  type BookingAnswer,
  type Gone,
  type HoldAnswer,
  type HoldRequest,
  type Move,
  type MoveAnswer,
  type Proof,
} from '../../contract/appointment.ts';
import { email as tidyMail, postcode as tidyPostcode } from '../../contract/checks.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Desk } from '../desk.ts';
import { hashOf, newSecret, sameText, sha256 } from '../hash.ts';
import { ProblemError } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { toE164 } from '../phone.ts';
import { newReference, parseReference } from '../reference.ts';
import { placeOf } from '../reports/address.ts';
import { eraseDates } from '../reports/keep.ts';
import {
  appointmentById,
  appointmentByKey,
  appointmentByReference,
  bookFree,
  bookHold,
  cancelAppointment,
  firstNameOf,
  moveAppointment,
  postcodeOf,
  reportByKey,
  type AppointmentRow,
  type Contact,
  type NewAppointment,
} from './appointments.ts';
import { dropHolds, giveUpHolds, hold, type Claim } from './claim.ts';
import type { Search } from './find.ts';
import { changeUntil, placeOfTime, showsOf } from './kind-rules.ts';
import { rulesOf } from './planning.ts';
import { gone, insteadOf, searchFor, type NotThere } from './times.ts';

/**
 * What a tenant does with times: hold, let go, book, see, move, cancel. A time that is gone is answered by
 * what is still to be looked up.
 */

const hashOfHold = (hold: string): string => sha256(hold.toLowerCase());

export async function holdTime(
  desk: Desk,
  profile: Profile,
  { hold: secret, from, to, ...wanted }: HoldRequest,
): Promise<HoldAnswer | NotThere> {
  const search = await searchFor(desk, profile, wanted);
  const place = search && placeOfTime(search.rules, { from, to }, search.now);
  const until =
    place &&
    (await hold(profile.id, desk.database.db, {
      hash: hashOfHold(secret),
      claim: { ...search, place },
    }));
  if (!until) return gone(desk, profile, search, { from, to });
  return { outcome: 'held', from, to, until: until.toISOString() };
}

export const releaseTime = (desk: Desk, profile: Profile, secret: string): Promise<void> =>
  dropHolds(profile.id, desk.database.db, hashOfHold(secret));

/**
 * Books a time, once per key.
 * @throws {ProblemError} `wrong-answers` with the fields, or `key-reused`
 */
export async function book(
  desk: Desk,
  profile: Profile,
  booking: Booking,
  key: string,
): Promise<BookingAnswer | NotThere> {
  const { db } = desk.database;
  const requestHash = hashOf(booking);
  const earlier = await bookedEarlier(desk, profile, key, requestHash);
  if (earlier) return earlier;
  const errors = checkBooking(booking);
  if (errors.length) throw new ProblemError('wrong-answers', errors);
  const contact = await contactOf(desk, profile, booking);
  const search = await searchFor(desk, profile, {
    kind: booking.kind,
    problem: contact.problem,
    postcode: await postcodeOf(profile.id, db, contact),
  });
  const place = search && placeOfTime(search.rules, booking, search.now);
  if (!place) return gone(desk, profile, search, booking);
  const made: NewAppointment = {
    ...contact,
    id: newId(search.now),
    reference: newReference(),
    secret: newSecret(),
    idempotency_key: key,
    request_hash: requestHash,
    erase_at: eraseDates(profile.retentionMonths, place.shown[1]).contact,
  };
  const row = await claimed(desk, profile, made, { ...search, place }, booking.hold);
  if (row) {
    desk.live.publish(profile.id, { type: 'appointment', id: row.id });
    return bookedAnswer(desk, profile, row);
  }
  // The other click of a double click was first.
  return (
    (await bookedEarlier(desk, profile, key, requestHash)) ?? gone(desk, profile, search, booking)
  );
}

async function claimed(
  desk: Desk,
  profile: Profile,
  made: NewAppointment,
  claim: Claim,
  secret: string | undefined,
): Promise<AppointmentRow | undefined> {
  const { db } = desk.database;
  const hash = secret === undefined ? undefined : hashOfHold(secret);
  const held = hash && (await bookHold(profile.id, db, made, { hash, claim }));
  if (held) return held;
  await giveUpHolds(profile.id, db, claim.now);
  const row = await bookFree(profile.id, db, made, claim);
  if (row && hash) await dropHolds(profile.id, db, hash);
  return row;
}

async function bookedEarlier(
  desk: Desk,
  profile: Profile,
  key: string,
  requestHash: string,
): Promise<BookingAnswer | undefined> {
  const row = await appointmentByKey(profile.id, desk.database.db, key);
  if (!row) return undefined;
  if (row.request_hash !== requestHash) throw new ProblemError('key-reused');
  return bookedAnswer(desk, profile, row);
}

const bookedAnswer = async (
  desk: Desk,
  profile: Profile,
  row: AppointmentRow,
): Promise<BookingAnswer> => ({
  outcome: 'booked',
  appointment: await shown(desk, profile, row),
  id: row.id,
  secret: row.secret ?? '',
});

/** @throws {ProblemError} `wrong-answers` when there is no such report */
async function contactOf(desk: Desk, profile: Profile, booking: Booking): Promise<Contact> {
  const common = {
    language: booking.language,
    about: booking.about?.trim() ?? '',
    someone_else: booking.someoneElse === true,
  };
  if (booking.report !== undefined) {
    const report = await reportByKey(profile.id, desk.database.db, booking.report);
    if (!report) throw new ProblemError('wrong-answers', [{ field: 'report', code: 'missing' }]);
    return {
      ...common,
      report_id: report.id,
      problem: report.answers.problem ?? null,
      ...{ name: '', phone: '', tel: null, email: '', postcode: null, where_line: '' },
    };
  }
  const place = placeOf(booking.address ?? {});
  const { phone = '', email = '' } = booking;
  return {
    ...common,
    report_id: null,
    problem: booking.problem ?? null,
    name: booking.name?.trim() ?? '',
    phone: phone.trim(),
    tel: toE164(phone) ?? null,
    email: tidyMail(email) ?? '',
    postcode: place.postcode,
    where_line: place.line,
  };
}

async function searchOf(desk: Desk, profile: Profile, row: AppointmentRow): Promise<Search> {
  const { db } = desk.database;
  const rules = await rulesOf(profile.id, db, row.kind);
  if (!rules) throw new Error(`An appointment of a kind that is not there: ${row.kind}`);
  const postcode = await postcodeOf(profile.id, db, row);
  return { wanted: { kind: row.kind, problem: row.problem, postcode }, rules, now: desk.now() };
}

async function shown(desk: Desk, profile: Profile, row: AppointmentRow): Promise<Appointment> {
  const search = await searchOf(desk, profile, row);
  const from = row.shown_from.getTime();
  return {
    reference: row.reference ?? '',
    kind: row.kind,
    shows: showsOf(search.rules),
    from: row.shown_from.toISOString(),
    to: row.shown_to.toISOString(),
    state: row.state === 'held' ? 'booked' : row.state,
    who: await firstNameOf(profile.id, desk.database.db, row.person_id),
    changeUntil: new Date(changeUntil(search.rules, from)).toISOString(),
    ...(row.state === 'withdrawn' ? await insteadOf(desk, profile.id, search, from) : {}),
    now: new Date(desk.now()).toISOString(),
  };
}

/**
 * The appointment that somebody may speak of. An unknown number and a wrong postcode are told apart by
 * nothing.
 * @throws {ProblemError} `not-found`
 */
async function proved(desk: Desk, profile: Profile, proof: Proof): Promise<AppointmentRow> {
  const { db } = desk.database;
  if ('secret' in proof) {
    const row = await appointmentById(profile.id, db, proof.id);
    if (row && sameText(row.secret ?? '', proof.secret)) return row;
  } else {
    const reference = parseReference(proof.reference);
    const row = reference && (await appointmentByReference(profile.id, db, reference));
    const typed = tidyPostcode(proof.postcode);
    if (row && typed && (await postcodeOf(profile.id, db, row)) === typed) return row;
  }
  throw new ProblemError('not-found');
}

/** @throws {ProblemError} `not-found` */
export const appointmentState = async (
  desk: Desk,
  profile: Profile,
  proof: Proof,
): Promise<Appointment> => shown(desk, profile, await proved(desk, profile, proof));

/** What we could not keep she may always change, whatever the hour. */
function demandInTime(row: AppointmentRow, { rules, now }: Search): void {
  const until = changeUntil(rules, row.shown_from.getTime());
  if (row.state !== 'withdrawn' && now > until) throw new ProblemError('too-late');
}

/** @throws {ProblemError} `not-found`, `too-late`; `bad-request` for one that was cancelled */
export async function move(
  desk: Desk,
  profile: Profile,
  asked: Move,
): Promise<MoveAnswer | NotThere> {
  const { hold: secret, from, to, ...proof } = asked;
  const row = await proved(desk, profile, proof as Proof);
  const search = await searchOf(desk, profile, row);
  if (row.state === 'cancelled') throw new ProblemError('bad-request');
  if (row.state === 'booked' && isAt(row, asked)) return moved(desk, profile, row);
  demandInTime(row, search);
  const place = search.rules.active && placeOfTime(search.rules, { from, to }, search.now);
  if (!place) return gone(desk, profile, search, { from, to });
  await giveUpHolds(profile.id, desk.database.db, search.now);
  const fresh = await moveAppointment(profile.id, desk.database.db, row.id, {
    hash: secret === undefined ? undefined : hashOfHold(secret),
    claim: { ...search, place },
    change: { by: null, at: new Date(search.now) },
  });
  if (!fresh) return gone(desk, profile, search, { from, to });
  desk.live.publish(profile.id, { type: 'appointment', id: row.id });
  return moved(desk, profile, fresh);
}

const isAt = (row: AppointmentRow, { from, to }: Pick<Move, 'from' | 'to'>): boolean =>
  row.shown_from.getTime() === Date.parse(from) && row.shown_to.getTime() === Date.parse(to);

const moved = async (
  desk: Desk,
  profile: Profile,
  row: AppointmentRow,
): Promise<Exclude<MoveAnswer, Gone>> => ({
  outcome: 'moved',
  appointment: await shown(desk, profile, row),
});

/** Twice is once. @throws {ProblemError} `not-found`, `too-late` */
export async function cancel(desk: Desk, profile: Profile, proof: Proof): Promise<Appointment> {
  const row = await proved(desk, profile, proof);
  if (row.state === 'cancelled') return shown(desk, profile, row);
  demandInTime(row, await searchOf(desk, profile, row));
  const change = { by: null, at: new Date(desk.now()) };
  const gone = await cancelAppointment(profile.id, desk.database.db, row.id, change);
  desk.live.publish(profile.id, { type: 'appointment', id: row.id });
  return shown(desk, profile, gone ?? { ...row, state: 'cancelled' });
}
