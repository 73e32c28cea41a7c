import type { TemplateResult } from 'lit';
import type { RepairJourney } from '../journey.ts';
import { checkScreen } from './check.ts';
import { detailsScreen, selfHelpScreen, solvedScreen, urgentScreen } from './details.ts';
import { elsewhereScreen, sendingScreen, sentScreen } from './sent.ts';
import { itemScreen, problemScreen, whereScreen } from './tiles.ts';
import { visitScreen } from './visit.ts';
import { tellScreen, whatScreen } from './what.ts';
import { addressScreen, contactScreen, doorScreen, photosScreen } from './who.ts';

export { summaryOf } from './errors.ts';

/** Every screen after the first, by its id in the questionnaire or by the phase of the form. */
export const laterScreens: Readonly<Record<string, (journey: RepairJourney) => TemplateResult>> = {
  what: whatScreen,
  item: itemScreen,
  problem: problemScreen,
  tell: tellScreen,
  where: whereScreen,
  details: detailsScreen,
  urgent: urgentScreen,
  'self-help': selfHelpScreen,
  solved: solvedScreen,
  photos: photosScreen,
  address: addressScreen,
  contact: contactScreen,
  door: doorScreen,
  visit: visitScreen,
  check: checkScreen,
  sending: sendingScreen,
  sent: sentScreen,
  elsewhere: elsewhereScreen,
};
