/**
 * Who can come when, and the appointments that are made. That nobody is booked twice is the database's own
 * rule (`appointment_once`), whatever the code does; `day_free` is what is left of a day, kept right by a
 * trigger in the transaction of the appointment itself (docs/decisions/0017-free-time.md). In the function
 * no line ends with a semicolon: that ends a statement here.
 */
export const sql = `
create extension if not exists btree_gist;
create table team (
  id uuid primary key,
  association text not null,
  name text not null,
  areas jsonb not null,
  erase_at timestamptz not null,
  unique (association, id)
);
create index team_erase on team (erase_at);
create table person (
  id uuid primary key,
  association text not null,
  team_id uuid not null,
  name text not null,
  first_name text not null,
  kinds jsonb not null,
  skills jsonb not null,
  seats smallint not null check (seats > 0),
  week jsonb not null,
  active boolean not null,
  erase_at timestamptz not null,
  unique (association, id),
  foreign key (association, team_id) references team (association, id) on delete cascade
);
create index person_team on person (association, team_id);
create index person_erase on person (erase_at);
create table person_day (
  id uuid primary key,
  association text not null,
  person_id uuid not null,
  date text not null,
  spans jsonb not null,
  why text not null,
  by_name text not null,
  erase_at timestamptz not null,
  unique (association, person_id, date),
  foreign key (association, person_id) references person (association, id) on delete cascade
);
create index person_day_erase on person_day (erase_at);
create table closure (
  id uuid primary key,
  association text not null,
  team_id uuid,
  from_date text not null,
  to_date text not null,
  spans jsonb,
  why text not null,
  by_name text not null,
  erase_at timestamptz not null,
  foreign key (association, team_id) references team (association, id) on delete cascade
);
create index closure_list on closure (association, to_date);
create index closure_erase on closure (erase_at);
create table appointment_kind (
  id uuid primary key,
  association text not null,
  kind text not null,
  active boolean not null,
  minutes smallint not null,
  travel_minutes smallint not null,
  step_minutes smallint not null,
  lead_hours smallint not null,
  lead_working_days smallint not null,
  horizon_days smallint not null,
  change_hours smallint not null,
  windows jsonb not null,
  erase_at timestamptz not null,
  unique (association, kind)
);
create index appointment_kind_erase on appointment_kind (erase_at);
create table appointment (
  id uuid primary key,
  association text not null,
  kind text not null,
  state text not null check (state in ('held', 'booked', 'withdrawn', 'cancelled')),
  person_id uuid not null,
  seat smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  busy_until timestamptz not null,
  during tstzrange generated always as (tstzrange(starts_at, busy_until)) stored,
  shown_from timestamptz not null,
  shown_to timestamptz not null,
  created_at timestamptz not null,
  held_until timestamptz,
  hold_hash text,
  reference text,
  secret text,
  idempotency_key uuid,
  request_hash text,
  report_id uuid,
  problem text,
  language text,
  name text not null default '',
  phone text not null default '',
  tel text,
  email text not null default '',
  postcode text,
  where_line text not null default '',
  about text not null default '',
  someone_else boolean not null default false,
  changed_at timestamptz,
  changed_by text,
  erase_at timestamptz not null,
  unique (association, id),
  unique (association, reference),
  unique (association, idempotency_key),
  check ((state = 'held') = (held_until is not null)),
  check (state = 'held' or reference is not null),
  foreign key (association, person_id) references person (association, id) on delete cascade,
  foreign key (association, report_id) references report (association, id) on delete cascade,
  constraint appointment_once exclude using gist (person_id with =, seat with =, during with &&)
    where (state in ('held', 'booked'))
);
create unique index appointment_hold on appointment (association, hold_hash, shown_from)
  where state = 'held';
create index appointment_held on appointment (association, held_until) where state = 'held';
create index appointment_agenda on appointment (association, starts_at);
create index appointment_withdrawn on appointment (association, shown_from) where state = 'withdrawn';
create index appointment_report on appointment (association, report_id);
create index appointment_erase on appointment (erase_at);
create table day_free (
  id uuid primary key,
  association text not null,
  person_id uuid not null,
  seat smallint not null,
  day date not null,
  open tstzmultirange not null,
  free tstzmultirange not null,
  taken smallint not null,
  erase_at timestamptz not null,
  unique (person_id, seat, day),
  foreign key (association, person_id) references person (association, id) on delete cascade
) with (fillfactor = 70);
create index day_free_day on day_free (association, day);
create index day_free_erase on day_free (erase_at);
create function takes_time(state text) returns boolean language sql immutable
  return state in ('held', 'booked');
create function first_fit(free tstzmultirange, within tstzrange, busy interval)
  returns timestamptz language sql immutable as $$
    select min(lower(gap)) from unnest(free * tstzmultirange(within)) gap
      where upper(gap) - lower(gap) >= busy
  $$;
create function keep_day_free() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' and takes_time(old.state) then
      update day_free set free = free + open * tstzmultirange(old.during), taken = taken - 1
        where person_id = old.person_id and seat = old.seat
          and day = (old.starts_at at time zone 'Europe/Amsterdam')::date
    ; end if
    ; if tg_op <> 'DELETE' and takes_time(new.state) then
      update day_free set free = free - tstzmultirange(new.during), taken = taken + 1
        where person_id = new.person_id and seat = new.seat
          and day = (new.starts_at at time zone 'Europe/Amsterdam')::date
    ; end if
    ; return null
    ; end
  $$;
create trigger appointment_made after insert or delete on appointment
  for each row execute function keep_day_free();
create trigger appointment_changed after update on appointment for each row
  when (takes_time(old.state) <> takes_time(new.state) or old.person_id <> new.person_id
    or old.seat <> new.seat or old.during <> new.during)
  execute function keep_day_free();
`;
