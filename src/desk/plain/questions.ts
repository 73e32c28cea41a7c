import { html } from 'hono/html';
import { NO_DANGER, repairQuestions } from '../../../components/repair-form/questions.ts';
import { LIMITS } from '../../contract/checks.ts';
import {
  AT_ONCE,
  currentOf,
  optionKey,
  optionsOf,
  OTHER,
  UNKNOWN,
} from '../../contract/questionnaire.ts';
import type { FieldError, Question } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { dangers } from '../../contract/triage/danger.ts';
import { items, problems, rooms } from '../../contract/triage/tree.ts';
import { choiceField, rowsField, textField, toggleField, whyDisclosure } from './fields.ts';
import type { Html, PlainPage } from './page.ts';
import { photosField } from './photos.ts';
import { addressField, detailField } from './question-parts.ts';
import { nameOf } from './read-answers.ts';
import { sayDay } from './say.ts';

export interface Asking {
  page: PlainPage;
  answers: RepairAnswers;
  errors: readonly FieldError[];
  /** The only question of its screen: the heading asks it. */
  alone: boolean;
  /** It was not here a moment ago: a choice on this screen brought it. */
  fresh: boolean;
}

const key = (id: string, part: string): string => `${repairQuestions.name}:${id}.${part}`;

/** The sentence for what is wrong. */
export function sentenceOf({ words }: PlainPage, { field, code }: FieldError): string {
  const [id = '', part] = field.split('.');
  const label =
    id === 'details'
      ? words.t(`triage:detail.${part}`)
      : words.t(part ? `frame:address.${part}.label` : key(id, 'label'));
  return words.t(`frame:error.${code}`, { label });
}

const PICTOGRAMS = new Map<string, string>([
  ...[...dangers, ...rooms, ...items, ...problems].map(
    (each) => [each.id, each.pictogram] as const,
  ),
  [NO_DANGER, 'home'],
  [OTHER, 'more_horiz'],
  [UNKNOWN, 'question_mark'],
]);

/** How a browser fills in what it knows of its user. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  name: 'name',
  phone: 'tel',
  email: 'email',
};

/** One question, by its kind: nothing here knows which question it is. */
export function askQuestion(question: Question<RepairAnswers>, asking: Asking): Html {
  const { page, answers, errors } = asking;
  const { words } = page;
  const { id, kind } = question;
  const { say } = page;
  const text = (part: string) => (words.has(key(id, part)) ? say(key(id, part)) : undefined);
  const errorOf = (field: string) => {
    const found = errors.find((each) => each.field === field);
    return found && sentenceOf(page, found);
  };
  const shared = {
    page,
    id,
    name: nameOf(id),
    label: text('question') ?? say(key(id, 'label')),
    hint: text('hint'),
    why: text('why'),
    error: errorOf(id),
    optional: isOptional(question, answers),
    focus: asking.fresh,
  };
  const chosen = ([] as unknown[])
    .concat(answers[id] ?? [])
    .map((value) => currentOf(question, String(value)));
  const options = () =>
    optionsOf(question, answers).map((value) => {
      const label = optionKey(repairQuestions, question, value);
      const hint = `${label}.hint`;
      return {
        value,
        label: say(label),
        hint: words.has(hint) ? say(hint) : undefined,
        pictogram: PICTOGRAMS.get(value),
      };
    });
  const typed = (more: Partial<Parameters<typeof textField>[0]>) =>
    textField({
      ...shared,
      kind: 'text',
      limit: LIMITS.text,
      value: String(answers[id] ?? ''),
      autocomplete: AUTOCOMPLETE[id],
      ...more,
    });
  switch (kind) {
    case 'rows':
      return rowsField({
        name: shared.name,
        options: options().map((each) => ({
          ...each,
          tone: each.value === NO_DANGER ? 'calm' : 'danger',
        })),
      });
    case 'tiles':
      return choiceField({
        ...shared,
        optional: false,
        options: options(),
        chosen,
        tiles: true,
        atOnce: AT_ONCE,
        labelHidden: asking.alone,
      });
    case 'choice':
      return choiceField({ ...shared, options: options(), chosen, labelHidden: asking.alone });
    case 'several':
      return choiceField({ ...shared, options: options(), chosen, several: true });
    case 'days':
      return choiceField({
        ...shared,
        options: page.open.visitDays.map((day) => ({
          value: day,
          label: sayDay(page, `${day}T12:00:00Z`),
        })),
        chosen,
        several: true,
      });
    case 'toggle':
      return toggleField({ ...shared, checked: answers[id] === true });
    case 'text':
      return typed({});
    case 'long-text':
      return typed({ kind: 'long', limit: LIMITS.story });
    case 'phone':
      return typed({ kind: 'tel', ltr: true });
    case 'email':
      return typed({ kind: 'email', ltr: true, limit: LIMITS.email });
    case 'details':
      return html`${optionsOf(question, answers).map((part) => detailField(part, page, answers))}`;
    case 'address':
      return html`${addressField(page, answers, errorOf)} ${whyDisclosure(page, shared.why)}`;
    // A page without script cannot record; see docs/decisions/0010.
    case 'voice':
      return html``;
    case 'photos':
      return html`${photosField(page, answers.photos ?? [])} ${whyDisclosure(page, shared.why)}`;
  }
}

/** Nothing is wrong when it is left open. */
function isOptional(question: Question<RepairAnswers>, answers: RepairAnswers): boolean {
  const { [question.id]: _, ...without } = answers;
  return !question.check?.(without).length;
}
