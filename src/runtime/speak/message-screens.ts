import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { backLink } from '../back.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import { errorSummary } from '../fields/error-summary.ts';
import { textField } from '../fields/text.ts';
import type { TextField } from '../fields/text.ts';
import type { Texts } from '../texts.ts';
import type { SpeakFormState } from './speak-form.ts';

export type MessageField = 'text' | 'name' | 'reach';

export interface MessageState extends SpeakFormState {
  text: string;
  name: string;
  reach: string;
  reference: string | undefined;
}

export interface MessageActs {
  /** To all the ways. */
  back: () => void;
  change: (field: MessageField, value: string) => void;
  send: () => void;
  /** Another message. */
  again: () => void;
}

/** The message in each of its phases. */
export const messageScreen = (
  texts: Texts,
  state: MessageState,
  acts: MessageActs,
): TemplateResult => html`
  ${backLink(texts.t('frame:speak.ways'), acts.back)}
  ${
    state.phase === 'filling'
      ? filling(texts, state, acts)
      : state.phase === 'sent'
        ? sent(texts, state, acts)
        : onItsWay(texts, state)
  }
`;

function filling(texts: Texts, state: MessageState, { change, send }: MessageActs): TemplateResult {
  const { t } = texts;
  const label = (field: string) => texts.any(`frame:message.${field}.label`);
  const sentence = ({ field, code }: FieldError) =>
    texts.any(`frame:error.${code}`, { label: label(field) });
  const field = (name: MessageField, more: Partial<TextField>): TemplateResult => {
    const error = state.errors.find((each) => each.field === name);
    return textField({
      texts,
      id: `message-${name}`,
      label: label(name),
      value: state[name],
      error: error && sentence(error),
      change: (value) => change(name, value),
      ...more,
    });
  };
  return html`
    <h2 part="heading" tabindex="-1" data-heading>${t('frame:message.title')}</h2>
    ${
      state.refused
        ? html`<p class="notice warn" role="group" tabindex="-1" data-errors>
            ${t('frame:fault.title')}. ${t('frame:fault.help')}
          </p>`
        : nothing
    }
    ${errorSummary(
      texts,
      state.errors.map((error) => ({ id: `message-${error.field}`, text: sentence(error) })),
    )}
    ${field('text', { kind: 'long' })} ${field('name', { optional: true, autocomplete: 'name' })}
    ${field('reach', { why: t('frame:message.reach.why'), ltr: true })}
    <div class="actions">
      <button type="button" class="button primary" part="submit" @click=${send}>
        ${t('frame:message.send')}
      </button>
    </div>
  `;
}

function onItsWay({ t }: Texts, { phase }: MessageState): TemplateResult {
  const waiting = phase === 'waiting';
  return html`<h2 part="heading" tabindex="-1" data-heading>${t('frame:message.title')}</h2>
    <p class="notice ${waiting ? 'warn' : ''}" role="status">
      ${t(waiting ? 'frame:message.waiting' : 'frame:message.sending')}
    </p>`;
}

const sent = (
  { t }: Texts,
  { reference }: MessageState,
  { again }: MessageActs,
): TemplateResult => html`
  <h2 part="heading" tabindex="-1" data-heading>${t('frame:message.sent')}</h2>
  <p>${t('frame:message.sent.reference', { reference: reference ?? '' })}</p>
  <div class="actions">
    <button type="button" class="button" @click=${again}>${t('frame:message.new')}</button>
  </div>
`;
