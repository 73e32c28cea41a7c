import type { TemplateResult } from 'lit';
import { currentOf, OTHER, UNKNOWN } from '../../contract/questionnaire.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { RepairAnswers } from '../../contract/repair-request.ts';
import { choices, errorOf } from './answers.ts';
import type { Call } from './call.ts';
import { fitting, pick } from './pick.ts';
import type { Option } from './pick.ts';

/** Room, thing and fault: too many for a row, so they are lists to type in. */
export function list(
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
  const typed = call.held.typed.get(id);
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
      call.held.typed.set(id, text);
      call.held.list = undefined;
      if (text.trim()) call.marked.set(id, 0);
      else call.marked.delete(id);
      call.requestUpdate();
    },
    choose: (value) => {
      call.held.typed.delete(id);
      call.marked.delete(id);
      set(value);
    },
  });
}

/** The choices of a list that fit what is typed in it. */
export const optionsFor = (call: Call, asked: Question<RepairAnswers>): readonly Option[] => {
  const typed = call.held.typed.get(asked.id) ?? '';
  const fit = fitting(choices(call, asked), typed, call.meant(typed));
  // What nobody named comes last, also when it begins so.
  return [...fit.filter(known), ...fit.filter((each) => !known(each))];
};

const known = ({ value }: Option): boolean => value !== OTHER && value !== UNKNOWN;
