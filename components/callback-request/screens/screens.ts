import type { TemplateResult } from 'lit';
import { elsewhereScreen } from '../../../src/runtime/journey/elsewhere.ts';
import type { CallbackJourney } from '../journey.ts';
import { aboutScreen, topicScreen, whenScreen, whoScreen } from './ask.ts';
import { checkScreen } from './check.ts';
import { sendingScreen, sentScreen } from './sent.ts';

/** Every screen, by its id in the questionnaire or by the phase of the form. */
export const screens: Readonly<Record<string, (journey: CallbackJourney) => TemplateResult>> = {
  topic: topicScreen,
  when: whenScreen,
  who: whoScreen,
  about: aboutScreen,
  check: checkScreen,
  sending: sendingScreen,
  sent: sentScreen,
  elsewhere: (journey) => elsewhereScreen(journey.host.texts, () => void journey.load(true)),
};
