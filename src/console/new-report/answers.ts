import { optionKey, optionsOf } from '../../contract/questionnaire.ts';
import type { FieldError, Question } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { t } from '../texts.ts';
import type { Call } from './call.ts';
import type { Option } from './pick.ts';

/** What may be answered, and what is wrong with an answer, in the form's own words. */

/** The sentence under a field, as the form says it. */
export function errorOf(call: Call, field: string): string | undefined {
  const { journey, texts, held } = call;
  if (field === held.list) return t('new.pick.stay');
  if (field === 'story' && held.isEmpty(journey)) return t('new.nothing-told');
  const error = journey.state.errors.find((each) => each.field === field);
  return error && texts.any(`frame:error.${error.code}`, { label: labelOf(texts, error) });
}

function labelOf(texts: Call['texts'], { field }: FieldError): string {
  const [id = '', part] = field.split('.');
  if (id === 'details') return texts.any(`triage:detail.${part}`);
  return texts.any(part ? `frame:address.${part}.label` : `repair-form:${id}.label`);
}

export const choices = (call: Call, asked: Question<RepairAnswers>): Option[] =>
  optionsOf(asked, call.journey.state.answers)
    .filter((value) => value !== 'pick' || call.journey.ports.profile.visitDays.length > 0)
    .map((value) => ({
      value,
      label: call.texts.any(optionKey(call.journey.questionnaire, asked, value)),
    }));
