import type { nothing, TemplateResult } from 'lit';
import type { FieldError } from '../../contract/questionnaire.ts';
import { errorSummary } from '../fields/error-summary.ts';
import type { Texts } from '../texts.ts';

/** What is wrong on a screen of a journey, in words. */

/** A screen that asks. */
export interface Asking {
  readonly host: { readonly texts: Texts };
  readonly state: { readonly errors: readonly FieldError[] };
}

/** Where the control of a field is: the id of the question, or of the part of an address. */
const controlId = (field: string): string => field.replaceAll('.', '-');

/** @param labelOf the label that an error names */
export class Errors {
  readonly #form: Asking;
  readonly #labelOf: (field: string) => string;

  constructor(form: Asking, labelOf: (field: string) => string) {
    this.#form = form;
    this.#labelOf = labelOf;
  }

  of(field: string): string | undefined {
    const error = this.#form.state.errors.find((each) => each.field === field);
    return error && this.say(error);
  }

  /** All of it, above the fields. */
  summary(): TemplateResult | typeof nothing {
    const { errors } = this.#form.state;
    return errorSummary(
      this.#form.host.texts,
      errors.map((error) => ({ id: controlId(error.field), text: this.say(error) })),
    );
  }

  /** One of them, in words. */
  say({ field, code }: FieldError): string {
    return this.#form.host.texts.any(`frame:error.${code}`, { label: this.#labelOf(field) });
  }
}
