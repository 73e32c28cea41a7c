import * as v from 'valibot';
import { LIMITS } from './checks.ts';

/** What the console and the desk say to each other. Dutch for the words, ids for the rest. */

export const STATUSES = ['new', 'seen', 'planned', 'done', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

export const StatusChangeSchema = v.strictObject({ status: v.picklist(STATUSES) });
/** A search is posted: what staff look for is a phone number or an address, which no URL may hold. */
export const SearchSchema = v.strictObject({
  search: v.pipe(v.string(), v.maxLength(LIMITS.text)),
  after: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.text))),
});
export const NoteSchema = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LIMITS.story)),
});

/** How a report came: by the form, by the pages without script, or told to a member of staff. */
export type Channel = 'form' | 'plain' | 'phone';

/** A call in danger that was passed on: no report, but on the record. */
export const DangerCallSchema = v.strictObject({
  /** Id of a danger, or of a problem that is one. */
  danger: v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,60}$/)),
  /** Where, and on what number, as far as she said. */
  words: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.text)),
});
export type NewDangerCall = v.InferOutput<typeof DangerCallSchema>;

export interface DangerCall extends NewDangerCall {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  by: string;
}

/** What somebody saw, or did that shows much at once. */
export const VIEWED_ACTS = [
  'report',
  'callback',
  'photo',
  'voice',
  'search',
  'export',
  'view-log',
  'erase',
] as const;
export type ViewedAct = (typeof VIEWED_ACTS)[number];

export const ERASURE_REASONS = ['asked', 'mistake', 'other'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** Erases for good; the reference is typed once more, so that it is not the wrong one. */
export const ErasureSchema = v.strictObject({
  reference: v.pipe(v.string(), v.maxLength(40)),
  why: v.picklist(ERASURE_REASONS),
});

/** One line of the list: newest and most urgent first. */
export interface ReportLine {
  id: string;
  reference: string;
  /** ISO 8601 instant. */
  receivedAt: string;
  urgency: 'danger' | 'urgent' | 'soon' | 'standard' | 'planned';
  status: Status;
  /** "De kraan druppelt, keuken" or the beginning of her own words. */
  what: string;
  /** "Brink 12 a, 9401 AB" */
  where: string;
  /** "Mevrouw Berg"; empty when she gave no name, or when it was erased. */
  who: string;
  /** BCP 47. */
  language: string;
  photos: number;
  /** It was put with this report, which leads: its status is what counts. */
  mergedInto?: { id: string; reference: string; status: Status };
  /** How many others were put with this one. */
  merged: number;
  /** She told it with her voice. */
  spoken: boolean;
}

export interface ShownRow {
  id: string;
  label: string;
  value: string;
}

/**
 * What `text` is: nothing, a status, a note, the system that has it now ("Itris 123456"), the receiver
 * to which somebody brought it by hand, the receiver that got it; the reference of the report that it
 * was put with or taken from, empty when that one was erased.
 */
export type HistoryKind =
  'received' | 'status' | 'note' | 'taken-over' | 'by-hand' | 'delivered' | 'merged' | 'unmerged';

/** A spoken message. */
export interface Recording {
  id: string;
  url: string;
  state: 'ready' | 'pending' | 'unreadable';
  /** How long it lasts, once the desk has read it. */
  seconds?: number;
}

export interface Report extends ReportLine {
  channel: Channel;
  reach: { kind: 'phone' | 'email' | 'letter'; value: string };
  someoneElse: boolean;
  /** Why it is this urgent, in words: "Er komt water bij een lamp". */
  because: readonly string[];
  /** What she was told to do until help comes, in Dutch: the heading, then each step. */
  safety: readonly string[];
  /** Her own words, as typed. */
  story: string;
  /** As shown to her, in Dutch and in her language, when she sent it. */
  shown: { nl: readonly ShownRow[]; tenant: readonly ShownRow[] };
  /** Addresses of photos; `state` until the desk has cleaned them. */
  pictures: readonly { id: string; url: string; state: 'ready' | 'pending' | 'unreadable' }[];
  /** What she said, when she did. */
  recording?: Recording;
  /** Earlier and open reports at this address, newest first. */
  atAddress: readonly ReportLine[];
  /** Open and recent ones in the same building and at the doors beside it, newest first. */
  inBuilding: readonly ReportLine[];
  /** Those that are one and the same with it: the one that leads, or all that were put with it. */
  together: readonly ReportLine[];
  history: readonly {
    at: string;
    by: string;
    kind: HistoryKind;
    text: string;
  }[];
  /** Who saw it, newest first. */
  viewed: readonly { at: string; by: string; act: ViewedAct }[];
  /** In which system of the association it is now: "Itris 123456". */
  takenOverIn: string | undefined;
  /** Receivers that should have it and to whom sending failed, by name. */
  notWith: readonly string[];
  /** Hints for staff: who usually pays, which trade. The tenant never sees them. */
  payer: 'landlord' | 'tenant' | 'service' | 'depends' | undefined;
  specialism: string | undefined;
}

export interface MessageLine {
  id: string;
  reference: string;
  receivedAt: string;
  name: string;
  reach: string;
  text: string;
  language: string;
  from: string;
  answered: boolean;
}

/** Where signing in begins, when it is not here: the console goes there as a whole page. */
export interface SignInElsewhere {
  goTo: string;
}

/**
 * What the console says with each request: seconds since somebody last touched it. What it fetches by
 * itself does not keep a session alive.
 */
export const IDLE_HEADER = 'Keukentafel-Idle';

export const SignInSchema = v.strictObject({
  /** Where in the console to come back: "?association=delinde&report=…". */
  returnTo: v.optional(v.pipe(v.string(), v.maxLength(300))),
  /** Who is signed in at the provider is asked again who she is. */
  anew: v.optional(v.boolean()),
});

/** An alarm that nobody has taken, or of which nobody has said how it went. */
export interface AlarmLine {
  id: string;
  /** ISO 8601 instant. */
  raisedAt: string;
  phone: string;
  /** To dial; left out when it cannot be read as a number. */
  tel?: string;
  where: string;
  what: string;
  someoneElse: boolean;
  language: string;
  /** Her report, when she sent one. */
  report?: { id: string; reference: string };
  /** How many messages left for the people on duty, and when the last one did. */
  messages: number;
  sentAt?: string;
  /** The last attempt to send one failed. */
  failing: boolean;
  acknowledged?: { by: string; at: string };
}

export const OutcomeSchema = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LIMITS.text)),
});

export interface Session {
  /** The same for the same person, and nothing else: not a name, not an address. */
  who: string;
  /** Who is signed in, as colleagues see it. */
  name: string;
  association: { id: string; name: string };
  /** Safety texts that nobody has approved yet: the console says so. */
  unapproved: readonly string[];
}

export interface Page<T> {
  items: readonly T[];
  /** Hand to `?after=` for the next page. */
  next?: string;
}

/** Server-sent events on `staffEvents`: something changed, fetch it again. No answers in it. */
export interface StaffEvent {
  /** `delivery`: one failed, or no longer fails; its id is that of the report. */
  type: 'report' | 'message' | 'outage' | 'delivery' | 'alarm' | 'callback' | 'appointment';
  id: string;
}
