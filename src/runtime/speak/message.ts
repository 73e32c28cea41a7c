import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { checkMessage } from '../../contract/message.ts';
import type { Message, MessageReceipt } from '../../contract/message.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import { errorSummary } from '../fields/error-summary.ts';
import { textField } from '../fields/text.ts';
import { uuid } from '../ids.ts';
import { Refused } from '../desk-client.ts';
import { draftOfTab } from '../storage/draft.ts';
import type { Draft } from '../storage/draft.ts';
import { outboxOf } from '../storage/outbox.ts';
import type { SpeakHost } from './panel.ts';

interface State {
  text: string;
  name: string;
  reach: string;
  errors: readonly FieldError[];
  phase: 'filling' | 'sending' | 'waiting' | 'sent';
  /** Set once Send was pressed: the same message is never taken twice. */
  key?: string;
  reference?: string;
}

const EMPTY: State = { text: '', name: '', reach: '', errors: [], phase: 'filling' };

/** "Stuur een bericht": three fields, a draft of its own, sent until the desk has it. */
export class MessageForm {
  #state: State = EMPTY;
  #draft: Draft<State> | undefined;
  #sending = false;
  readonly #host: SpeakHost;

  constructor(host: SpeakHost) {
    this.#host = host;
  }

  /** Finds what was typed before a reload, and goes on sending what was sent. */
  async load(): Promise<void> {
    const kit = this.#host.kit;
    if (!kit || this.#draft) return;
    this.#draft = draftOfTab<State>(`${kit.profile.id}.message`);
    this.#state = (await this.#draft.load().catch(() => undefined)) ?? this.#state;
    this.#host.requestUpdate();
    if (this.#state.key && this.#state.phase !== 'sent') await this.#deliver();
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    void this.#draft?.save(this.#state);
    this.#host.requestUpdate();
  }

  #field(field: 'text' | 'name' | 'reach', value: string): void {
    this.#set({
      [field]: value,
      errors: this.#state.errors.filter((error) => error.field !== field),
    });
  }

  async #send(): Promise<void> {
    const errors = checkMessage(this.#state);
    this.#set({ errors });
    if (errors.length) return this.#host.errorsShown();
    this.#set({ key: uuid(), phase: 'sending' });
    this.#host.screenChanged('replace');
    await this.#deliver();
  }

  async #deliver(): Promise<void> {
    const kit = this.#host.kit;
    const { text, name, reach, key } = this.#state;
    if (!kit?.desk || !key || this.#sending) return;
    this.#sending = true;
    const message: Message = {
      text,
      reach,
      ...(name ? { name } : {}),
      language: this.#host.texts.language,
      from: `${this.#host.localName.replace(/^kt-/, '')}/${this.#host.place}`,
    };
    try {
      const receipt = (await outboxOf(kit.desk).deliver(key, 'messages', message, {
        waiting: () => this.#set({ phase: 'waiting' }),
      })) as MessageReceipt;
      this.#set({ ...EMPTY, phase: 'sent', reference: receipt.reference });
      this.#host.screenChanged('replace');
    } catch (error) {
      if (!(error instanceof Refused)) return this.#host.fault(error);
      this.#set({ phase: 'filling', key: undefined, errors: error.errors });
      this.#host.errorsShown();
    } finally {
      this.#sending = false;
    }
  }

  template(back: () => void): TemplateResult {
    const { texts } = this.#host;
    const { phase } = this.#state;
    return html`
      <button type="button" class="link" @click=${back}>${texts.t('frame:speak.ways')}</button>
      ${phase === 'filling' ? this.#form() : phase === 'sent' ? this.#sent() : this.#onItsWay()}
    `;
  }

  #form(): TemplateResult {
    const { texts } = this.#host;
    const { t } = texts;
    const labels: Record<string, string> = {
      text: t('frame:message.text.label'),
      reach: t('frame:message.reach.label'),
    };
    const sentence = (error: FieldError) =>
      texts.any(`frame:error.${error.code}`, { label: labels[error.field] ?? '' });
    const errorOf = (field: string) => {
      const error = this.#state.errors.find((each) => each.field === field);
      return error && sentence(error);
    };
    return html`
      <h2 part="heading" tabindex="-1" data-heading>${t('frame:message.title')}</h2>
      ${errorSummary(
        texts,
        this.#state.errors.map((error) => ({
          id: `message-${error.field}`,
          text: sentence(error),
        })),
      )}
      ${textField({
        texts,
        id: 'message-text',
        kind: 'long',
        label: labels['text']!,
        value: this.#state.text,
        error: errorOf('text'),
        change: (value) => this.#field('text', value),
      })}
      ${textField({
        texts,
        id: 'message-name',
        label: t('frame:message.name.label'),
        optional: true,
        autocomplete: 'name',
        value: this.#state.name,
        change: (value) => this.#field('name', value),
      })}
      ${textField({
        texts,
        id: 'message-reach',
        label: labels['reach']!,
        why: t('frame:message.reach.why'),
        ltr: true,
        value: this.#state.reach,
        error: errorOf('reach'),
        change: (value) => this.#field('reach', value),
      })}
      <div class="actions">
        <button type="button" class="button primary" part="submit" @click=${() => this.#send()}>
          ${t('frame:message.send')}
        </button>
      </div>
    `;
  }

  #onItsWay(): TemplateResult {
    const { t } = this.#host.texts;
    const waiting = this.#state.phase === 'waiting';
    return html`<h2 part="heading" tabindex="-1" data-heading>${t('frame:message.title')}</h2>
      <p class="notice ${waiting ? 'warn' : ''}" role="status">
        ${t(waiting ? 'frame:message.waiting' : 'frame:message.sending')}
      </p>`;
  }

  #sent(): TemplateResult {
    const { t } = this.#host.texts;
    const again = () => {
      this.#set({ ...EMPTY, reference: undefined });
      this.#host.screenChanged('replace');
    };
    return html`<h2 part="heading" tabindex="-1" data-heading>${t('frame:message.sent')}</h2>
      <p>${t('frame:message.sent.reference', { reference: this.#state.reference ?? '' })}</p>
      <div class="actions">
        <button type="button" class="button" @click=${again}>${t('frame:message.new')}</button>
      </div>`;
  }
}
