import { areasIn } from '../contract/outages.ts';
import type { NewOutage, Outage, OutageKind } from '../contract/outages.ts';
import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import { nothingYet } from './remote.ts';
import type { Remote } from './remote.ts';
import { t } from './texts.ts';
import type { ConsoleKey } from './texts.ts';
import type { Told } from './told.ts';

/** What she is typing; kept while the page is open, whatever happens. */
export interface OutageDraft {
  kind: OutageKind | '';
  areas: string;
  text: string;
  /** As a date and time field holds it, in the time of this computer: "2026-11-24T17:00". */
  until: string;
}

export type OutageField = keyof OutageDraft;

const NOTHING: OutageDraft = { kind: '', areas: '', text: '', until: '' };

/** The known outages of the association, and the one that is being set. */
export class Outages {
  remote: Remote<readonly Outage[]> = nothingYet;
  draft: OutageDraft = NOTHING;
  errors: ReadonlyMap<OutageField, string> = new Map();
  /** Why the desk did not take it. */
  fault: string | undefined;
  busy = false;
  readonly #api: StaffApi;
  readonly #told: Told;

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
  }

  /** Fetches them; what is on the screen stays until they are there. */
  async load(): Promise<void> {
    const { value } = this.remote;
    this.remote = await this.#api.outages().then(
      ({ items }) => ({ value: items, busy: false }),
      (error: unknown) => ({ value, busy: false, failed: whyThrown(error) }),
    );
    this.#told.changed();
  }

  type<Field extends OutageField>(field: Field, value: OutageDraft[Field]): void {
    this.draft = { ...this.draft, [field]: value };
    // The sentence over "what is out" follows the choice.
    if (field === 'kind') this.#told.changed();
  }

  /** @returns the field that must be mended first; undefined when tenants see it now */
  async tell(): Promise<OutageField | 'fault' | undefined> {
    if (this.busy) return undefined;
    const { outage, errors } = read(this.draft);
    this.errors = errors;
    this.fault = undefined;
    const [first] = errors.keys();
    this.busy = outage !== undefined;
    this.#told.changed();
    if (!outage) return first;
    try {
      await this.#api.addOutage(outage);
      this.draft = NOTHING;
      this.#told.announce(t('outages.told'));
      await this.load();
      return undefined;
    } catch (error) {
      this.fault = t('outages.failed', { why: inWords(whyThrown(error)) });
      return 'fault';
    } finally {
      this.busy = false;
      this.#told.changed();
    }
  }

  async end({ id }: Outage): Promise<void> {
    try {
      await this.#api.endOutage(id);
      this.#told.announce(t('outages.ended'));
    } catch (error) {
      this.#told.announce(t('outages.failed', { why: inWords(whyThrown(error)) }));
    }
    await this.load();
  }
}

/** What she typed as the desk wants it, or what is wrong with it, in words. */
function read({ kind, areas: typed, text, until }: OutageDraft): {
  outage?: NewOutage;
  errors: ReadonlyMap<OutageField, string>;
} {
  const errors = new Map<OutageField, string>();
  const wrong = (field: OutageField, key: ConsoleKey, params?: Record<string, string>) =>
    errors.set(field, t(key, params));
  const { areas, wrong: unreadable } = areasIn(typed);
  const moment = Date.parse(until);
  if (!kind) wrong('kind', 'outages.kind.missing');
  if (unreadable.length)
    wrong('areas', 'outages.areas.wrong', { areas: unreadable.slice(0, 3).join(', ') });
  else if (!areas.length) wrong('areas', 'outages.areas.missing');
  if (kind === 'other' && !text.trim()) wrong('text', 'outages.text.missing');
  if (Number.isNaN(moment)) wrong('until', 'outages.until.missing');
  else if (moment <= Date.now()) wrong('until', 'outages.until.over');
  if (errors.size || !kind) return { errors };
  return { outage: { kind, areas, text, until: new Date(moment).toISOString() }, errors };
}
