import { LIMITS, tooLong } from '../contract/checks.ts';
import type { Report, Status } from '../contract/staff.ts';
import { uuid } from '../runtime/ids.ts';
import type { StaffApi } from './api.ts';
import { inWords, whyThrown } from './fault.ts';
import { nothingYet } from './remote.ts';
import type { Remote } from './remote.ts';
import { t } from './texts.ts';
import type { Told } from './told.ts';

/** What she is typing for colleagues; kept per report while the page is open, whatever happens. */
export interface NoteDraft {
  text: string;
  busy: boolean;
  error?: string;
  /** The same for every attempt to keep the same words, so that they are kept once. */
  key: string;
}

const emptyDraft = (): NoteDraft => ({ text: '', busy: false, key: uuid() });

/** The report that is open, and what a member of staff does with it. */
export class OpenReport {
  id: string | undefined;
  remote: Remote<Report> = nothingYet;
  statusError: string | undefined;
  /** The status that is being saved. */
  saving: Status | undefined;
  readonly #api: StaffApi;
  readonly #told: Told;
  readonly #drafts = new Map<string, NoteDraft>();

  constructor(api: StaffApi, told: Told) {
    this.#api = api;
    this.#told = told;
  }

  get draft(): NoteDraft {
    return (this.id && this.#drafts.get(this.id)) || emptyDraft();
  }

  /** What is being typed, of every report; for when the page must be left. */
  get drafts(): (readonly [string, NoteDraft])[] {
    return [...this.#drafts];
  }

  restore(drafts: readonly (readonly [string, NoteDraft])[]): void {
    for (const [id, draft] of drafts) this.#drafts.set(id, { ...draft, busy: false });
  }

  async open(id: string | undefined): Promise<void> {
    if (id === this.id && this.remote.value) return;
    this.id = id;
    this.remote = nothingYet;
    this.statusError = undefined;
    this.saving = undefined;
    this.#told.changed();
    if (id) await this.load();
  }

  /** Fetches it; what is on the screen stays until the new one is there. */
  async load(): Promise<void> {
    const { id } = this;
    if (!id) return;
    this.remote = { value: this.remote.value, busy: true };
    this.#told.changed();
    const remote: Remote<Report> = await this.#api.report(id).then(
      (value) => ({ value, busy: false }),
      (error: unknown) => ({ value: this.remote.value, busy: false, failed: whyThrown(error) }),
    );
    if (id !== this.id) return;
    this.remote = remote;
    this.#told.changed();
  }

  async setStatus(status: Status): Promise<void> {
    const { id } = this;
    if (!id || this.saving || this.remote.value?.status === status) return;
    this.saving = status;
    this.statusError = undefined;
    this.#told.changed();
    try {
      await this.#api.setStatus(id, status);
      if (id !== this.id) return;
      this.#told.announce(t('status.saved', { status: t(`status.${status}`) }));
      await this.load();
    } catch (error) {
      if (id !== this.id) return;
      this.statusError = t('status.failed', { why: inWords(whyThrown(error)) });
      this.#told.announce(this.statusError);
    } finally {
      if (id === this.id) {
        this.saving = undefined;
        this.#told.changed();
      }
    }
  }

  /** No update of the screen: it is the text box that holds what she types. */
  typeNote(text: string): void {
    if (!this.id) return;
    const { draft } = this;
    // Other words are another note.
    this.#drafts.set(this.id, { ...draft, text, key: text === draft.text ? draft.key : uuid() });
  }

  /** @returns whether it was kept */
  async saveNote(): Promise<boolean> {
    const { id, draft } = this;
    if (!id || draft.busy) return false;
    const text = draft.text.trim();
    // She may type on while it is being kept: what she typed then stays.
    const now = () => this.#drafts.get(id) ?? draft;
    const fail = (error: string): false => {
      this.#drafts.set(id, { ...now(), busy: false, error });
      this.#told.changed();
      return false;
    };
    if (!text) return fail(t('notes.error.missing'));
    if (tooLong(text, LIMITS.story))
      return fail(t('notes.error.too-long', { limit: LIMITS.story }));
    this.#drafts.set(id, { ...draft, busy: true, error: undefined });
    this.#told.changed();
    try {
      await this.#api.addNote(id, text, draft.key);
    } catch (error) {
      return fail(t('notes.failed', { why: inWords(whyThrown(error)) }));
    }
    if (now().text === draft.text) this.#drafts.delete(id);
    else this.#drafts.set(id, { ...now(), busy: false });
    this.#told.announce(t('notes.saved'));
    await this.load();
    return true;
  }
}
