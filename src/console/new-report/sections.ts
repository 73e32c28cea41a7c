import { screensAsked } from '../../contract/questionnaire.ts';
import type { Screen } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import type { RepairJourney } from '../../../components/repair-form/journey.ts';

export type Section = Screen<RepairAnswers>;

/**
 * Screens that a call has no use for: whoever calls sends no photo along, her own words and the room
 * stand on the page already, and the second half of the danger script is read on with the first.
 */
const PASSED_OVER = ['photos', 'tell', 'where', 'outside'];

export const passesByItself = (screen: string): boolean => PASSED_OVER.includes(screen);

/** Every screen up to the first that was not gone past: what stands on the page, one below another. */
export function sectionsOf({ questionnaire, state }: RepairJourney): readonly Section[] {
  const asked = screensAsked(questionnaire, state.answers);
  const open = asked.findIndex(({ id }) => !state.passed.includes(id));
  return asked.slice(0, open < 0 ? asked.length : open + 1).filter(({ id }) => !passesByItself(id));
}
