import type { ProblemCode } from '../contract/problem.ts';
import { PROBLEMS } from '../contract/problem.ts';
import type { DeliveryLine } from '../contract/delivery.ts';
import type { Figures } from '../contract/figures.ts';
import type { PublicProfile } from '../contract/profile.ts';
import type { RepairRequest } from '../contract/repair-request.ts';
import type {
  AlarmLine,
  DangerCall,
  MessageLine,
  NewDangerCall,
  Report,
  ReportLine,
  Session,
  StaffEvent,
} from '../contract/staff.ts';
import type { NewOutage, Outage } from '../contract/outages.ts';
import { FixtureCallbacks } from './fixture-callbacks.ts';
import { anja, someFigures } from './fixture-reports.ts';

/**
 * A desk in the page itself, for tests of the console alone: it answers `fetch` and `EventSource` by
 * the contract, and can be made to fail. `test/e2e/console.e2e.ts` does the same against a real one.
 */
export class FixtureDesk {
  session: Session | undefined;
  /** Where signing in goes on; 'here' on a developer's own computer; undefined: nowhere yet. */
  signInGoesTo: string | undefined = 'here';
  /** What signing in was asked with, the last time. */
  signInAsked: { returnTo?: string; anew?: boolean } | undefined;
  reports: Report[] = [];
  messages: MessageLine[] = [];
  outages: Outage[] = [];
  deliveries: DeliveryLine[] = [];
  /** For "Nieuwe melding": what the form needs to know, and what was sent. */
  profile: PublicProfile | undefined;
  readonly calls: RepairRequest[] = [];
  dangerCalls: DangerCall[] = [];
  alarms: AlarmLine[] = [];
  readonly callbacks = new FixtureCallbacks();
  figures: Figures = someFigures;
  pageSize = 50;
  /** "GET /reports", "POST /reports/1/notes" …, as they came in. */
  readonly asked: string[] = [];
  readonly keys: string[] = [];
  readonly #failing = new Map<string, ProblemCode | 'cut' | 'html'>();
  readonly #lines = new Set<FixtureEventSource>();
  readonly #fetch = globalThis.fetch;
  readonly #eventSource = globalThis.EventSource;

  install(): void {
    globalThis.fetch = (input, init) => this.#answer(new Request(input, init));
    const lines = this.#lines;
    globalThis.EventSource = class extends FixtureEventSource {
      constructor() {
        super();
        lines.add(this);
      }
    } as unknown as typeof EventSource;
  }

  restore(): void {
    globalThis.fetch = this.#fetch;
    globalThis.EventSource = this.#eventSource;
  }

  /** Everything whose "METHOD path" begins so fails like this, until `mend`. */
  fail(what: string, how: ProblemCode | 'cut' | 'html'): void {
    this.#failing.set(what, how);
  }

  mend(): void {
    this.#failing.clear();
  }

  tell(event: StaffEvent): void {
    for (const line of this.#lines) line.say(JSON.stringify(event));
  }

  breakLine(): void {
    for (const line of this.#lines) line.end();
    this.#lines.clear();
  }

  #ofAlarms(path: string): Response {
    const [, , id, act] = path.split('/');
    if (!id) return json({ items: this.alarms });
    const acknowledged = { by: 'Sanne', at: new Date().toISOString() };
    this.alarms = this.alarms.flatMap((alarm) => {
      if (alarm.id !== id) return [alarm];
      return act === 'outcome' ? [] : [{ ...alarm, acknowledged }];
    });
    return new Response(null, { status: 204 });
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/api/v1/delinde/staff', '');
    if (path === pathname) return problem('not-found');
    const asked = `${request.method} ${path}`;
    this.asked.push(asked);
    const key = request.headers.get('Idempotency-Key');
    if (key) this.keys.push(key);
    const [, how] = [...this.#failing].find(([what]) => asked.startsWith(what)) ?? [];
    if (how === 'cut') throw new TypeError('Failed to fetch');
    if (how === 'html') return new Response('<h1>Bad gateway</h1>', { status: 502 });
    if (how) return problem(how);
    if (path.startsWith('/session')) return await this.#ofSession(request);
    if (!this.session) return problem('sign-in');
    const body = (await request.json().catch(() => ({}))) as Record<string, unknown>;
    const after = searchParams.get('after') ?? (body['after'] as string | undefined);
    const search = body['search'] as string | undefined;
    if (path === '/deliveries') return json({ items: this.deliveries });
    if (path.startsWith('/deliveries/')) {
      const id = path.split('/')[2];
      if (body['act'] === 'taken-over')
        this.deliveries = this.deliveries.filter((each) => each.id !== id);
      return new Response(null, { status: 204 });
    }
    if (path === '/figures') return json(this.figures);
    if (path.startsWith('/alarms')) return this.#ofAlarms(path);
    if (path.startsWith('/callbacks')) {
      const answer = this.callbacks.answer(request.method, path, body);
      return typeof answer === 'string' ? problem(answer) : answer ? json(answer) : done();
    }
    if (path === '/erasures') {
      this.reports = this.reports.filter(({ reference }) => reference !== body['reference']);
      return new Response(null, { status: 204 });
    }
    if (path === '/reports') return json(page(this.#found(search), this.pageSize, after));
    if (path === '/messages') return json(page(this.messages, this.pageSize, after));
    if (path === '/form') return this.profile ? json(this.profile) : problem('not-found');
    if (path === '/calls') return this.#ofCalls(body as unknown as RepairRequest);
    if (path === '/danger-calls') return this.#ofDangerCalls(request.method, body);
    const [, list, id, act] = path.split('/');
    if (list === 'outages') return this.#ofOutages(request.method, id, body);
    if (list === 'messages') {
      this.messages = this.messages.map((message) =>
        message.id === id ? { ...message, answered: body['answered'] === true } : message,
      );
      return new Response(null, { status: 204 });
    }
    const report = this.reports.find((each) => each.id === id);
    if (!report) return problem('not-found');
    if (!act) return json(report);
    const event = { at: new Date().toISOString(), by: this.session.name };
    if (act === 'merged-into') this.#ofMerging(report, body['into'] as string | undefined);
    else if (act === 'status') {
      report.status = body['status'] as Report['status'];
      report.history = [...report.history, { ...event, kind: 'status', text: report.status }];
    } else
      report.history = [
        ...report.history,
        { ...event, kind: 'note', text: body['text'] as string },
      ];
    return new Response(null, { status: 204 });
  }

  #ofMerging(report: Report, into: string | undefined): void {
    const was = report.mergedInto?.id;
    const leader = this.reports.find(({ id }) => id === (into ?? was));
    if (!leader) return;
    leader.together = leader.together.filter(({ id }) => id !== report.id);
    delete report.mergedInto;
    report.together = into ? [lineOf(leader)] : [];
    if (into) {
      const { id, reference, status } = leader;
      report.mergedInto = { id, reference, status };
      leader.together = [...leader.together, lineOf(report)];
    }
    leader.merged = leader.together.length;
  }

  #ofCalls(sent: RepairRequest): Response {
    this.calls.push(sent);
    const receivedAt = new Date().toISOString();
    const receipt = { reference: 'K7M4-P2XR-9', receivedAt, promise: { kind: 'none' } };
    return json({ ...receipt, photosLost: [] });
  }

  #ofDangerCalls(method: string, body: object): Response {
    if (method === 'GET') return json({ items: this.dangerCalls });
    const at = new Date().toISOString();
    const noted = { ...(body as NewDangerCall), id: String(this.dangerCalls.length), at };
    this.dangerCalls = [{ ...noted, by: anja.name }, ...this.dangerCalls];
    return new Response(null, { status: 201 });
  }

  #ofOutages(method: string, id: string | undefined, body: object): Response {
    const now = new Date().toISOString();
    if (method === 'GET') return json({ items: this.outages });
    if (id) {
      this.outages = this.outages.map((each) =>
        each.id === id ? { ...each, endedAt: now } : each,
      );
      return new Response(null, { status: 204 });
    }
    const added = { id: String(this.outages.length), startedAt: now, by: anja.name, reports: 0 };
    this.outages = [{ ...(body as NewOutage), ...added }, ...this.outages];
    return json(added);
  }

  async #ofSession(request: Request): Promise<Response> {
    const { method } = request;
    if (method === 'POST') {
      this.signInAsked = (await request.json()) as typeof this.signInAsked;
      if (!this.signInGoesTo) return problem('not-found');
      if (this.signInGoesTo !== 'here') return json({ goTo: this.signInGoesTo });
      this.session = anja;
    }
    if (method === 'DELETE') this.session = undefined;
    if (method === 'DELETE') return new Response(null, { status: 204 });
    return this.session ? json(this.session) : problem('sign-in');
  }

  #found(search: string | undefined): readonly ReportLine[] {
    const words = search?.toLowerCase();
    return words
      ? this.reports.filter(({ reference, where, reach }) =>
          [reference, where, reach.value].some((text) => text.toLowerCase().includes(words)),
        )
      : this.reports;
  }
}

export class FixtureEventSource extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readyState = 0;
  onopen?: () => void;
  onerror?: () => void;

  constructor() {
    super();
    setTimeout(() => {
      if (this.readyState === 2) return;
      this.readyState = 1;
      this.onopen?.();
    });
  }

  say(data: string): void {
    if (this.readyState === 1) this.dispatchEvent(new MessageEvent('report', { data }));
  }

  /** As after an answer that is no event stream: the browser gives up. */
  end(): void {
    if (this.readyState === 2) return;
    this.readyState = 2;
    this.onerror?.();
  }

  close(): void {
    this.readyState = 2;
  }
}

/** Without what only the open report has: the lists of two reports would hold each other. */
const lineOf = (report: Report): ReportLine => ({
  ...report,
  ...{ atAddress: [], inBuilding: [], together: [] },
});

const done = (): Response => new Response(null, { status: 204 });

const json = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });

const problem = (code: ProblemCode): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status: PROBLEMS[code], code }), {
    status: PROBLEMS[code],
    headers: { 'Content-Type': 'application/problem+json' },
  });

function page<T>(items: readonly T[], size: number, after?: string) {
  const from = Number(after ?? 0);
  const next = from + size < items.length ? { next: String(from + size) } : {};
  return { items: items.slice(from, from + size), ...next };
}
