import type { Screen } from '../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import type { TriageSettings } from '../../src/contract/triage/settings.ts';
import {
  all,
  calm,
  foundInOwnWords,
  hasTiles,
  inDanger,
  isUrgent,
  noDangerNow,
  not,
  nothingTold,
  problemOf,
  problemsAsked,
  roomUntold,
  safetyOf,
} from './conditions.ts';

/**
 * The screens in their order: 5 parts. A dripping tap takes ten, the confirmation among them. `stop`
 * and `outside` are the end of the way: nothing is asked of somebody in danger.
 */
export function wayThrough(settings: TriageSettings): readonly Screen<RepairAnswers>[] {
  const urgent = isUrgent(settings);
  return [
    { id: 'danger', part: 0, questions: ['danger', 'someoneElse'] },
    {
      id: 'what',
      part: 1,
      questions: ['story', 'voice', 'room'],
      // Chosen under her own words: the tiles need not ask it again.
      takes: (answers) => (foundInOwnWords(answers) ? ['problem'] : []),
      when: noDangerNow,
    },
    {
      id: 'item',
      part: 1,
      questions: ['item'],
      when: all(noDangerNow, hasTiles, not(foundInOwnWords)),
    },
    {
      id: 'problem',
      part: 1,
      questions: ['problem'],
      when: all(noDangerNow, (answers) => problemsAsked(answers).length > 0, not(foundInOwnWords)),
    },
    { id: 'tell', part: 1, questions: ['story', 'voice'], when: all(noDangerNow, nothingTold) },
    { id: 'where', part: 1, questions: ['room'], when: all(calm, roomUntold) },
    {
      id: 'details',
      part: 1,
      questions: ['details'],
      when: all(noDangerNow, (answers) => (problemOf(answers)?.ask.length ?? 0) > 0),
    },
    { id: 'stop', part: 1, questions: [], when: inDanger },
    {
      id: 'outside',
      part: 1,
      questions: [],
      when: all(inDanger, (answers) => safetyOf(answers)?.leaveFirst === true),
    },
    { id: 'urgent', part: 1, questions: [], when: all(calm, urgent) },
    {
      id: 'self-help',
      part: 1,
      questions: ['selfHelp'],
      when: all(calm, not(urgent), (answers) => problemOf(answers, settings)?.selfHelp === true),
    },
    { id: 'photos', part: 2, questions: ['photos'], when: calm },
    { id: 'address', part: 3, questions: ['address'], when: calm },
    {
      id: 'contact',
      part: 3,
      questions: ['name', 'reach', 'phone', 'email', 'letter'],
      when: calm,
    },
    {
      id: 'door',
      part: 3,
      questions: ['doorName', 'doorPhone'],
      when: all(calm, ({ someoneElse }) => someoneElse === true),
    },
    { id: 'visit', part: 3, questions: ['when', 'days', 'needs'], when: calm },
    { id: 'check', part: 4, questions: [], when: calm },
  ];
}
