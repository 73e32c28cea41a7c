import type { nothing, TemplateResult } from 'lit';
import { Errors } from '../../../src/runtime/journey/errors.ts';
import type { FirstScreens } from '../gate.ts';

/** What is wrong, in words. It comes with the screens that ask something to fill in. */

const errorsIn = (form: FirstScreens): Errors =>
  new Errors(form, (field) => {
    const { any } = form.host.texts;
    const [question = '', part] = field.split('.');
    if (question === 'details') return any(`triage:detail.${part}`);
    return any(part ? `frame:address.${part}.label` : `repair-form:${question}.label`);
  });

export const errorOf = (form: FirstScreens, field: string): string | undefined =>
  errorsIn(form).of(field);

/** All of it, above the fields. */
export const summaryOf = (form: FirstScreens): TemplateResult | typeof nothing =>
  errorsIn(form).summary();
