import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dayOf } from '../../contract/opening-hours.ts';
import { currentOf, optionKey, optionsOf, OTHER, UNKNOWN } from '../../contract/questionnaire.ts';
import type { FieldError, Question } from '../../contract/questionnaire.ts';
import type { Address, RepairAnswers } from '../../contract/repair-request.ts';
import { details } from '../../contract/triage/tree.ts';
import type { DangerId } from '../../contract/triage/danger.ts';
import { NO_DANGER, problemOf } from '../../../components/repair-form/journey.ts';
import { t } from '../texts.ts';
import type { Call } from './call.ts';
import { box, group, tick } from './group.ts';
import { fitting, pick } from './pick.ts';
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

/** The sentence under a field, as the form says it. */
export function errorOf({ journey, texts }: Call, field: string): string | undefined {
  const error = journey.state.errors.find((each) => each.field === field);
  return error && texts.any(`frame:error.${error.code}`, { label: labelOf(texts, error) });
}

function labelOf(texts: Call['texts'], { field }: FieldError): string {
  const [id = '', part] = field.split('.');
  if (id === 'details') return texts.any(`triage:detail.${part}`);
  return texts.any(part ? `frame:address.${part}.label` : `repair-form:${id}.label`);
}

const choices = (call: Call, asked: Question<RepairAnswers>): Option[] =>
  optionsOf(asked, call.journey.state.answers)
    .filter((value) => value !== 'pick' || call.journey.ports.profile.visitDays.length > 0)
    .map((value) => ({
      value,
      label: call.texts.any(optionKey(call.journey.questionnaire, asked, value)),
    }));

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

function list(
  call: Call,
  asked: Question<RepairAnswers>,
  label: string,
  set: (given: unknown) => void,
): TemplateResult {
  const { id } = asked;
  const given = call.journey.state.answers[id] as string | undefined;
  const current = given === undefined ? undefined : currentOf(asked, given);
  const options = choices(call, asked);
  const chosen = options.find(({ value }) => value === current);
  const typed = call.typed.get(id);
  return pick({
    id,
    label,
    error: errorOf(call, id),
    options: optionsFor(call, asked),
    chosen,
    typed,
    marked: call.marked.get(id) ?? 0,
    open: call.at === id || !chosen,
    type: (text) => {
      call.typed.set(id, text);
      call.marked.set(id, 0);
      call.requestUpdate();
    },
    choose: (value) => {
      call.typed.delete(id);
      call.marked.delete(id);
      set(value);
    },
  });
}

/** The choices of a list that fit what is typed in it. */
export const optionsFor = (call: Call, asked: Question<RepairAnswers>): readonly Option[] => {
  const typed = call.typed.get(asked.id) ?? '';
  const fit = fitting(choices(call, asked), typed, call.meant(typed));
  // What nobody named comes last, also when it begins so.
  return [...fit.filter(known), ...fit.filter((each) => !known(each))];
};

const known = ({ value }: Option): boolean => value !== OTHER && value !== UNKNOWN;

/** "Bedoelt u dit?": under the words told. */
export function suggestions(call: Call): TemplateResult | typeof nothing {
  const { texts, suggestions: found, journey } = call;
  const { answers } = journey.state;
  const chosen = problemOf(answers)?.id;
  if (answers.item !== undefined || (!found.length && !chosen)) return nothing;
  const all = new Set([...found, ...(chosen ? [chosen] : [])]);
  const none = 'none';
  return group({
    id: 'suggestion',
    label: t('new.suggestions'),
    options: [
      ...[...all].map((id) => ({ value: id, label: texts.any(`triage:problem.${id}`) })),
      { value: none, label: texts.t('repair-form:story.none') },
    ],
    numbers: [...[...all].map((_, index) => index + 1), 0],
    chosen: chosen ? [chosen] : call.declined ? [none] : [],
    change: ([value]) => call.mean(value === none ? undefined : (value as typeof chosen)),
  });
}

function detail(call: Call, id: string): Shown {
  const found = details.find((each) => each.id === id);
  if (!found) return nothing;
  const { texts, journey } = call;
  const given = journey.state.answers.details ?? {};
  const label = texts.any(`triage:detail.${id}`);
  const set = (value: string | undefined) => {
    const { [id]: _, ...rest } = journey.state.answers.details ?? {};
    call.answer('details', value ? { ...rest, [id]: value } : rest);
  };
  if (found.kind === 'text')
    return box({ id: `details-${id}`, label, value: given[id] ?? '', change: set });
  const words: Readonly<Record<string, string>> = {
    yes: texts.t('frame:yes'),
    no: texts.t('frame:no'),
    unknown: texts.t('frame:option.unknown'),
  };
  const values = found.kind === 'yes-no' ? ['yes', 'no'] : (found.options ?? []);
  return group({
    id: `details-${id}`,
    label,
    options: [...values, 'unknown'].map((value) => ({
      value,
      label: words[value] ?? texts.any(`triage:detail.${id}.option.${value}`),
    })),
    chosen: given[id] ? [given[id]] : [],
    change: ([value]) => set(value),
  });
}

/** Postcode and number; or street, number and town. */
function address(call: Call): TemplateResult {
  const { texts, journey } = call;
  const value = journey.state.answers.address ?? {};
  const byStreet = value.street !== undefined;
  const set = (part: keyof Address, typed: string) =>
    call.answer('address', { ...journey.state.answers.address, [part]: typed });
  const part = (name: keyof Address, short = true) =>
    box({
      id: `address-${name}`,
      label: texts.any(`frame:address.${name}.label`),
      value: value[name] ?? '',
      error: errorOf(call, `address.${name}`),
      short,
      change: (typed) => set(name, typed),
    });
  const { number, addition } = value;
  return html`<div class="line-of-boxes">
      ${byStreet ? part('street', false) : part('postcode')} ${part('number')}
      ${addition === undefined ? nothing : part('addition')}
      ${byStreet ? part('city', false) : nothing}
    </div>
    ${tick('address-by-street', texts.t('frame:address.no-postcode'), byStreet, (on) =>
      call.answer('address', {
        ...(number === undefined ? {} : { number }),
        ...(addition === undefined ? {} : { addition }),
        ...(on ? { street: '', city: '' } : {}),
      }),
    )}`;
}
