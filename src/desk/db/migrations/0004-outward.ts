/** Where each report went, or has yet to go; and in which system of the association it is now. */
export const sql = `
create table delivery (
  id uuid primary key,
  association text not null,
  report_id uuid not null,
  adapter text not null,
  state text not null,
  attempts integer not null,
  why text,
  next_at timestamptz not null,
  claimed_until timestamptz,
  delivered_at timestamptz,
  reference text,
  erase_at timestamptz not null,
  unique (association, report_id, adapter),
  foreign key (association, report_id) references report (association, id) on delete cascade
);
create index delivery_due on delivery (next_at) where state = 'waiting';
create index delivery_failed on delivery (association)
  where why is not null and state in ('waiting', 'failed');
create index delivery_erase on delivery (erase_at);

alter table report add column taken_over_in text;
`;
