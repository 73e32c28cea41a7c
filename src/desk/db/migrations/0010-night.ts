/** Alarms to the people on duty, from whoever called and got no answer. */
export const sql = `
create table alarm (
  id uuid primary key,
  association text not null,
  raised_at timestamptz not null,
  idempotency_key uuid not null,
  request_hash text not null,
  merged_into uuid,
  report_id uuid,
  phone text not null,
  tel text,
  where_line text not null,
  what text not null,
  someone_else boolean not null,
  language text not null,
  secret text not null,
  attempts smallint not null default 0,
  messages smallint not null default 0,
  sent_at timestamptz,
  failure text,
  next_at timestamptz,
  claimed_until timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  outcome text,
  outcome_at timestamptz,
  outcome_by text,
  erase_at timestamptz not null,
  unique (association, id),
  unique (association, idempotency_key),
  foreign key (association, report_id) references report (association, id) on delete cascade
);
create index alarm_open on alarm (association, id) where outcome_at is null;
create index alarm_due on alarm (next_at) where next_at is not null;
create index alarm_report on alarm (association, report_id);
create index alarm_erase on alarm (erase_at);
`;
