import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import {
  AT_ONCE,
  currentOf,
  optionKey,
  optionsOf,
  OTHER,
  questionById,
  UNKNOWN,
} from '../../../src/contract/questionnaire.ts';
import { items, problems, rooms } from '../../../src/contract/triage/tree.ts';
import otherPath from '../../../src/generated/pictograms/more_horiz.ts';
import unknownPath from '../../../src/generated/pictograms/question_mark.ts';
import { triagePictograms } from '../../../src/generated/triage-pictograms.ts';
import { choiceField } from '../../../src/runtime/fields/choice.ts';
import type { RepairJourney } from '../journey.ts';
import { repairQuestions } from '../questions.ts';
import { errorOf } from './errors.ts';
import { heading, onward } from './parts.ts';

const pictogramOf = (value: string): string => {
  if (value === OTHER) return otherPath;
  if (value === UNKNOWN) return unknownPath;
  const each = [...rooms, ...items, ...problems].find(({ id }) => id === value);
  return triagePictograms[each?.pictogram ?? ''] ?? otherPath;
};

/** Tiles of one question, six and "Iets anders" and "Weet ik niet". A tile chooses; "Verder" goes on. */
export function tiles(
  journey: RepairJourney,
  id: 'room' | 'item' | 'problem',
  { label, labelHidden }: { label: string; labelHidden: boolean },
): TemplateResult {
  const { texts } = journey.host;
  const { answers } = journey.state;
  const question = questionById(repairQuestions, id);
  const known = optionsOf(question, answers).filter((each) => each !== OTHER && each !== UNKNOWN);
  const given = answers[id];
  const chosen = given === undefined ? [] : [currentOf(question, given)];
  const all = journey.showing.has(id) || known.slice(AT_ONCE).some((each) => chosen.includes(each));
  const shown = all ? known : known.slice(0, AT_ONCE);
  const more = () => {
    journey.showing.add(id);
    journey.host.requestUpdate();
    journey.focus(`${id}-${known[AT_ONCE]}`);
  };
  return html`${choiceField({
    texts,
    id,
    label,
    labelHidden,
    tiles: true,
    options: [...shown, OTHER, UNKNOWN].map((value) => ({
      value,
      label: texts.any(optionKey(repairQuestions, question, value)),
      pictogram: pictogramOf(value),
    })),
    chosen,
    error: errorOf(journey, id),
    change: ([value]) => journey.answer(id, value),
  })}
  ${
    all || known.length <= AT_ONCE
      ? nothing
      : html`<button type="button" class="link" @click=${more}>${texts.t('frame:more')}</button>`
  }`;
}

export const itemScreen = (journey: RepairJourney): TemplateResult =>
  html`${heading(journey, 'repair-form:screen.item.title')}
  ${tiles(journey, 'item', {
    label: journey.host.texts.t('repair-form:screen.item.title'),
    labelHidden: true,
  })}
  ${onward(journey)}`;

export const problemScreen = (journey: RepairJourney): TemplateResult =>
  html`${heading(journey, 'repair-form:screen.problem.title')}
  ${tiles(journey, 'problem', {
    label: journey.host.texts.t('repair-form:screen.problem.title'),
    labelHidden: true,
  })}
  ${onward(journey)}`;

/** What she found in her own words can be in several rooms. */
export const whereScreen = (journey: RepairJourney): TemplateResult =>
  html`${heading(journey, 'repair-form:screen.where.title')}
  ${tiles(journey, 'room', {
    label: journey.host.texts.t('repair-form:screen.where.title'),
    labelHidden: true,
  })}
  ${onward(journey)}`;
