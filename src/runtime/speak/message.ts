import type { TemplateResult } from 'lit';
import { checkMessage } from '../../contract/checks.ts';
import type { Message, MessageReceipt } from '../../contract/message.ts';
import { messageScreen } from './message-screens.ts';
import type { MessageState } from './message-screens.ts';
import type { SpeakHost } from './panel.ts';
import { SpeakForm } from './speak-form.ts';

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

/** "Stuur een bericht": three fields. */
export class MessageForm extends SpeakForm<MessageState, MessageReceipt> {
  protected override readonly name = 'message';
  protected override readonly endpoint = 'messages';

  constructor(host: SpeakHost, isShown: () => boolean) {
    super(host, isShown, EMPTY);
  }

  protected override body(): Message {
    const { text, name, reach } = this.state;
    return {
      text,
      reach,
      ...(name ? { name } : {}),
      language: this.host.texts.language,
      from: `${this.host.localName.replace(/^kt-/, '')}/${this.host.place}`,
    };
  }

  /** Nothing of it stays but its number. */
  protected override accepted = ({ reference }: MessageReceipt) => ({ ...EMPTY, reference });

  protected override news = (): string => this.host.texts.t('frame:message.sent');

  template(back: () => void): TemplateResult {
    return messageScreen(this.host.texts, this.state, {
      back,
      change: (field, value) => this.typed({ [field]: value }),
      send: () => void this.send(checkMessage(this.state)),
      again: () => this.again(),
    });
  }
}
