import type { TemplateResult } from 'lit';
import { checkMessage } from '../../contract/checks.ts';
import type { Message, MessageReceipt } from '../../contract/message.ts';
import { uuid } from '../ids.ts';
import { Refused } from '../desk-client.ts';
import { draftOfTab } from '../storage/draft.ts';
import type { Draft } from '../storage/draft.ts';
import { outboxOf } from '../storage/outbox.ts';
import { fieldStyles } from '../styles/fields.ts';
import { messageScreen } from './message-screens.ts';
import type { MessageField, MessageState } from './message-screens.ts';
import type { SpeakHost } from './panel.ts';

const EMPTY: MessageState = {
  text: '',
  name: '',
  reach: '',
  errors: [],
  phase: 'filling',
  key: undefined,
  reference: undefined,
  refused: false,
};

/** "Stuur een bericht": three fields, a draft of its own, sent until the desk has it. */
export class MessageForm {
  #state: MessageState = EMPTY;
  #draft: Draft<MessageState> | undefined;
  #sending = false;
  readonly #host: SpeakHost;
  readonly #isShown: () => boolean;

  constructor(host: SpeakHost, isShown: () => boolean) {
    this.#host = host;
    this.#isShown = isShown;
    host.wear(fieldStyles);
  }

  /** Finds what was typed before a reload, and goes on sending what was sent. */
  async load(): Promise<void> {
    const kit = this.#host.kit;
    if (!kit || this.#draft) return;
    this.#draft = draftOfTab<MessageState>(`${kit.profile.id}.message`);
    const stored = await this.#draft.load().catch(() => undefined);
    // Whoever types faster than the store answers is right.
    if (stored && this.#state === EMPTY) this.#state = stored;
    this.#host.requestUpdate();
    if (['sending', 'waiting'].includes(this.#state.phase)) void this.#deliver();
  }

  #set(change: Partial<MessageState>): Promise<void> | undefined {
    this.#state = { ...this.#state, ...change };
    this.#host.requestUpdate();
    return this.#draft?.save(this.#state);
  }

  #field(field: MessageField, value: string): void {
    void this.#set({
      [field]: value,
      errors: this.#state.errors.filter((error) => error.field !== field),
    });
  }

  async #send(): Promise<void> {
    if (this.#state.phase !== 'filling') return;
    const errors = checkMessage(this.#state);
    void this.#set({ errors, refused: false });
    if (errors.length) return this.#host.errorsShown();
    void this.#set({ key: uuid(), phase: 'sending' });
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
    const outbox = outboxOf(kit.desk);
    try {
      const receipt = (await outbox.deliver(key, 'messages', message, {
        waiting: () => void this.#set({ phase: 'waiting' }),
      })) as MessageReceipt;
      const kept = this.#set({ ...EMPTY, phase: 'sent', reference: receipt.reference });
      this.#tell(this.#host.texts.t('frame:message.sent'), () =>
        this.#host.screenChanged('replace'),
      );
      await kept;
      await outbox.forget(key);
    } catch (error) {
      if (!(error instanceof Refused)) return this.#host.fault(error);
      const { errors } = error;
      void this.#set({ phase: 'filling', key: undefined, errors, refused: errors.length === 0 });
      this.#tell(this.#host.texts.t('frame:fault.title'), () => this.#host.errorsShown());
    } finally {
      this.#sending = false;
    }
  }

  /** She may have gone back to her form meanwhile: then it is said, and she is left where she is. */
  #tell(words: string, show: () => void): void {
    if (this.#isShown()) show();
    else this.#host.announce(words);
  }

  template(back: () => void): TemplateResult {
    return messageScreen(this.#host.texts, this.#state, {
      back,
      change: (field, value) => this.#field(field, value),
      send: () => void this.#send(),
      again: () => {
        void this.#set(EMPTY);
        this.#host.screenChanged('replace');
      },
    });
  }
}
