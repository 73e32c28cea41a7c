import * as v from 'valibot';
import { RepairAnswersSchema } from './repair-request.ts';

/**
 * What she had filled in when she turned to a person: goes along only when she says yes, so that a
 * member of staff goes on from there and she tells nothing twice.
 */
export const FilledInSchema = v.strictObject({
  /** The component she was in, and its screen: "repair-form", "photos". */
  element: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
  screen: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
  /** Owns what was uploaded: photos and the recording go along. */
  draft: v.pipe(v.string(), v.uuid()),
  questionnaireVersion: v.pipe(v.number(), v.integer()),
  triageVersion: v.pipe(v.string(), v.maxLength(40)),
  /** The language in which it was filled in, BCP 47. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9-]{1,20})?$/i)),
  /** As far as she came: nothing in it is required, and nothing is refused for being wrong. */
  answers: RepairAnswersSchema,
});
export type FilledIn = v.InferOutput<typeof FilledInSchema>;
