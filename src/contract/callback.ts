import * as v from 'valibot';
import { CALLBACK_STATES, CALLBACK_TOPICS, CALLBACK_WHEN } from './callback-choices.ts';
import { LIMITS } from './checks.ts';
import { FilledInSchema } from './filled-in.ts';
import { RecognitionWordSchema } from './recognition-word.ts';

/**
 * "Wij bellen u": asks to be called. What may be promised is worked out by the desk, from the hours, the
 * queue and the capacity that the association set; without a capacity no time is promised.
 */

const Line = v.pipe(v.string(), v.maxLength(LIMITS.text));
const Uuid = v.pipe(v.string(), v.uuid());
const Instant = v.pipe(v.string(), v.isoTimestamp());
const Topic = v.picklist(CALLBACK_TOPICS);
const When = v.picklist(CALLBACK_WHEN);
const About = v.pipe(v.string(), v.maxLength(LIMITS.story));

export const CallbackSchema = v.strictObject({
  topic: Topic,
  when: When,
  /** As typed. */
  phone: Line,
  name: v.optional(Line),
  /** She asks it for somebody else, who is the one to be called. */
  someoneElse: v.optional(v.boolean()),
  /** The language of her page, in which she is spoken to when we can; BCP 47. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9-]{1,20})?$/i)),
  /** She wants an interpreter on the line for `language`. */
  interpreter: v.optional(v.boolean()),
  about: v.optional(About),
  /** A spoken message, by the id that the browser gave it when it sent it up. */
  voice: v.optional(Uuid),
  /** The draft that owns the recording: a secret of this tab. */
  draft: v.optional(Uuid),
  /** The component and screen she was on: "repair-form/photos". */
  from: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}\/[a-z-]{1,40}$/)),
  /** Sent along only when she said yes. */
  filledIn: v.optional(FilledInSchema),
});
export type Callback = v.InferOutput<typeof CallbackSchema>;

/** Between which instants we call. `none`: as soon as we can, and no time is named. */
export const CallbackPromiseSchema = v.union([
  v.object({ kind: v.literal('between'), from: Instant, until: Instant }),
  v.object({ kind: v.literal('none') }),
]);
export type CallbackPromise = v.InferOutput<typeof CallbackPromiseSchema>;

const CallFrom = v.array(v.object({ shown: v.string(), tel: v.string() }));

/** What would be promised now; somebody else may be a moment before her. */
export const CallbackOfferSchema = v.object({
  promise: CallbackPromiseSchema,
  /** Numbers that we call from; none when the number is withheld. */
  callFrom: CallFrom,
});
export type CallbackOffer = v.InferOutput<typeof CallbackOfferSchema>;

/** What opens it again: stands behind the "#" of a link, and is spent by a POST alone. */
const CallbackLink = { id: Uuid, secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) };
export const CallbackLinkSchema = v.strictObject(CallbackLink);
export type CallbackLink = v.InferOutput<typeof CallbackLinkSchema>;

export const CallbackReceiptSchema = v.object({
  reference: v.string(),
  receivedAt: Instant,
  /** What we say first when we call. */
  word: RecognitionWordSchema,
  ...CallbackOfferSchema.entries,
  link: v.object(CallbackLink),
  /** Her spoken message could not be read at the desk. */
  voiceLost: v.optional(v.literal(true)),
});
export type CallbackReceipt = v.InferOutput<typeof CallbackReceiptSchema>;

/** By the link, or by what she has on paper and the number that she left. */
export const CallbackAccessSchema = v.union([
  CallbackLinkSchema,
  v.strictObject({ reference: Line, phone: Line }),
]);
export type CallbackAccess = v.InferOutput<typeof CallbackAccessSchema>;

/** Reads, or with POST to `callbackCancelled` cancels. */
export const CallbackAskSchema = v.strictObject({ access: CallbackAccessSchema });

/** What is left out stays as it is; another wish or topic gives another promise. */
export const CallbackChangeSchema = v.strictObject({
  access: CallbackAccessSchema,
  topic: v.optional(Topic),
  when: v.optional(When),
  phone: v.optional(Line),
  about: v.optional(About),
});
export type CallbackChange = v.InferOutput<typeof CallbackChangeSchema>;

/** The callback as it is now. */
export const CallbackViewSchema = v.object({
  reference: v.string(),
  receivedAt: Instant,
  state: v.picklist(CALLBACK_STATES),
  topic: Topic,
  when: When,
  phone: v.string(),
  about: v.string(),
  word: RecognitionWordSchema,
  ...CallbackOfferSchema.entries,
  /** We called and nobody answered: when that last was. */
  missedAt: v.optional(Instant),
});
export type CallbackView = v.InferOutput<typeof CallbackViewSchema>;
