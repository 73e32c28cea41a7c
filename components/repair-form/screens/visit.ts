import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { choiceField } from '../../../src/runtime/fields/choice.ts';
import type { RepairJourney } from '../journey.ts';
import { errorOf } from './errors.ts';
import { heading, onward } from './parts.ts';
import { choicesOf, needsField } from './who.ts';

/** When we can come, on days that the association is open, and what help she needs then. */
export const visitScreen = (journey: RepairJourney): TemplateResult => {
  const { texts } = journey.host;
  const { t } = texts;
  const { when, days = [] } = journey.state.answers;
  const { visitDays } = journey.ports.profile;
  return html`
    ${heading(journey, 'repair-form:screen.visit.title')}
    ${choiceField({
      texts,
      id: 'when',
      label: t('repair-form:screen.visit.title'),
      labelHidden: true,
      options: choicesOf('when', journey)
        .filter((value) => value !== 'pick' || visitDays.length > 0)
        .map((value) => ({
          value,
          label: texts.any(`repair-form:when.option.${value}`),
        })),
      chosen: when ? [when] : [],
      error: errorOf(journey, 'when'),
      change: ([value]) => journey.answer('when', value as typeof when),
    })}
    ${
      when === 'pick'
        ? choiceField({
            texts,
            id: 'days',
            label: t('repair-form:days.label'),
            several: true,
            options: visitDays.map((day) => ({
              value: day,
              label: texts.day(`${day}T12:00:00Z`),
            })),
            chosen: days,
            error: errorOf(journey, 'days'),
            change: (values) => journey.answer('days', [...values].sort()),
          })
        : nothing
    }
    ${needsField(journey)} ${onward(journey)}
  `;
};
