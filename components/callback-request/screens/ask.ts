import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CALLBACK_TOPICS, CALLBACK_WHEN } from '../../../src/contract/callback-choices.ts';
import type { CallbackTopic } from '../../../src/contract/callback-choices.ts';
import neighbours from '../../../src/generated/pictograms/groups.ts';
import other from '../../../src/generated/pictograms/more_horiz.ts';
import rent from '../../../src/generated/pictograms/payments.ts';
import repair from '../../../src/generated/pictograms/construction.ts';
import worried from '../../../src/generated/pictograms/sentiment_worried.ts';
import { callLink } from '../../../src/runtime/call-links.ts';
import { choiceField } from '../../../src/runtime/fields/choice.ts';
import { textField } from '../../../src/runtime/fields/text.ts';
import type { TextField } from '../../../src/runtime/fields/text.ts';
import { toggleField } from '../../../src/runtime/fields/toggle.ts';
import { voiceField } from '../../../src/runtime/fields/voice.ts';
import { recordVoice, removeVoice } from '../../../src/runtime/voice/work.ts';
import type { CallbackJourney } from '../journey.ts';
import { SHARE } from '../questions.ts';
import type { CallbackAnswers } from '../questions.ts';
import { errorsOf, heading, onward } from './parts.ts';

const PICTOGRAMS: Readonly<Record<CallbackTopic, string>> = {
  repair,
  rent,
  neighbours,
  worried,
  other,
};

/** Behind these there may be somebody in danger now. */
const MAY_BE_DANGER: readonly (CallbackTopic | undefined)[] = ['neighbours', 'worried'];

/** "Is er gevaar? Bel eerst 112." */
const danger = ({ host, state }: CallbackJourney): TemplateResult =>
  html`<div aria-live="polite">
    ${
      MAY_BE_DANGER.includes(state.answers.topic)
        ? html`<div class="calls">
            ${callLink({ words: host.texts.t('alarm:danger'), shown: '112', tel: '112' })}
          </div>`
        : nothing
    }
  </div>`;

export const topicScreen = (journey: CallbackJourney): TemplateResult => {
  const { texts } = journey.host;
  const { topic } = journey.state.answers;
  return html`
    ${heading(journey, 'callback-request:screen.topic.title')}
    ${choiceField({
      texts,
      id: 'topic',
      label: texts.t('callback-request:screen.topic.title'),
      labelHidden: true,
      tiles: true,
      options: CALLBACK_TOPICS.map((value) => ({
        value,
        label: texts.t(`callback-request:topic.option.${value}`),
        pictogram: PICTOGRAMS[value],
      })),
      chosen: topic ? [topic] : [],
      error: errorsOf(journey).of('topic'),
      change: ([value]) => journey.answer('topic', value as CallbackTopic),
    })}
    ${danger(journey)} ${onward(journey)}
  `;
};

/** When we may call; and, where something was filled in, whether it may go along: once. */
export const whenScreen = (journey: CallbackJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { when, share } = journey.state.answers;
  const { promised } = journey;
  const asksToShare = journey.wishes.known().filledIn !== undefined;
  return html`
    ${heading(journey, 'callback-request:screen.when.title')}
    ${choiceField({
      texts,
      id: 'when',
      label: t('callback-request:screen.when.title'),
      labelHidden: true,
      options: CALLBACK_WHEN.map((value) => ({
        value,
        label: t(`callback-request:when.option.${value}`),
      })),
      chosen: when ? [when] : [],
      error: errorsOf(journey).of('when'),
      change: ([value]) => journey.answer('when', value as CallbackAnswers['when']),
    })}
    <div aria-live="polite">
      ${
        promised
          ? html`<p class="notice">${t('callback-request:when.now', { time: promised })}</p>`
          : nothing
      }
    </div>
    ${
      asksToShare
        ? choiceField({
            texts,
            id: 'share',
            label: t('callback-request:share.label'),
            hint: t('callback-request:share.hint'),
            options: SHARE.map((value) => ({
              value,
              label: t(`callback-request:share.option.${value}`),
            })),
            chosen: share ? [share] : [],
            error: errorsOf(journey).of('share'),
            change: ([value]) => journey.answer('share', value as CallbackAnswers['share']),
          })
        : nothing
    }
    ${onward(journey)}
  `;
};

type Typed = 'name' | 'phone' | 'about';

const typed = (journey: CallbackJourney, id: Typed, more: Partial<TextField>): TemplateResult => {
  const { texts } = journey.host;
  const hint = `callback-request:${id}.hint`;
  return textField({
    texts,
    id,
    label: texts.t(`callback-request:${id}.label`),
    hint: texts.has(hint) ? texts.any(hint) : undefined,
    why: texts.t(`callback-request:${id}.why`),
    value: journey.state.answers[id] ?? '',
    error: errorsOf(journey).of(id),
    change: (value) => journey.answer(id, value || undefined),
    ...more,
  });
};

export const whoScreen = (journey: CallbackJourney): TemplateResult => {
  const { t } = journey.host.texts;
  const { someoneElse, interpreter } = journey.state.answers;
  const { retentionMonths } = journey.ports.profile;
  return html`
    ${heading(journey, 'callback-request:screen.who.title')}
    ${toggleField({
      id: 'someoneElse',
      label: t('callback-request:someoneElse.label'),
      checked: someoneElse === true,
      change: (on) => journey.answer('someoneElse', on || undefined),
    })}
    ${someoneElse ? html`<p class="notice">${t('callback-request:someoneElse.else')}</p>` : nothing}
    ${typed(journey, 'phone', { kind: 'tel', autocomplete: someoneElse ? 'off' : 'tel', ltr: true })}
    ${typed(journey, 'name', { optional: true, autocomplete: someoneElse ? 'off' : 'name' })}
    ${
      journey.needsInterpreter
        ? toggleField({
            id: 'interpreter',
            label: t('callback-request:interpreter.label'),
            hint: t('callback-request:interpreter.hint'),
            checked: interpreter === true,
            change: (on) => journey.answer('interpreter', on || undefined),
          })
        : nothing
    }
    <p class="soft">${t('callback-request:retention', { count: retentionMonths.contact })}</p>
    ${onward(journey)}
  `;
};

/** In writing or by voice, or neither. */
export const aboutScreen = (journey: CallbackJourney): TemplateResult => {
  const { texts } = journey.host;
  const { state, ports } = journey;
  return html`
    ${heading(journey, 'callback-request:screen.about.title', 'callback-request:screen.about.intro')}
    ${danger(journey)} ${typed(journey, 'about', { kind: 'long', optional: true })}
    ${voiceField({
      texts,
      shelf: journey.voice,
      voice: state.answers.voice,
      uploaded: ports.upload && state.uploaded,
      why: texts.t('callback-request:voice.why'),
      record: () => void recordVoice(journey),
      remove: (id) => void removeVoice(journey, id),
    })}
    ${onward(journey)}
  `;
};
