import type { TemplateResult } from 'lit';
import type { TextKey } from '../../../src/generated/text-keys.ts';
import { Errors } from '../../../src/runtime/journey/errors.ts';
import { onwardButton, screenHeading } from '../../../src/runtime/journey/screen-parts.ts';
import type { CallbackJourney } from '../journey.ts';

export const errorsOf = (journey: CallbackJourney): Errors =>
  new Errors(journey, (field) => journey.host.texts.any(`callback-request:${field}.label`));

export function heading(journey: CallbackJourney, title: TextKey, intro?: TextKey): TemplateResult {
  const { t } = journey.host.texts;
  return screenHeading(t(title), intro && t(intro), errorsOf(journey).summary());
}

/** "Verder". */
export const onward = (journey: CallbackJourney): TemplateResult =>
  onwardButton(journey.host.texts.t('frame:continue'), () =>
    journey.dispatch({ type: 'continue' }),
  );
