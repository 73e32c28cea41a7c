import type { ProblemCode } from '../contract/problem.ts';
import type { CallbackDetail, CallbackList, CallbackOutcome } from '../contract/staff-callback.ts';
import { anja } from './fixture-reports.ts';

/** Callbacks to try the console with, and the part of the desk that answers for them. */

const HOUR = 3_600_000;
const TEAMS = [
  { id: 'reparatie', name: 'Team Reparatie' },
  { id: 'wijk', name: 'Wijkteam Noord' },
];
const at = (after: number): string => new Date(Date.now() + after).toISOString();

let made = 0;

export function aCallback(own: Partial<CallbackDetail> = {}): CallbackDetail {
  const id = own.id ?? `callback-${++made}`;
  return {
    id,
    reference: 'K7M4-P2XR-9',
    receivedAt: at(-HOUR),
    topic: 'repair',
    when: 'any',
    team: TEAMS[0]!,
    who: 'Mevrouw Berg',
    language: 'nl',
    interpreter: false,
    dueAt: at(HOUR),
    promise: { kind: 'between', from: at(HOUR), until: at(3 * HOUR) },
    late: false,
    misses: 0,
    filledIn: false,
    spoken: false,
    state: 'open',
    word: { id: 'blue-bicycle', inDutch: 'blauwe fiets', inLanguage: 'blauwe fiets' },
    phone: '06 12345678',
    tel: '+31612345678',
    someoneElse: false,
    about: '',
    from: 'repair-form/photos',
    voiceLost: false,
    shown: { nl: [], tenant: [] },
    pictures: [],
    history: [],
    teams: TEAMS,
    hours: [at(2 * HOUR), at(26 * HOUR)],
    now: at(0),
    ...own,
  };
}

export class FixtureCallbacks {
  all: CallbackDetail[] = [];
  /** What staff said of a call, in order. */
  readonly ended: CallbackOutcome[] = [];

  /** A colleague is first. */
  takenBy(by: string, id: string): void {
    this.#change(id, { claimed: { by, mine: false, until: at(HOUR) } });
  }

  #change(id: string | undefined, change: Partial<CallbackDetail>): void {
    this.all = this.all.map((each) => (each.id === id ? { ...each, ...change } : each));
  }

  /** @returns undefined when it was done */
  answer(method: string, path: string, body: object): object | ProblemCode | undefined {
    const [, , id, act] = path.split('/');
    if (!id) return this.#list();
    const found = this.all.find((each) => each.id === id);
    if (!found) return 'not-found';
    if (!act) return found;
    if (found.state !== 'open' || (found.claimed && !found.claimed.mine)) return 'no-longer';
    const { claimed: _, ...free } = found;
    if (act === 'claim' && method === 'PUT')
      this.#change(id, { claimed: { by: anja.name, mine: true, until: at(HOUR) } });
    else {
      const outcome = body as CallbackOutcome;
      if (act === 'outcome') this.ended.push(outcome);
      const done = act === 'outcome' && outcome.kind === 'reached';
      const misses = free.misses + Number(act === 'outcome' && outcome.kind === 'no-answer');
      this.all = this.all.map((each) =>
        each.id === id ? { ...free, misses, state: done ? 'done' : 'open' } : each,
      );
    }
    return undefined;
  }

  #list(): CallbackList {
    const items = this.all.filter(({ state }) => state === 'open');
    const late = items.filter((each) => each.late).length;
    return {
      items,
      teams: TEAMS,
      figures: { open: items.length, late, today: items.length },
      now: at(0),
    };
  }
}
