import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CallbackReceipt } from '../contract/callback.ts';
import type { FreeTimes } from '../contract/appointment.ts';
import type { DeliveryLine } from '../contract/delivery.ts';
import type { AlarmLine, MessageLine, Page, Report, ReportLine } from '../contract/staff.ts';
import { CALLBACK_TOPICS } from '../contract/callback-choices.ts';
import { newSecret, sha256 } from './hash.ts';
import {
  ask,
  eventually,
  MESSAGE,
  phonePhoto,
  report,
  request,
  send,
  upload,
} from './test-data.ts';
import { dutchDate } from './opening-rules.ts';
import { setUpDemo } from './slots/demo.ts';
import { FOLDER, profilesWith } from './test-profiles.ts';
import { startDesk, type TestDesk } from './testing.ts';

/**
 * A desk on which every route can be called: what De Linde has one of each, and a right body for every
 * route that takes one. The routes come from the app itself, so that a new one is tested as well.
 */

/** Nobody is there: what is sent to it fails, and stands in the console. */
const WEBHOOK = {
  kind: 'webhook',
  id: 'itris',
  name: 'Itris',
  url: 'https://itris.invalid',
  secretEnv: 'LINDE_SECRET',
  privateNetwork: false,
} as const;

const RECORDING = new URL('../../test/fixtures/recordings/chromium.webm', import.meta.url);

/** What is not any association's own. */
const NOBODYS = new Set([
  'GET /',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /console',
  'GET /console/',
  'GET /console/:file{.+}',
  'GET /assets/:file',
  'GET /plain/plain.css',
  'GET /plain/:font',
  'GET /favicon.ico',
  'GET /openapi.json',
  'GET /api',
]);

export type Association = 'delinde' | 'hetbaken';

/** Ids of what De Linde has. */
export interface Things {
  report: string;
  /** Of the report. */
  reference: string;
  /** The key under which it was sent. */
  key: string;
  draft: string;
  photo: string;
  recording: string;
  /** Another report. */
  other: string;
  message: string;
  outage: string;
  delivery: string;
  alarm: string;
  callback: string;
  /** What opens the callback. */
  callbackSecret: string;
  team: string;
  person: string;
  closure: string;
  appointment: string;
  /** Not sent along with any report. */
  upload: string;
  /** Of the draft of that upload. */
  uploadDraft: string;
  uploadPhoto: string;
}

export interface Call {
  /** In the address. */
  association?: string;
  /** Whose session, or whose system's token. */
  as?: Association | undefined;
  /** undefined: the right one, when the route takes one. */
  body?: RequestInit['body'];
  /** Over those that are right; an empty one is left out. */
  headers?: Readonly<Record<string, string>>;
  /** In the address, instead of ours. */
  id?: string;
}

export interface RoutesDesk {
  desk: TestDesk;
  theirs: Things;
  sessions: Readonly<Record<Association, string>>;
  /** "POST /api/v1/:association/messages": every route that is an association's. */
  routes: readonly string[];
  /** A right body for this route; undefined when it takes none. */
  bodyOf(route: string): unknown;
  call(route: string, call?: Call): Promise<Response>;
}

const SIGN_IN = 'POST /api/v1/:association/staff/session';

const OUTAGE = {
  kind: 'lift',
  areas: ['9401'],
  text: '',
  until: new Date(Date.now() + 3_600_000).toISOString(),
};

/** To nothing: what a link may open is in `alarm.test.ts`. */
const LINK = { id: randomUUID(), secret: '0'.repeat(64) };
const CALLBACK = {
  topic: 'repair',
  when: 'any',
  phone: '06 12345678',
  language: 'nl',
  from: 'repair-form/photos',
};
const ALARM = { phone: '06 12345678', language: 'nl' };

/** So far ahead that nothing else of these tests is planned then. */
const WORKDAY = dutchDate(Date.now() + 40 * 86_400_000).toString();
const NOON = new Date(`${WORKDAY}T11:00:00Z`).toISOString();
const TIME = { from: NOON, to: new Date(Date.parse(NOON) + 1_800_000).toISOString() };
const BOOKING = {
  ...{ kind: 'phone', ...TIME, phone: '06 12345678', language: 'nl' },
  address: { postcode: '9401AB', number: '12' },
};
const WEEK = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const PERSON = {
  ...{ name: 'J. Berg', firstName: 'Jan', kinds: [], skills: [], seats: 1 },
  ...{ week: WEEK, active: true },
};
const TEAM = { name: 'Onderhoud', areas: ['9401'] };
const CLOSURE = { from: '2026-12-24', to: '2026-12-24' };
const KIND = {
  ...{ kind: 'video', active: false, minutes: 30, travelMinutes: 0, stepMinutes: 30, leadHours: 0 },
  ...{ leadWorkingDays: 0, horizonDays: 30, changeHours: 2, windows: [] },
};

const bodies = ({ other, team, person, reference }: Things): Readonly<Record<string, unknown>> => ({
  'POST /api/v1/:association/repair-requests': request(),
  'POST /api/v1/:association/messages': MESSAGE,
  'POST /api/v1/:association/callbacks': CALLBACK,
  'POST /api/v1/:association/callbacks/state': { access: LINK },
  'POST /api/v1/:association/callbacks/changed': { access: LINK },
  'POST /api/v1/:association/callbacks/cancelled': { access: LINK },
  'POST /api/v1/:association/staff/callbacks/:id/outcome': { kind: 'no-answer' },
  'POST /api/v1/:association/alarms': ALARM,
  'POST /api/v1/:association/alarms/duty': LINK,
  'POST /api/v1/:association/alarms/acknowledged': { ...LINK, name: 'Jan' },
  'POST /api/v1/:association/reports/:reference/status': { status: 'planned' },
  'POST /api/v1/:association/free-times': { kind: 'phone' },
  'POST /api/v1/:association/appointments': BOOKING,
  'POST /api/v1/:association/appointments/hold': { hold: randomUUID(), kind: 'phone', ...TIME },
  'POST /api/v1/:association/appointments/release': { hold: randomUUID() },
  'POST /api/v1/:association/appointments/state': { reference, postcode: '9401AB' },
  'POST /api/v1/:association/appointments/move': { ...LINK, ...TIME },
  'POST /api/v1/:association/appointments/cancel': LINK,
  'PUT /api/v1/:association/staff/appointments/:id/move': { person, starts: NOON },
  'POST /api/v1/:association/staff/teams': TEAM,
  'PUT /api/v1/:association/staff/teams/:id': TEAM,
  'POST /api/v1/:association/staff/people': { ...PERSON, team },
  'PUT /api/v1/:association/staff/people/:id': { ...PERSON, team },
  'PUT /api/v1/:association/staff/people/:id/day': { date: WORKDAY, spans: [] },
  'POST /api/v1/:association/staff/closures': CLOSURE,
  'PUT /api/v1/:association/staff/appointment-kinds': KIND,
  [SIGN_IN]: {},
  'PUT /api/v1/:association/staff/alarms/:id/outcome': { text: 'gebeld' },
  'POST /api/v1/:association/staff/reports': { search: '9401AB' },
  'PUT /api/v1/:association/staff/reports/:id/status': { status: 'done' },
  'PUT /api/v1/:association/staff/reports/:id/merged-into': { into: other },
  'POST /api/v1/:association/staff/calls': request(),
  'POST /api/v1/:association/staff/danger-calls': { danger: 'gaslucht', words: '' },
  'POST /api/v1/:association/staff/reports/:id/notes': { text: 'gelezen' },
  'PUT /api/v1/:association/staff/messages/:id/answered': { answered: true },
  'POST /api/v1/:association/staff/outages': OUTAGE,
  'POST /api/v1/:association/staff/deliveries/:id': { act: 'try' },
  // Of nothing that is there: an erasure would take away what the other tests look at.
  'POST /api/v1/:association/staff/erasures': { reference: 'AAAA-AAAA-A', why: 'asked' },
});

/** Whose id stands in the address. */
const idFor = (path: string, theirs: Things): string => {
  if (path.includes('/photos/')) return theirs.photo;
  if (path.includes('/recordings/')) return theirs.recording;
  if (path.includes('/outages/')) return theirs.outage;
  if (path.includes('/deliveries/')) return theirs.delivery;
  if (path.includes('/alarms/')) return theirs.alarm;
  if (path.includes('/callbacks/')) return theirs.callback;
  if (path.includes('/appointments/')) return theirs.appointment;
  if (path.includes('/people/')) return theirs.person;
  if (path.includes('/teams/')) return theirs.team;
  if (path.includes('/closures/')) return theirs.closure;
  return path.includes('/messages/') ? theirs.message : theirs.report;
};

export async function startWithOneOfEach(): Promise<RoutesDesk> {
  const tokens = { delinde: newSecret(), hetbaken: newSecret() };
  const system = (name: string, tokenHashEnv: string) => ({ statusBack: { name, tokenHashEnv } });
  const desk = await startDesk({
    profiles: profilesWith({
      delinde: { outward: [WEBHOOK], ...system('Itris', 'LINDE_HASH') },
      hetbaken: {
        outward: [FOLDER],
        alarm: { kind: 'mail', to: 'wacht@hetbaken.example' },
        callbacks: {
          teams: [{ id: 'balie', name: 'Balie', topics: [...CALLBACK_TOPICS] }],
          windowMinutes: 120,
          callFrom: [],
        },
        ...system('Tobias', 'BAKEN_HASH'),
      },
    }),
    environment: {
      LINDE_HASH: sha256(tokens.delinde),
      BAKEN_HASH: sha256(tokens.hetbaken),
      LINDE_SECRET: `whsec_${'A'.repeat(32)}`,
    },
  });
  const sessions = {
    delinde: await desk.signIn('delinde'),
    hetbaken: await desk.signIn('hetbaken'),
  };
  const theirs = await oneOfEach(desk, sessions.delinde);
  const right = bodies(theirs);
  return {
    desk,
    theirs,
    sessions,
    routes: [
      ...new Set(
        desk.app.routes
          .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
          .map(({ method, path }) => `${method} ${path}`),
      ),
    ].filter((route) => !NOBODYS.has(route) && !route.startsWith('OPTIONS ')),
    bodyOf: (route) => right[route],
    call(route, { association = 'delinde', as, body, headers = {}, id } = {}) {
      const [method = '', path = ''] = route.split(' ');
      const url = path
        .replace(':association', association)
        .replace(':upload', id ?? theirs.upload)
        .replace(':reference', id ?? theirs.reference)
        .replace(':id', id ?? idFor(path, theirs));
      const json = right[route];
      const sent = body ?? (json === undefined ? undefined : JSON.stringify(json));
      const all: Record<string, string> = {
        Origin: desk.origin,
        'Tus-Resumable': '1.0.0',
        'Idempotency-Key': randomUUID(),
        // Signing in ends the session that the browser had.
        ...(as && route !== SIGN_IN ? { cookie: sessions[as] } : {}),
        ...(as && path.includes(':reference') ? { Authorization: `Bearer ${tokens[as]}` } : {}),
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'PATCH'
          ? { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' }
          : {}),
        ...headers,
      };
      return fetch(desk.origin + url, {
        method,
        redirect: 'manual',
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
        ...(sent === undefined ? {} : { body: sent }),
      });
    },
  };
}

async function oneOfEach(desk: TestDesk, cookie: string): Promise<Things> {
  const items = async <T>(endpoint: Parameters<typeof ask>[2]): Promise<readonly T[]> =>
    ((await (await ask(desk, cookie, endpoint)).json()) as Page<T>).items;
  const [draft, key, uploadDraft] = [randomUUID(), randomUUID(), randomUUID()];
  const picture = await phonePhoto(300, 200);
  const { photo } = await upload(desk, picture, { draft });
  const { photo: voice } = await upload(desk, readFileSync(RECORDING), { draft, kind: 'voice' });
  await report(desk, { photos: [photo], voice }, { draft, key });
  await report(desk, { address: { postcode: '9403AB', number: '1' } });
  await send(desk, 'messages', MESSAGE);
  // The newest stands first: the photo is the other's.
  const [other, first] = await items<ReportLine>('staffReports');
  const shown = await eventually(async () => {
    const found = await ask(desk, cookie, 'staffReport', { id: first!.id });
    const { pictures, recording } = (await found.json()) as Report;
    return (
      pictures[0]?.state === 'ready' && recording?.state === 'ready' && { pictures, recording }
    );
  });
  const outage = await ask(desk, cookie, 'staffOutages', { method: 'POST', body: OUTAGE });
  await send(desk, 'alarms', ALARM);
  const asked = await send(desk, 'callbacks', CALLBACK);
  const { link } = (await asked.json()) as CallbackReceipt;
  const own = await upload(desk, picture, { draft: uploadDraft });
  const planned = await onePlanned(desk, cookie);
  return {
    report: first!.id,
    reference: first!.reference,
    key,
    draft,
    photo: shown.pictures[0]!.id,
    recording: shown.recording.id,
    other: other!.id,
    message: (await items<MessageLine>('staffMessages'))[0]!.id,
    outage: ((await outage.json()) as { id: string }).id,
    delivery: await eventually(async () => (await items<DeliveryLine>('staffDeliveries'))[0]?.id),
    alarm: (await items<AlarmLine>('staffAlarms'))[0]!.id,
    callback: link.id,
    callbackSecret: link.secret,
    ...planned,
    upload: own.url.split('/').pop() ?? '',
    uploadDraft,
    uploadPhoto: own.photo,
  };
}

/** An appointment with somebody, in a team, with a day that is closed. */
async function onePlanned(desk: TestDesk, cookie: string) {
  await setUpDemo(desk.desk, 'delinde');
  const made = async (endpoint: Parameters<typeof ask>[2], body: unknown) =>
    ((await (await ask(desk, cookie, endpoint, { method: 'POST', body })).json()) as { id: string })
      .id;
  const free = await send(desk, 'freeTimes', { kind: 'phone' });
  const [time] = ((await free.json()) as FreeTimes).times;
  const booked = await send(desk, 'appointments', { ...BOOKING, ...time });
  const { id: appointment } = (await booked.json()) as { id: string };
  const team = await made('staffTeams', TEAM);
  return {
    team,
    person: await made('staffPeople', { ...PERSON, team }),
    closure: await made('staffClosures', CLOSURE),
    appointment,
  };
}
