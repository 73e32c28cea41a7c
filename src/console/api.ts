import { IDEMPOTENCY_KEY, pathOf } from '../contract/endpoints.ts';
import type { CallbackDetail, CallbackList, CallbackOutcome } from '../contract/staff-callback.ts';
import type { DeliveryAct, DeliveryLine } from '../contract/delivery.ts';
import type { Endpoint } from '../contract/endpoints.ts';
import type { Figures } from '../contract/figures.ts';
import type { NewOutage, Outage } from '../contract/outages.ts';
import type { Problem } from '../contract/problem.ts';
import type { PublicProfile } from '../contract/profile.ts';
import type { Receipt } from '../contract/repair-request.ts';
import { IDLE_HEADER } from '../contract/staff.ts';
import type {
  AlarmLine,
  DangerCall,
  ErasureReason,
  MessageLine,
  NewDangerCall,
  Page,
  Report,
  ReportLine,
  Session,
  SignInElsewhere,
  Status,
} from '../contract/staff.ts';
import { deadline } from '../runtime/deadline.ts';
import { uuid } from '../runtime/ids.ts';
import { Fault, whyOf } from './fault.ts';
import { harmless } from './harmless.ts';
import { idleSeconds } from './idle.ts';

const TIMEOUT = 20_000;

interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  parts?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | undefined>>;
  body?: unknown;
  /** Makes a repeat harmless. */
  key?: string;
}

/**
 * The desk as staff may use it, on the console's own origin. Every method throws `Fault`.
 * The session is a cookie; there is no token for a script to lose.
 */
export class StaffApi {
  readonly association: string;
  readonly #signedOut: () => void;

  /** @param signedOut told whenever the desk no longer knows who asks */
  constructor(association: string, signedOut: () => void) {
    this.association = association;
    this.#signedOut = signedOut;
  }

  get eventsUrl(): string {
    return pathOf('staffEvents', { association: this.association });
  }

  session = (): Promise<Session> => this.#ask('staffSession');

  /**
   * Signs in at once on a developer's own computer; elsewhere says where it goes on. `not-found` where
   * nobody can sign in yet.
   *
   * @param returnTo the query of the console's address to come back to
   * @param anew asks who she is also when the provider thinks that it knows
   */
  signIn = (returnTo: string, anew: boolean): Promise<Session | SignInElsewhere> =>
    this.#ask('staffSession', { method: 'POST', body: { returnTo, anew } });

  signOut = (): Promise<void> => this.#ask('staffSession', { method: 'DELETE' });

  /** Also on other computers. */
  signOutEverywhere = (): Promise<void> => this.#ask('staffSessions', { method: 'DELETE' });

  /** @param search reference, phone number, or postcode and house number */
  reports = (search?: string, after?: string): Promise<Page<ReportLine>> =>
    search
      ? this.#ask('staffReports', { method: 'POST', body: { search, after } })
      : this.#ask('staffReports', { query: { after } });

  report = (id: string): Promise<Report> => this.#ask('staffReport', { parts: { id } });

  setStatus = (id: string, status: Status): Promise<void> =>
    this.#ask('staffReportStatus', { method: 'PUT', parts: { id }, body: { status } });

  addNote = (id: string, text: string, key = uuid()): Promise<void> =>
    this.#ask('staffReportNotes', { method: 'POST', parts: { id }, body: { text }, key });

  /** Puts a report with another one, which leads. */
  merge = (id: string, into: string): Promise<void> =>
    this.#ask('staffReportMerged', { method: 'PUT', parts: { id }, body: { into } });

  /** Takes it from the one that it was put with. */
  part = (id: string): Promise<void> =>
    this.#ask('staffReportMerged', { method: 'DELETE', parts: { id } });

  /** What the repair form needs to know of the association. */
  form = (): Promise<PublicProfile> => this.#ask('staffForm');

  /** @param request as the form made it; the same key makes one report of it */
  call = (request: unknown, key: string): Promise<Receipt> =>
    this.#ask('staffCalls', { method: 'POST', body: request, key });

  dangerCalls = (): Promise<{ items: readonly DangerCall[] }> => this.#ask('staffDangerCalls');

  noteDanger = (call: NewDangerCall, key: string): Promise<void> =>
    this.#ask('staffDangerCalls', { method: 'POST', body: call, key });

  figures = (): Promise<Figures> => this.#ask('staffFigures');

  /** For good; `reference` of a report or a message. */
  erase = (reference: string, why: ErasureReason): Promise<void> =>
    this.#ask('staffErasures', { method: 'POST', body: { reference, why } });

  messages = (after?: string): Promise<Page<MessageLine>> =>
    this.#ask('staffMessages', { query: { after } });

  setAnswered = (id: string, answered: boolean): Promise<void> =>
    this.#ask('staffMessageAnswered', { method: 'PUT', parts: { id }, body: { answered } });

  deliveries = (): Promise<Page<DeliveryLine>> => this.#ask('staffDeliveries');

  actOnDelivery = (id: string, act: DeliveryAct): Promise<void> =>
    this.#ask('staffDelivery', { method: 'POST', parts: { id }, body: { act } });

  callbacks = (): Promise<CallbackList> => this.#ask('staffCallbacks');

  callback = (id: string): Promise<CallbackDetail> => this.#ask('staffCallback', { parts: { id } });

  claimCallback = (id: string): Promise<void> =>
    this.#ask('staffCallbackClaim', { method: 'PUT', parts: { id } });

  releaseCallback = (id: string): Promise<void> =>
    this.#ask('staffCallbackClaim', { method: 'DELETE', parts: { id } });

  endCallback = (id: string, outcome: CallbackOutcome): Promise<void> =>
    this.#ask('staffCallbackOutcome', { method: 'POST', parts: { id }, body: outcome });

  alarms = (): Promise<{ items: readonly AlarmLine[] }> => this.#ask('staffAlarms');

  takeAlarm = (id: string): Promise<void> =>
    this.#ask('staffAlarmAcknowledged', { method: 'PUT', parts: { id } });

  closeAlarm = (id: string, text: string): Promise<void> =>
    this.#ask('staffAlarmOutcome', { method: 'PUT', parts: { id }, body: { text } });

  outages = (): Promise<{ items: readonly Outage[] }> => this.#ask('staffOutages');

  addOutage = (outage: NewOutage): Promise<{ id: string }> =>
    this.#ask('staffOutages', { method: 'POST', body: outage });

  endOutage = (id: string): Promise<void> =>
    this.#ask('staffOutageEnd', { method: 'POST', parts: { id } });

  async #ask<T>(endpoint: Endpoint, { method = 'GET', parts, query, body, key }: Ask = {}) {
    const url = new URL(
      pathOf(endpoint, { association: this.association, ...parts }),
      location.origin,
    );
    for (const [name, value] of Object.entries(query ?? {}))
      if (value) url.searchParams.set(name, value);
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: {
          Accept: 'application/json',
          [IDLE_HEADER]: String(idleSeconds()),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(key ? { [IDEMPOTENCY_KEY]: key } : {}),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        cache: 'no-store',
        signal: deadline(TIMEOUT),
      });
    } catch {
      throw new Fault(navigator.onLine ? 'down' : 'offline');
    }
    if (!response.ok) {
      const problem = (await response.json().catch(() => undefined)) as Partial<Problem>;
      const why = whyOf(response.status, problem?.code);
      if (why === 'signed-out') this.#signedOut();
      throw new Fault(why, problem?.code, problem?.errors);
    }
    if (response.status === 204) return undefined as T;
    const text = await response.text().catch(() => {
      throw new Fault('down');
    });
    try {
      return (text ? JSON.parse(text, harmless) : undefined) as T;
    } catch {
      // A proxy's own page.
      throw new Fault('down');
    }
  }
}
