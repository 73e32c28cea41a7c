import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { REACH } from '../../../src/contract/choices.ts';
import { optionsOf, questionById } from '../../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../../src/contract/repair-request.ts';
import { postcode } from '../../../src/contract/checks.ts';
import { photoTipKey } from '../../../src/contract/triage/photo-tip.ts';
import { addressField } from '../../../src/runtime/fields/address.ts';
import { choiceField } from '../../../src/runtime/fields/choice.ts';
import { keepControl } from '../../../src/runtime/fields/keep-control.ts';
import { photosField } from '../../../src/runtime/fields/photos.ts';
import { toggleField } from '../../../src/runtime/fields/toggle.ts';
import { textField, whyDisclosure } from '../../../src/runtime/fields/text.ts';
import type { TextField } from '../../../src/runtime/fields/text.ts';
import type { RepairJourney } from '../journey.ts';
import { addPhotos, removePhoto } from '../photo-work.ts';
import { problemOf, repairQuestions, warningOf } from '../questions.ts';
import { errorOf } from './errors.ts';
import { heading, onward } from './parts.ts';
import { meanwhile } from './stop.ts';

export const photosScreen = (journey: RepairJourney): TemplateResult => {
  const { texts } = journey.host;
  const { photos = [] } = journey.state.answers;
  const tips = problemOf(journey.state.answers)?.photos ?? [];
  const warning = warningOf(journey.state.answers, journey.ports.profile.triage);
  return html`
    ${heading(journey, 'repair-form:screen.photos.title', 'repair-form:screen.photos.intro')}
    ${warning ? meanwhile(journey, warning) : nothing}
    ${
      tips.length
        ? html`<div class="notice">
            ${tips.map((tip, at) => html`<p>${texts.any(photoTipKey(tip, at))}</p>`)}
          </div>`
        : nothing
    }
    ${photosField({
      texts,
      shelf: journey.shelf,
      photos,
      uploaded: journey.ports.upload && journey.state.uploaded,
      unchecked: journey.state.unchecked,
      add: (files) => void addPhotos(journey, files),
      remove: (photo) => void removePhoto(journey, photo),
    })}
    ${whyDisclosure(texts, texts.t('repair-form:photos.why'))}
    ${
      photos.length
        ? onward(journey)
        : html`<div class="actions">
            <button
              type="button"
              class="button primary"
              part="submit"
              @click=${() => journey.dispatch({ type: 'continue' })}
            >
              ${texts.t('repair-form:photos.skip')}
            </button>
          </div>`
    }
  `;
};

export const addressScreen = (journey: RepairJourney): TemplateResult => html`
  ${heading(journey, 'repair-form:screen.address.title')}
  ${addressField({
    texts: journey.host.texts,
    value: journey.state.answers.address ?? {},
    why: journey.host.texts.t('repair-form:address.why'),
    errorOf: (part) => errorOf(journey, `address.${part}`),
    change: (make) => journey.answer('address', make(journey.state.answers.address ?? {})),
  })}
  <div aria-live="polite">
    ${postcode(journey.known.postcode(journey) ?? '') ? journey.known.notices(journey) : nothing}
  </div>
  ${onward(journey)}
`;

type Typed = 'name' | 'phone' | 'email' | 'doorName' | 'doorPhone';

/** One typed answer with its label and why, from the language file. */
function typed(journey: RepairJourney, id: Typed, more: Partial<TextField> = {}): TemplateResult {
  const { texts } = journey.host;
  const hint = `repair-form:${id}.hint`;
  return textField({
    texts,
    id,
    label: texts.t(`repair-form:${id}.label`),
    hint: texts.has(hint) ? texts.any(hint) : undefined,
    why: texts.t(`repair-form:${id}.why`),
    value: journey.state.answers[id] ?? '',
    error: errorOf(journey, id),
    change: (value) => journey.answer(id, value || undefined),
    ...more,
  });
}

/** Name, and one way to reach her: one is enough. */
export const contactScreen = (journey: RepairJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { reach, someoneElse } = journey.state.answers;
  const { retentionMonths, privacyUrl } = journey.ports.profile;
  return html`
    ${heading(journey, 'repair-form:screen.contact.title', 'repair-form:screen.contact.intro')}
    ${someoneElse ? html`<p class="notice">${t('repair-form:screen.contact.else')}</p>` : nothing}
    ${typed(journey, 'name', { optional: true, autocomplete: 'name' })}
    ${choiceField({
      texts,
      id: 'reach',
      label: t('repair-form:reach.question'),
      options: REACH.map((value) => ({
        value,
        label: t(`repair-form:reach.option.${value}`),
        hint: value === 'letter' ? t('repair-form:reach.option.letter.hint') : undefined,
      })),
      chosen: reach ? [reach] : [],
      error: errorOf(journey, 'reach'),
      change: ([value]) => journey.answer('reach', value as typeof reach),
    })}
    ${
      reach === 'phone'
        ? typed(journey, 'phone', { kind: 'tel', autocomplete: 'tel', ltr: true })
        : nothing
    }
    ${
      reach === 'email'
        ? typed(journey, 'email', { kind: 'email', autocomplete: 'email', ltr: true })
        : nothing
    }
    ${
      reach === 'phone' || reach === 'email'
        ? toggleField({
            id: 'letter',
            label: t('repair-form:letter.label'),
            checked: journey.state.answers.letter === true,
            change: (on) => journey.answer('letter', on || undefined),
          })
        : nothing
    }
    <p class="soft">
      ${t('repair-form:retention', { count: retentionMonths.contact })}
      ${
        privacyUrl
          ? html`<a class="link" href=${privacyUrl} target="_blank" rel="noopener"
              >${t('repair-form:privacy')}</a
            >`
          : nothing
      }
    </p>
    ${keepControl(journey.host)} ${onward(journey)}
  `;
};

/** For somebody else: who opens the door, and whom we call. */
export const doorScreen = (journey: RepairJourney): TemplateResult => html`
  ${heading(journey, 'repair-form:screen.door.title', 'repair-form:screen.door.intro')}
  ${typed(journey, 'doorName', { optional: true })}
  ${typed(journey, 'doorPhone', { optional: true, kind: 'tel', ltr: true })} ${onward(journey)}
`;

/** The choices that these answers leave. */
export const choicesOf = (id: 'when' | 'needs', { state }: RepairJourney): readonly string[] =>
  optionsOf(questionById(repairQuestions, id), state.answers);

export const needsField = (journey: RepairJourney): TemplateResult => {
  const { texts } = journey.host;
  return choiceField({
    texts,
    id: 'needs',
    label: texts.t('repair-form:needs.label'),
    optional: true,
    several: true,
    why: texts.t('repair-form:needs.why'),
    options: choicesOf('needs', journey).map((value) => ({
      value,
      label: texts.any(`repair-form:needs.option.${value}`),
    })),
    chosen: journey.state.answers.needs ?? [],
    change: (values) =>
      journey.answer('needs', values.length ? (values as RepairAnswers['needs']) : undefined),
  });
};
