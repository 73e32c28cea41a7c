import * as v from 'valibot';
import { STATUSES } from './staff.ts';

/** What the association's own system may say of a report: not that it is new, which only we can know. */
const STATUSES_BACK = STATUSES.filter((status) => status !== 'new');

/** "Itris 123456": one line, as people read it to each other. */
const Shown = v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{P}\p{S} ]{0,79}$/u));

export const StatusBackSchema = v.pipe(
  v.strictObject({
    status: v.optional(v.picklist(STATUSES_BACK)),
    /** In which system it is now, and under which number there. */
    takenOverIn: v.optional(Shown),
  }),
  v.check(({ status, takenOverIn }) => status !== undefined || takenOverIn !== undefined),
);
export type StatusBack = v.InferOutput<typeof StatusBackSchema>;

/** The report as it is now. */
export const StatusBackAnswerSchema = v.object({
  reference: v.string(),
  status: v.picklist(STATUSES),
  takenOverIn: v.optional(v.string()),
});
