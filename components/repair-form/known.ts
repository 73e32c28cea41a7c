import { askedAnswers } from '../../src/contract/asked.ts';
import type { FilledIn } from '../../src/contract/filled-in.ts';
import { phone as callable } from '../../src/contract/checks.ts';
import { TRIAGE_VERSION } from '../../src/contract/triage/tree.ts';
import type { Known } from '../../src/runtime/speak/known.ts';
import type { RepairJourney } from './journey.ts';

/** Whatever she is asked on the way to a person, it is about a repair. */
export const aboutRepair: Known = { topic: 'repair' };

/**
 * What the way to a person need not ask again, and what may go along when she says so. Whom we call is
 * who fills it in: the person at the door, when that is another, is in what goes along.
 */
export function knownTo({ state, ports, host, questionnaire }: RepairJourney): Known {
  const { answers, phase, screen, language } = state;
  if (phase === 'sent') return aboutRepair;
  const { phone, name } = answers;
  const asked = askedAnswers(questionnaire, answers);
  const filledIn: FilledIn = {
    element: 'repair-form',
    screen,
    draft: ports.draft.id,
    questionnaireVersion: questionnaire.version,
    triageVersion: TRIAGE_VERSION,
    language: language ?? host.texts.language,
    answers: asked,
  };
  const { danger: _, ...told } = asked;
  return {
    ...aboutRepair,
    phone: phone && callable(phone) ? phone : undefined,
    name,
    filledIn: Object.keys(told).length ? filledIn : undefined,
  };
}
