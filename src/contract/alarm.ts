import * as v from 'valibot';
import { LIMITS } from './checks.ts';

/**
 * "Niemand neemt op? Laat uw nummer achter.": an alarm to the association's own people on duty, for
 * whoever calls and gets no answer. It never stands in for 112 or 0800-9009.
 */

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,60}$/));
const Line = v.pipe(v.string(), v.maxLength(LIMITS.text));

export const AlarmSchema = v.strictObject({
  /** As typed. Left out: the number in the report that was sent under `report`. */
  phone: v.optional(Line),
  /** A postcode and a house number, or whatever she typed: it is read by a person. */
  where: v.optional(Line),
  /** Ids of the triage. */
  danger: v.optional(Id),
  problem: v.optional(Id),
  /** Questions about the problem that she answered with yes: why it cannot wait. */
  because: v.optional(v.pipe(v.array(Id), v.maxLength(6))),
  /** It is about somebody else's home. */
  someoneElse: v.optional(v.boolean()),
  /** The key under which her report was sent: who has it may speak of that report. */
  report: v.optional(v.pipe(v.string(), v.uuid())),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9-]{1,20})?$/i)),
});
export type Alarm = v.InferOutput<typeof AlarmSchema>;

/** How far it is. What is not true yet is not in it. */
export const AlarmStateSchema = v.object({
  raisedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** When it last left for the people on duty: that somebody read it, is not said by this. */
  sentAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  /** The last attempt to send it failed. */
  failing: v.optional(v.boolean()),
  /** A person said so: her first name, and when. */
  read: v.optional(v.object({ by: v.string(), at: v.pipe(v.string(), v.isoTimestamp()) })),
});
export type AlarmState = v.InferOutput<typeof AlarmStateSchema>;

/** What the link in a message holds, behind its "#": which alarm, and the secret to it. */
const AlarmLink = {
  id: v.pipe(v.string(), v.uuid()),
  secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
};
export const AlarmLinkSchema = v.strictObject(AlarmLink);
export type AlarmLink = v.InferOutput<typeof AlarmLinkSchema>;

export const AcknowledgeSchema = v.strictObject({
  ...AlarmLink,
  /** The first name of who calls back: she who waits gets to see it. */
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(40)),
});

/** What whoever is on duty must know. Words in Dutch. */
export const AlarmForDutySchema = v.object({
  association: v.string(),
  raisedAt: v.pipe(v.string(), v.isoTimestamp()),
  phone: v.string(),
  /** To dial; left out when it cannot be read as a number. */
  tel: v.optional(v.string()),
  where: v.string(),
  what: v.string(),
  someoneElse: v.boolean(),
  /** BCP 47. */
  language: v.string(),
  acknowledged: v.optional(v.object({ by: v.string(), at: v.pipe(v.string(), v.isoTimestamp()) })),
});
export type AlarmForDuty = v.InferOutput<typeof AlarmForDutySchema>;

/** In the profile. A secret never stands there, only the name under which the environment has it. */
export const AlarmSettingsSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('mail'), to: v.pipe(v.string(), v.email()) }),
  v.strictObject({
    kind: v.literal('webhook'),
    url: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\/[^/?#@\s]+([/?#]|$)/)),
    secretEnv: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{2,80}$/)),
    /** May be an address within the association's own network, and then also plain http. */
    privateNetwork: v.optional(v.boolean(), false),
  }),
]);
export type AlarmSettings = v.InferOutput<typeof AlarmSettingsSchema>;
