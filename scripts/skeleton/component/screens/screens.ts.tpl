import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { summarise } from '../../../src/contract/summary.ts';
import type { TextKey } from '../../../src/generated/text-keys.ts';
import { checkAnswers } from '../../../src/runtime/fields/check-answers.ts';
import { errorSummary } from '../../../src/runtime/fields/error-summary.ts';
import { textField } from '../../../src/runtime/fields/text.ts';
import type { __Name__Journey } from '../journey.ts';
import { __camel__Questions } from '../questions.ts';
import type { __Name__Answers } from '../questions.ts';

type Id = keyof __Name__Answers;
type Template = (journey: __Name__Journey) => TemplateResult;

const title = ({ host }: __Name__Journey, key: TextKey): TemplateResult =>
  html`<h2 part="heading" tabindex="-1" data-heading>${host.texts.t(key)}</h2>`;

const go = (text: string, press: () => void): TemplateResult =>
  html`<div class="actions no-print">
    <button type="button" class="button primary" part="submit" @click=${press}>${text}</button>
  </div>`;

function sentence({ host }: __Name__Journey, { field, code }: { field: string; code: string }) {
  const label = host.texts.any(`__name__:${field}.label`);
  return host.texts.any(`frame:error.${code}`, { label });
}

function field(journey: __Name__Journey, id: Id, kind: 'text' | 'long'): TemplateResult {
  const { texts } = journey.host;
  const error = journey.state.errors.find((each) => each.field === id);
  return textField({
    texts,
    id,
    kind,
    label: texts.t(`__name__:${id}.label`),
    why: texts.t(`__name__:${id}.why`),
    value: journey.state.answers[id] ?? '',
    error: error && sentence(journey, error),
    change: (value) => journey.answer(id, value || undefined),
  });
}

const ask: Template = (journey) => {
  const { texts } = journey.host;
  const errors = journey.state.errors.map((error) => ({
    id: error.field,
    text: sentence(journey, error),
  }));
  return html`
    ${title(journey, '__name__:screen.ask.title')} ${errorSummary(texts, errors)}
    ${field(journey, 'text', 'long')} ${field(journey, 'reach', 'text')}
    ${go(texts.t('frame:continue'), () => journey.dispatch({ type: 'continue' }))}
  `;
};

const check: Template = (journey) => {
  const { texts } = journey.host;
  const rows = summarise(
    __camel__Questions,
    journey.state.answers,
    texts.any,
    texts.language,
  );
  return html`
    ${title(journey, '__name__:screen.check.title')}
    ${checkAnswers(texts, rows, (screen) => journey.dispatch({ type: 'edit', screen }))}
    ${go(texts.t('__name__:send'), () => journey.submit())}
  `;
};

const sending: Template = (journey) => {
  const { t } = journey.host.texts;
  return html`
    ${title(journey, '__name__:sending.title')}
    <p class="notice ${journey.waiting ? 'warn' : ''}" role="status">
      ${t(journey.waiting ? '__name__:waiting.text' : '__name__:sending.text')}
    </p>
  `;
};

const sent: Template = (journey) => {
  const reference = journey.state.receipt?.reference ?? '';
  return html`
    ${title(journey, '__name__:sent.title')}
    <p>${journey.host.texts.t('__name__:sent.reference')} <bdi dir="ltr">${reference}</bdi></p>
  `;
};

const elsewhere: Template = (journey) => {
  const { t } = journey.host.texts;
  return html`
    ${title(journey, 'frame:elsewhere.title')}
    <p>${t('frame:elsewhere.text')}</p>
    ${go(t('frame:elsewhere.here'), () => void journey.load(true))}
  `;
};

/** Every screen, by its id in the questionnaire or by the phase of the form. */
export const screens: Readonly<Record<string, Template>> = {
  ask,
  check,
  sending,
  sent,
  elsewhere,
};
