import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
  CallbackState,
  CallbackTopic,
  CallbackWhen,
} from '../../contract/callback-choices.ts';
import type { AppointmentKind } from '../../contract/appointment-kinds.ts';
import type { Spans, Week } from '../../contract/appointment-staff.ts';
import type { AppointmentState } from '../../contract/appointment.ts';
import type { DeliveryFailure } from '../../contract/delivery.ts';
import type { FilledIn } from '../../contract/filled-in.ts';
import type { RecognitionWordId } from '../../contract/recognition-word.ts';
import type { CallbackAttemptKind } from '../../contract/staff-callback.ts';
import type { Urgency } from '../../contract/triage/types.ts';
import type { RepairAnswers, Receipt } from '../../contract/repair-request.ts';
import type { OutageKind } from '../../contract/outages.ts';
import type { UploadKind } from '../../contract/upload.ts';
import type {
  Channel,
  ErasureReason,
  HistoryKind,
  ShownRow,
  Status,
  ViewedAct,
} from '../../contract/staff.ts';

/** The tables as the code sees them. The columns themselves are made in `migrations/`. */
export interface Tables {
  report: ReportTable;
  report_contact: ReportContactTable;
  report_event: ReportEventTable;
  view_log: ViewLogTable;
  erasure: ErasureTable;
  attachment: AttachmentTable;
  message: MessageTable;
  outage: OutageTable;
  delivery: DeliveryTable;
  danger_call: DangerCallTable;
  alarm: AlarmTable;
  callback: CallbackTable;
  callback_attempt: CallbackAttemptTable;
  team: TeamTable;
  person: PersonTable;
  person_day: PersonDayTable;
  closure: ClosureTable;
  appointment_kind: AppointmentKindTable;
  appointment: AppointmentTable;
  day_free: DayFreeTable;
  staff_session: StaffSessionTable;
  sign_in_attempt: SignInAttemptTable;
  migration: { name: string; checksum: string; applied_at: Generated<Date> };
}

/** JSON goes in as text: `pg` would turn a list into an SQL array. */
type Json<T> = ColumnType<T, string, string>;

/** Every row belongs to one association and knows when it must be gone. */
interface Owned {
  id: string;
  association: string;
  erase_at: Date;
}

export interface ReportTable extends Owned {
  reference: string;
  received_at: Date;
  language: string;
  questionnaire_version: number;
  triage_version: string;
  urgency: Urgency;
  /** 0 is the most urgent: what the list is sorted by. */
  urgency_rank: number;
  /** In words, Dutch. */
  because: Json<readonly string[]>;
  status: Status;
  /** In one line, Dutch. */
  what: string;
  where_line: string;
  postcode: string | null;
  house_number: string | null;
  addition: string | null;
  /** Only the answers that are kept as long as the report. */
  answers: JSONColumnType<RepairAnswers>;
  shown_nl: Json<readonly ShownRow[]>;
  shown_tenant: Json<readonly ShownRow[]>;
  idempotency_key: string;
  /** SHA-256 of the request, to tell the same send from another one under the same key. */
  request_hash: string;
  receipt: JSONColumnType<Receipt>;
  /** "Itris 123456", as the association's own system said. */
  taken_over_in: string | null;
  channel: Channel;
  /** The member of staff who wrote it down for her; null when she did it herself. */
  taken_by: string | null;
  /** The report that this one was merged into. */
  merged_into: string | null;
}

/** What may have to go earlier than the report: who it was and how she is reached. */
export interface ReportContactTable extends Owned {
  report_id: string;
  name: string;
  reach: 'phone' | 'email' | 'letter';
  reach_value: string;
  /** E.164, when it can be read as a number: what the search looks in. */
  phone: string | null;
  door_phone: string | null;
  answers: JSONColumnType<RepairAnswers>;
  shown_nl: Json<readonly ShownRow[]>;
  shown_tenant: Json<readonly ShownRow[]>;
}

export interface ReportEventTable extends Owned {
  report_id: string;
  at: Date;
  by_name: string;
  kind: Exclude<HistoryKind, 'delivered'>;
  text: string;
}

/** Who saw what of whom; `about_id` may be of a report that is gone. */
export interface ViewLogTable extends Owned {
  at: Date;
  act: ViewedAct;
  about_id: string | null;
  by_name: string;
  by_account: string;
}

/** Something was erased on request; nothing in it says of whom. */
export interface ErasureTable extends Owned {
  at: Date;
  /** SHA-256 of the association and the reference. */
  reference_hash: string;
  why: ErasureReason;
}

/** `reading`: the desk has yet to find out whether it can open it. */
export type AttachmentState = 'uploading' | 'reading' | 'quarantined' | 'ready' | 'unreadable';

/** A photo or a recording from its first byte on; it belongs to a draft until a report claims it. */
export interface AttachmentTable extends Owned {
  kind: UploadKind;
  /** SHA-256 of the draft's secret. */
  draft_hash: string;
  /** The id that the browser gave it. */
  client_id: string;
  /** Name of the raw upload, unguessable; null once it is cleaned and gone. */
  upload: string | null;
  state: AttachmentState;
  /** How often the desk began to make it readable. */
  attempts: Generated<number>;
  /** How long a recording lasts; null until it was read, and of a photo. */
  seconds: Generated<number | null>;
  report_id: string | null;
  position: number | null;
  /** The callback that it came along with; a report may still claim it. */
  callback_id: string | null;
  created_at: Date;
}

export interface MessageTable extends Owned {
  reference: string;
  received_at: Date;
  name: string;
  reach: string;
  text: string;
  language: string;
  from_screen: string;
  answered_at: Date | null;
  answered_by: string | null;
  idempotency_key: string | null;
  request_hash: string;
}

export interface OutageTable extends Owned {
  kind: OutageKind;
  /** "9401 AB", "9401" */
  areas: Json<readonly string[]>;
  /** Dutch. */
  text: string;
  /** Who set it. */
  by_name: string;
  started_at: Date;
  /** Until when staff think it lasts: then it is over by itself. */
  until: Date;
  /** Staff said that it is over. */
  ended_at: Date | null;
}

/** `failed` is not tried again by itself; `taken-over` by a member of staff, by hand. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed' | 'taken-over';

/** One report to one receiver. */
export interface DeliveryTable extends Owned {
  report_id: string;
  /** The id of `outward` in the profile. */
  adapter: string;
  state: DeliveryState;
  attempts: number;
  /** Of the last attempt, when it failed; a code, and nothing that was sent or answered. */
  why: DeliveryFailure | null;
  next_at: Date;
  /** Somebody is trying; when that process dies, another may try after this. */
  claimed_until: Date | null;
  delivered_at: Date | null;
  /** What the receiver calls it. */
  reference: string | null;
}

/** Somebody called in danger and was told what to do: no report, but not forgotten either. */
export interface DangerCallTable extends Owned {
  at: Date;
  by_name: string;
  /** Id of a danger, or of a problem that is one. */
  danger: string;
  /** Where, and on what number, as far as she said. */
  words: string;
}

/** "Laat uw nummer achter": stands open until somebody says that she calls. */
export interface AlarmTable extends Owned {
  raised_at: Date;
  idempotency_key: string;
  request_hash: string;
  /** Pressed again from the same number while another one was open: that one counts. */
  merged_into: string | null;
  report_id: string | null;
  /** As typed, and E.164 when it can be read as a number. */
  phone: string;
  tel: string | null;
  where_line: string;
  /** In words, Dutch. */
  what: string;
  someone_else: boolean;
  language: string;
  /** Opens the page behind the link of a message, and nothing else; each message repeats it. */
  secret: string;
  attempts: Generated<number>;
  /** How many of them the channel took. */
  messages: Generated<number>;
  sent_at: Date | null;
  /** Why the last attempt failed. */
  failure: string | null;
  /** When it goes out (again); null: no more, or there is no need. */
  next_at: Date | null;
  claimed_until: Date | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  outcome: string | null;
  outcome_at: Date | null;
  outcome_by: string | null;
}

/** "Wij bellen u" */
export interface CallbackTable extends Owned {
  reference: string;
  received_at: Date;
  /** The id of a team in the profile. */
  team: string;
  topic: CallbackTopic;
  preferred: CallbackWhen;
  /** As typed, and E.164 when it can be read as a number. */
  phone: string;
  tel: string | null;
  name: string;
  someone_else: boolean;
  language: string;
  interpreter: boolean;
  about: string;
  from_screen: string;
  /** What she had filled in elsewhere, when she wanted us to see it; without the secret of its draft. */
  filled_in: JSONColumnType<Omit<FilledIn, 'draft'>> | null;
  shown_nl: Json<readonly ShownRow[]>;
  shown_tenant: Json<readonly ShownRow[]>;
  voice_lost: boolean;
  word: RecognitionWordId;
  /** SHA-256 of what opens it by the link. */
  secret_hash: string;
  /** `open` until somebody spoke to her; whether somebody is calling now, the claim says. */
  state: Exclude<CallbackState, 'calling'>;
  /** When it is to be done: the list is sorted by it, and the queue counts its hour. */
  due_at: Date;
  promised_from: Date | null;
  promised_until: Date | null;
  /** How often nobody answered, and when last. */
  misses: Generated<number>;
  missed_at: Date | null;
  /** "Ik bel nu": a name for colleagues, the person it is, and until when without a sign of life. */
  claimed_by: string | null;
  claimed_person: string | null;
  claimed_until: Date | null;
  /** SHA-256 of the idempotency key, from which the secret of the link is made. */
  key_hash: string;
  request_hash: string;
}

export interface CallbackAttemptTable extends Owned {
  callback_id: string;
  at: Date;
  /** Empty: she did it herself. */
  by_name: string;
  kind: CallbackAttemptKind;
  /** A note; of `passed-on` the name of the team before it. */
  text: string;
}

/** Those who have appointments, and their days. What is kept as long as the association is served here. */
export interface TeamTable extends Owned {
  name: string;
  areas: Json<readonly string[]>;
}

export interface PersonTable extends Owned {
  team_id: string;
  name: string;
  first_name: string;
  kinds: Json<readonly AppointmentKind[]>;
  /** VERA ONDERHOUDSPECIALISME. */
  skills: Json<readonly string[]>;
  seats: number;
  week: JSONColumnType<Week>;
  active: boolean;
}

export interface PersonDayTable extends Owned {
  person_id: string;
  /** ISO date. */
  date: string;
  spans: Json<Spans>;
  why: string;
  by_name: string;
}

export interface ClosureTable extends Owned {
  team_id: string | null;
  /** ISO dates, both included. */
  from_date: string;
  to_date: string;
  /** null: all day. */
  spans: ColumnType<Spans | null, string | null, string | null>;
  why: string;
  by_name: string;
}

export interface AppointmentKindTable extends Owned {
  kind: AppointmentKind;
  active: boolean;
  minutes: number;
  travel_minutes: number;
  step_minutes: number;
  lead_hours: number;
  lead_working_days: number;
  horizon_days: number;
  change_hours: number;
  windows: Json<Spans>;
}

export interface AppointmentTable extends Owned {
  kind: AppointmentKind;
  /** `held`: somebody chose it and is filling in the form; it is given up some time after `held_until`. */
  state: AppointmentState | 'held';
  person_id: string;
  seat: number;
  /** As planned; a tenant may have been told a window around it. */
  starts_at: Date;
  ends_at: Date;
  /** The way to the next one included. */
  busy_until: Date;
  /** From `starts_at` to `busy_until`, as the database keeps it. */
  during: ColumnType<string, never, never>;
  /** What she was told. */
  shown_from: Date;
  shown_to: Date;
  created_at: Date;
  held_until: Date | null;
  /** SHA-256 of the uuid that the page made. */
  hold_hash: string | null;
  /** From here on null while it is held. */
  reference: string | null;
  /** Opens this appointment, behind the "#" of a link. */
  secret: string | null;
  idempotency_key: string | null;
  request_hash: string | null;
  report_id: string | null;
  /** Id of the triage. */
  problem: string | null;
  language: string | null;
  /** Empty where they stand in the report. */
  name: Generated<string>;
  phone: Generated<string>;
  tel: string | null;
  email: Generated<string>;
  postcode: string | null;
  where_line: Generated<string>;
  about: Generated<string>;
  someone_else: Generated<boolean>;
  /** When it was last moved, cancelled or withdrawn, and by which member of staff; null: by herself. */
  changed_at: Date | null;
  changed_by: string | null;
}

/** What is left of a day of one person, on one seat. */
export interface DayFreeTable extends Owned {
  person_id: string;
  seat: number;
  /** A date: only ever compared in the database, since a driver makes it midnight of somewhere. */
  day: Date;
  open: string;
  /** `open` without the appointments. */
  free: string;
  /** Appointments. */
  taken: number;
}

export interface StaffSessionTable extends Owned {
  /** SHA-256 of the token in the cookie. */
  token_hash: string;
  /** As colleagues see it. */
  name: string;
  /** SHA-256 of the provider and of who it says that this is. */
  person: string;
  /** As the administrator knows it: "a.berg@delinde.example". */
  account: string;
  created_at: Date;
  /** When she last did something herself. */
  seen_at: Date;
  /** SHA-256 of the provider and of its own name for this session, when it told one. */
  provider_session: string | null;
}

/** Somebody was sent to the provider and has not come back. */
export interface SignInAttemptTable extends Owned {
  /** SHA-256 of what the provider must send back. */
  state_hash: string;
  /** SHA-256 of the cookie of the browser in which it began. */
  browser_hash: string;
  nonce: string;
  /** PKCE. */
  verifier: string;
  /** The query of the console's address. */
  return_to: string;
}
