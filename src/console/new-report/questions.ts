import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dayOf } from '../../contract/opening-hours.ts';
import { optionsOf } from '../../contract/questionnaire.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import type { DangerId } from '../../contract/triage/danger.ts';
import { NO_DANGER } from '../../../components/repair-form/journey.ts';
import { t } from '../texts.ts';
import { address } from './address.ts';
import { choices, errorOf } from './answers.ts';
import type { Call } from './call.ts';
import { detail } from './details.ts';
import { box, group, tick } from './group.ts';
import { list } from './lists.ts';
import type { Option } from './pick.ts';

type Shown = TemplateResult | typeof nothing;

/** A question of the form, small and by keyboard; what it is follows from the questionnaire alone. */
export function question(call: Call, asked: Question<RepairAnswers>): Shown {
  const { id, kind } = asked;
  const { texts } = call;
  const value = call.journey.state.answers[id];
  const label = texts.any(`repair-form:${id}.label`);
  const error = errorOf(call, id);
  const set = (given: unknown) => call.answer(id, given as RepairAnswers[typeof id]);
  switch (kind) {
    case 'rows':
      return dangerScript(call, asked, set);
    case 'tiles':
      return list(call, asked, label, set);
    case 'choice':
      return group({
        id,
        label,
        options: choices(call, asked),
        chosen: value === undefined ? [] : [value as string],
        error,
        change: ([chosen]) => set(chosen),
      });
    case 'several':
    case 'days':
      return group({
        id,
        label,
        several: true,
        options: kind === 'days' ? days(call) : choices(call, asked),
        chosen: (value as string[] | undefined) ?? [],
        error,
        change: (values) => set(values.length ? [...values].sort() : undefined),
      });
    case 'toggle':
      return tick(id, id === 'someoneElse' ? t('new.someone-else') : label, value === true, (on) =>
        set(on || undefined),
      );
    case 'details':
      return html`${optionsOf(asked, call.journey.state.answers).map((each) => detail(call, each))}`;
    case 'address':
      return address(call);
    case 'photos':
    case 'voice':
      return nothing;
    default:
      return box({
        id,
        label,
        kind: BOXES[kind],
        value: (value as string | undefined) ?? '',
        error,
        change: (typed) => set(typed || undefined),
      });
  }
}

const BOXES = { text: 'text', 'long-text': 'long', phone: 'tel', email: 'email' } as const;

const days = ({ journey }: Call): Option[] =>
  journey.ports.profile.visitDays.map((day) => ({
    value: day,
    label: dayOf(`${day}T12:00:00Z`, 'nl'),
  }));

/** "Is er nu gevaar?", one question after another, to be read aloud. */
function dangerScript(
  call: Call,
  asked: Question<RepairAnswers>,
  set: (given: unknown) => void,
): TemplateResult {
  const options = choices(call, asked);
  const chosen = call.journey.state.answers.danger;
  return group({
    id: asked.id,
    label: html`<b>${t('new.read-aloud')}</b> ${t('new.danger.now')}`,
    script: true,
    options: options.map(({ value, label }) => ({
      value,
      label,
      ...(value === NO_DANGER ? {} : { said: t(`new.ask.${value as DangerId}`) }),
    })),
    numbers: options.map(({ value }, index) => (value === NO_DANGER ? 0 : index + 1)),
    chosen: chosen ? [chosen] : [],
    error: errorOf(call, asked.id),
    change: ([value]) => set(value),
  });
}
