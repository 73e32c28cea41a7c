/** "Wij bellen u": who is to be called, when that was promised, and what became of it. */
export const sql = `
create table callback (
  id uuid primary key,
  association text not null,
  reference text not null,
  received_at timestamptz not null,
  team text not null,
  topic text not null,
  preferred text not null,
  phone text not null,
  tel text,
  name text not null,
  someone_else boolean not null,
  language text not null,
  interpreter boolean not null,
  about text not null,
  from_screen text not null,
  filled_in jsonb,
  shown_nl jsonb not null,
  shown_tenant jsonb not null,
  voice_lost boolean not null,
  word text not null,
  secret_hash text not null,
  state text not null,
  due_at timestamptz not null,
  promised_from timestamptz,
  promised_until timestamptz,
  misses smallint not null default 0,
  missed_at timestamptz,
  claimed_by text,
  claimed_person text,
  claimed_until timestamptz,
  key_hash text not null,
  request_hash text not null,
  erase_at timestamptz not null,
  unique (association, id),
  unique (association, reference),
  unique (association, key_hash)
);
create index callback_open on callback (association, due_at) where state = 'open';
create index callback_tel on callback (association, tel) where state = 'open';
create index callback_erase on callback (erase_at);

create table callback_attempt (
  id uuid primary key,
  association text not null,
  callback_id uuid not null,
  at timestamptz not null,
  by_name text not null,
  kind text not null,
  text text not null,
  erase_at timestamptz not null,
  foreign key (association, callback_id) references callback (association, id) on delete cascade
);
create index callback_attempt_callback on callback_attempt (association, callback_id);
create index callback_attempt_erase on callback_attempt (erase_at);

alter table attachment add column callback_id uuid;
alter table attachment add constraint attachment_callback
  foreign key (association, callback_id) references callback (association, id)
  on delete set null (callback_id);
create index attachment_callback on attachment (association, callback_id);
`;
