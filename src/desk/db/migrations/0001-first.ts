/** Reports, their photos, messages and staff sessions. */
export const sql = `
create table report (
  id uuid primary key,
  association text not null,
  reference text not null,
  received_at timestamptz not null,
  language text not null,
  questionnaire_version integer not null,
  triage_version text not null,
  urgency text not null,
  urgency_rank smallint not null,
  because jsonb not null,
  status text not null,
  what text not null,
  where_line text not null,
  postcode text,
  house_number text,
  addition text,
  answers jsonb not null,
  shown_nl jsonb not null,
  shown_tenant jsonb not null,
  idempotency_key uuid not null,
  request_hash text not null,
  receipt jsonb not null,
  erase_at timestamptz not null,
  unique (association, id),
  unique (association, reference),
  unique (association, idempotency_key)
);
create index report_list on report
  (association, (status in ('done', 'cancelled')), urgency_rank, id desc);
create index report_place on report (association, postcode, house_number);
create index report_erase on report (erase_at);

create table report_contact (
  id uuid primary key,
  association text not null,
  report_id uuid not null,
  name text not null,
  reach text not null,
  reach_value text not null,
  phone text,
  door_phone text,
  answers jsonb not null,
  shown_nl jsonb not null,
  shown_tenant jsonb not null,
  erase_at timestamptz not null,
  unique (association, report_id),
  foreign key (association, report_id) references report (association, id) on delete cascade
);
create index report_contact_phone on report_contact (association, phone);
create index report_contact_door_phone on report_contact (association, door_phone);
create index report_contact_erase on report_contact (erase_at);

create table report_event (
  id uuid not null,
  association text not null,
  report_id uuid not null,
  at timestamptz not null,
  by_name text not null,
  kind text not null,
  text text not null,
  erase_at timestamptz not null,
  primary key (association, id),
  foreign key (association, report_id) references report (association, id) on delete cascade
);
create index report_event_report on report_event (association, report_id);
create index report_event_erase on report_event (erase_at);

create table report_view (
  id uuid primary key,
  association text not null,
  report_id uuid not null,
  at timestamptz not null,
  by_name text not null,
  erase_at timestamptz not null,
  foreign key (association, report_id) references report (association, id) on delete cascade
);
create index report_view_report on report_view (association, report_id);
create index report_view_erase on report_view (erase_at);

create table photo (
  id uuid primary key,
  association text not null,
  draft_hash text not null,
  client_id uuid not null,
  upload text,
  state text not null,
  report_id uuid,
  position smallint,
  created_at timestamptz not null,
  erase_at timestamptz not null,
  unique (association, upload),
  foreign key (association, report_id) references report (association, id)
);
create index photo_draft on photo (association, draft_hash);
create index photo_report on photo (association, report_id);
create index photo_erase on photo (erase_at);

create table message (
  id uuid primary key,
  association text not null,
  reference text not null,
  received_at timestamptz not null,
  name text not null,
  reach text not null,
  text text not null,
  language text not null,
  from_screen text not null,
  answered_at timestamptz,
  answered_by text,
  idempotency_key uuid,
  request_hash text not null,
  erase_at timestamptz not null,
  unique (association, reference),
  unique (association, idempotency_key)
);
create index message_list on message (association, (answered_at is not null), id desc);
create index message_erase on message (erase_at);

create table staff_session (
  id uuid primary key,
  association text not null,
  token_hash text not null unique,
  name text not null,
  created_at timestamptz not null,
  erase_at timestamptz not null
);
create index staff_session_erase on staff_session (erase_at);
`;
