import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AlarmState } from '../../contract/alarm.ts';
import { newsOf, paramsOf } from '../../contract/alarm-news.ts';
import type { NewsLine } from '../../contract/alarm-news.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import { backLink } from '../back.ts';
import { callLink, callLinks } from '../call-links.ts';
import type { Callable } from '../call-links.ts';
import { errorSummary } from '../fields/error-summary.ts';
import { textField } from '../fields/text.ts';
import { withNumbers } from '../numbers.ts';
import type { Texts } from '../texts.ts';
import type { SpeakFormState } from './speak-form.ts';

/** What the element around it knows of her already: nothing is asked twice. */
export interface AlarmFacts {
  /** The call buttons of her screen: they stay, and stay on top. */
  calls: readonly Callable[];
  /** Ids of the triage. */
  danger?: string | undefined;
  problem?: string | undefined;
  /** Of its questions, those that she answered with yes. */
  because?: string[] | undefined;
  someoneElse?: boolean | undefined;
  phone?: string | undefined;
  where?: string | undefined;
  /** The key of her report, which the desk has; `phoneAtDesk` when her number is in it. */
  report?: string | undefined;
  phoneAtDesk?: boolean | undefined;
}

export interface AlarmFormState extends SpeakFormState {
  /** As typed; undefined: what is known already. */
  phone?: string | undefined;
  where?: string | undefined;
  /** The number that is known is not the one to call. */
  other: boolean;
  /** How far it is, as the desk told last. */
  state?: AlarmState | undefined;
}

interface AlarmActs {
  /** To where she came from. */
  back: () => void;
  change: (field: 'phone' | 'where', value: string) => void;
  otherNumber: () => void;
  send: () => void;
  /** Another number or address: a new message. */
  again: () => void;
}

/** The one screen, in each of its phases. The calls come first, whatever has been sent. */
export const alarmScreen = (
  texts: Texts,
  state: AlarmFormState,
  facts: AlarmFacts,
  acts: AlarmActs,
): TemplateResult => html`
  ${backLink(texts.t('frame:back'), acts.back)}
  ${
    state.phase === 'filling'
      ? filling(texts, state, facts, acts)
      : html`${onItsWay(texts, state, facts)} ${calls(texts, facts)}
        ${
          state.phase === 'sent'
            ? html`<div class="actions">
                <button type="button" class="link" @click=${acts.again}>
                  ${texts.t('alarm:again')}
                </button>
              </div>`
            : nothing
        }`
  }
`;

const calls = ({ t }: Texts, facts: AlarmFacts): TemplateResult => html`
  <h3>${t('alarm:call.too')}</h3>
  <div class="calls">${callLinks(facts.calls)}</div>
`;

const emergency = { shown: '112', tel: '112' };

function filling(
  texts: Texts,
  state: AlarmFormState,
  facts: AlarmFacts,
  { change, otherNumber, send }: AlarmActs,
): TemplateResult {
  const { t, any } = texts;
  const [main] = facts.calls;
  const sentence = ({ field, code }: FieldError) =>
    any(`frame:error.${code}`, { label: any(`alarm:${field}.label`) });
  const errorOf = (field: string) => {
    const error = state.errors.find((each) => each.field === field);
    return error && sentence(error);
  };
  const known = !state.other && state.phone === undefined && !errorOf('phone');
  return html`
    <h2 part="heading" tabindex="-1" data-heading>${t('alarm:screen.alarm.title')}</h2>
    <p class="notice warn">${withNumbers(t('alarm:danger'))}</p>
    <div class="calls">
      ${main?.tel === emergency.tel ? nothing : callLink({ ...emergency, words: any('danger:call.112') })}
      ${main ? callLink(main, true) : nothing}
    </div>
    <p>${t('alarm:screen.alarm.intro')}</p>
    ${
      state.refused
        ? html`<p class="notice warn" role="group" tabindex="-1" data-errors>
            ${t('frame:fault.title')}. ${t('frame:fault.help')}
          </p>`
        : nothing
    }
    ${errorSummary(
      texts,
      state.errors.map((error) => ({ id: `alarm-${error.field}`, text: sentence(error) })),
    )}
    ${
      known && (facts.phone || facts.phoneAtDesk)
        ? html`<p>
              ${
                facts.phone
                  ? html`${t('alarm:phone.known')} <strong>${withNumbers(facts.phone)}</strong>`
                  : t('alarm:phone.at-desk')
              }
            </p>
            <button type="button" class="link" id="alarm-other" @click=${otherNumber}>
              ${t('alarm:phone.other')}
            </button>`
        : textField({
            texts,
            id: 'alarm-phone',
            label: t('alarm:phone.label'),
            value: state.phone ?? '',
            error: errorOf('phone'),
            change: (value) => change('phone', value),
            why: t('alarm:phone.why'),
            kind: 'tel',
            autocomplete: 'tel',
            ltr: true,
          })
    }
    ${
      facts.where && state.where === undefined
        ? html`<p>${t('alarm:where.known')} <strong>${withNumbers(facts.where)}</strong></p>`
        : facts.report
          ? nothing
          : textField({
              texts,
              id: 'alarm-where',
              label: t('alarm:where.label'),
              hint: t('alarm:where.hint'),
              value: state.where ?? '',
              error: errorOf('where'),
              change: (value) => change('where', value),
              why: t('alarm:where.why'),
              optional: true,
            })
    }
    <div class="actions">
      <button type="button" class="button primary" part="submit" @click=${send}>
        ${t('alarm:send')}
      </button>
    </div>
  `;
}

/** Only what is true: with the desk, sent, read. */
function onItsWay(texts: Texts, form: AlarmFormState, facts: AlarmFacts): TemplateResult {
  const { t } = texts;
  const { title, lines, warn } = news(texts, form);
  const phone = form.phone ?? facts.phone;
  return html`<div role="status">
      <h2 part="heading" tabindex="-1" data-heading>${title}</h2>
      <div class="notice ${warn ? 'warn' : ''}">${lines.map((line) => html`<p>${line}</p>`)}</div>
    </div>
    ${
      form.phase === 'sent' && phone
        ? html`<p>${t('alarm:number')} <strong>${withNumbers(phone)}</strong></p>`
        : nothing
    }`;
}

/** What there is to say at this moment. */
export function news(
  { t, any, language }: Texts,
  { phase, state }: AlarmFormState,
): { title: string; lines: string[]; warn: boolean } {
  if (phase === 'sending')
    return { title: t('alarm:screen.alarm.title'), lines: [t('alarm:sending')], warn: false };
  if (phase === 'waiting' || !state)
    return {
      title: t('alarm:waiting.title'),
      lines: [t('alarm:waiting.text'), t('alarm:waiting.call')],
      warn: true,
    };
  const say = (line: NewsLine) => any(`alarm:${line.key}`, paramsOf(line, language));
  const { title, lines, warn } = newsOf(state);
  const { sentAt, failing, read } = state;
  return {
    title: say(title),
    lines: [
      ...lines.map(say),
      // This page looks by itself.
      ...(read || failing ? [] : [t(sentAt ? 'alarm:sent.watch' : 'alarm:received.text')]),
    ],
    warn,
  };
}
