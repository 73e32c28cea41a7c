import type { CallbackDetail, CallbackList, CallbackOutcome } from '../contract/staff-callback.ts';
import type { StaffApi } from './api.ts';
import { Fault, inWords, whyThrown } from './fault.ts';
import { nothingYet } from './remote.ts';
import type { Remote } from './remote.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** Claims and what is late change with the clock; a call in hand gives its sign of life as often. */
const MINUTE = 60_000;

/** Who is to be called, and the one that is open. */
export class Callbacks {
  list: Remote<CallbackList> = nothingYet;
  id: string | undefined;
  open: Remote<CallbackDetail> = nothingYet;
  /** The id of the team whose calls are shown; all of them when empty. */
  team = '';
  /** What is asked before the call is put away: a time, or a team. */
  asking: 'later' | 'passed-on' | undefined;
  note = '';
  error: string | undefined;
  busy = false;
  readonly #api: StaffApi;
  readonly #told: Told;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
  }

  get items(): CallbackList['items'] {
    const all = this.list.value?.items ?? [];
    return this.team ? all.filter(({ team }) => team.id === this.team) : all;
  }

  get late(): number {
    return this.list.value?.figures.late ?? 0;
  }

  start(): void {
    this.stop();
    this.#tick = setInterval(() => void this.#minute(), MINUTE);
  }

  stop(): void {
    clearInterval(this.#tick);
  }

  async #minute(): Promise<void> {
    const { id } = this;
    if (id && this.open.value?.claimed?.mine)
      await this.#api.claimCallback(id).catch(() => undefined);
    if (this.list.value?.items.length) await this.load();
  }

  /** Fetches the list; what is on the screen stays until it is there. */
  async load(): Promise<void> {
    const { value } = this.list;
    this.list = await this.#api.callbacks().then(
      (list) => ({ value: list, busy: false }),
      (error: unknown) => ({ value, busy: false, failed: whyThrown(error) }),
    );
    this.#told.changed();
  }

  /** Something changed at the desk: a new one is said aloud. */
  async check(): Promise<void> {
    const before = new Set(this.list.value?.items.map(({ id }) => id));
    await this.load();
    const fresh = this.list.value?.items.filter(({ id }) => !before.has(id)) ?? [];
    if (fresh.length) this.#told.announce(t('callbacks.said', { count: fresh.length }));
  }

  choose(team: string): void {
    this.team = team;
    this.#told.changed();
  }

  /** @param id of the one to open; undefined closes it */
  async show(id: string | undefined): Promise<void> {
    if (id === this.id) return;
    this.id = id;
    this.open = nothingYet;
    this.#forget();
    await this.loadOpen();
  }

  async loadOpen(): Promise<void> {
    const { id } = this;
    if (!id) return;
    const { value } = this.open;
    const open: Remote<CallbackDetail> = await this.#api.callback(id).then(
      (found) => ({ value: found, busy: false }),
      (error: unknown) => ({ value, busy: false, failed: whyThrown(error) }),
    );
    if (id !== this.id) return;
    this.open = open;
    this.#told.changed();
  }

  ask(what: 'later' | 'passed-on' | undefined): void {
    this.asking = what;
    this.#told.changed();
  }

  /** No update of the screen: it is the field that holds what she types. */
  typeNote(text: string): void {
    this.note = text;
  }

  /** "Ik bel nu". @returns whether the call is hers */
  claim = (): Promise<boolean> =>
    this.#act((id) => this.#api.claimCallback(id), t('callbacks.claimed'));

  /** "Toch niet". */
  release = (): Promise<boolean> =>
    this.#act((id) => this.#api.releaseCallback(id), t('callbacks.released'));

  /** How it went. @returns whether the desk took it */
  end = (outcome: CallbackOutcome): Promise<boolean> =>
    this.#act((id) => this.#api.endCallback(id, outcome), t(`callbacks.ended.${outcome.kind}`));

  async #act(act: (id: string) => Promise<void>, said: string): Promise<boolean> {
    const { id } = this;
    if (!id || this.busy) return false;
    this.busy = true;
    this.error = undefined;
    this.#told.changed();
    let done = true;
    try {
      await act(id);
      this.#forget();
      this.#told.announce(said);
    } catch (error) {
      done = false;
      this.error = whyNot(error);
      this.#told.announce(this.error);
    }
    this.busy = false;
    await Promise.all([this.load(), this.loadOpen()]);
    return done;
  }

  #forget(): void {
    this.asking = undefined;
    this.note = '';
    this.error = undefined;
  }
}

const whyNot = (error: unknown): string =>
  error instanceof Fault && error.code === 'no-longer'
    ? t('callbacks.taken')
    : t('callbacks.failed', { why: inWords(whyThrown(error)) });
