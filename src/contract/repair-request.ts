import * as v from 'valibot';
import { LIMITS } from './checks.ts';
import { NEEDS, REACH, SELF_HELP, WHEN } from './choices.ts';

/**
 * A repair request on the wire. This says the shape; whether an answer is *right* (a postcode that
 * is one) is the question's own `check`, which the desk runs as well as the browser.
 */

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,60}$/));
const Line = v.pipe(v.string(), v.maxLength(LIMITS.text));
/** A day that is in the calendar: the shape alone has a 31 February. */
export const DaySchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((day) => !isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)),
);
const Uuid = v.pipe(v.string(), v.uuid());

export const AddressSchema = v.strictObject({
  postcode: v.optional(Line),
  number: v.optional(Line),
  addition: v.optional(Line),
  street: v.optional(Line),
  city: v.optional(Line),
});
export type Address = v.InferOutput<typeof AddressSchema>;

export const RepairAnswersSchema = v.strictObject({
  danger: v.optional(Id),
  someoneElse: v.optional(v.boolean()),
  story: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.story))),
  room: v.optional(Id),
  item: v.optional(Id),
  problem: v.optional(Id),
  details: v.optional(v.record(Id, Line)),
  /** A spoken message. */
  voice: v.optional(Uuid),
  selfHelp: v.optional(v.picklist(SELF_HELP)),
  photos: v.optional(v.pipe(v.array(Uuid), v.maxLength(LIMITS.photos))),
  address: v.optional(AddressSchema),
  name: v.optional(Line),
  reach: v.optional(v.picklist(REACH)),
  phone: v.optional(Line),
  email: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.email))),
  letter: v.optional(v.boolean()),
  doorName: v.optional(Line),
  doorPhone: v.optional(Line),
  needs: v.optional(v.array(v.picklist(NEEDS))),
  when: v.optional(v.picklist(WHEN)),
  days: v.optional(v.pipe(v.array(DaySchema), v.maxLength(20))),
});
export type RepairAnswers = v.InferOutput<typeof RepairAnswersSchema>;

export const RepairRequestSchema = v.strictObject({
  /** The draft that owns what was uploaded: a secret of this tab. */
  draft: Uuid,
  questionnaireVersion: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
  triageVersion: v.pipe(v.string(), v.maxLength(40)),
  /** The language in which it was filled in, BCP 47. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9-]{1,20})?$/i)),
  answers: RepairAnswersSchema,
});
export type RepairRequest = v.InferOutput<typeof RepairRequestSchema>;

/** What happens when: only what the association's capacity allows; otherwise no time is named. */
export const PromiseSchema = v.union([
  v.object({ kind: v.literal('by'), date: v.pipe(v.string(), v.isoDate()) }),
  v.object({ kind: v.literal('none') }),
]);

export const ReceiptSchema = v.object({
  /** Eight characters without look-alikes and a check character: "K7M4-P2XR-9". */
  reference: v.string(),
  receivedAt: v.pipe(v.string(), v.isoTimestamp()),
  promise: PromiseSchema,
  /** Photos of the request that could not be read at the desk, by their id. */
  photosLost: v.optional(v.array(Uuid), []),
  /** Her spoken message could not be read at the desk. */
  voiceLost: v.optional(v.literal(true)),
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;
