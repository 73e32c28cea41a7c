import * as v from 'valibot';

/** Puts a report with another one, which leads. */
export const MergeSchema = v.strictObject({ into: v.pipe(v.string(), v.uuid()) });
