import type { nothing, TemplateResult } from 'lit';
import type { FieldError } from '../../../src/contract/questionnaire.ts';
import { errorSummary } from '../../../src/runtime/fields/error-summary.ts';
import type { FirstScreens } from '../gate.ts';

/** What is wrong, in words. It comes with the screens that ask something to fill in. */

/** Where the control of a field is: the id of the question, or of the part of an address. */
const controlId = (field: string): string => field.replaceAll('.', '-');

/** The label that an error names. */
function labelOf(form: FirstScreens, field: string): string {
  const { texts } = form.host;
  const [question = '', part] = field.split('.');
  if (question === 'details') return texts.any(`triage:detail.${part}`);
  if (part) return texts.any(`frame:address.${part}.label`);
  return texts.any(`repair-form:${question}.label`);
}

const sentenceOf = (form: FirstScreens, { field, code }: FieldError): string =>
  form.host.texts.any(`frame:error.${code}`, { label: labelOf(form, field) });

export function errorOf(form: FirstScreens, field: string): string | undefined {
  const error = form.state.errors.find((each) => each.field === field);
  return error && sentenceOf(form, error);
}

/** All of it, above the fields. */
export const summaryOf = (form: FirstScreens): TemplateResult | typeof nothing =>
  errorSummary(
    form.host.texts,
    form.state.errors.map((error) => ({
      id: controlId(error.field),
      text: sentenceOf(form, error),
    })),
  );
