/**
 * Who saw what of whom: kept for a time of its own, also when the report itself is gone. What was
 * erased on request leaves a line without anything personal.
 */
export const sql = `
create table view_log (
  id uuid primary key,
  association text not null,
  at timestamptz not null,
  act text not null,
  about_id uuid,
  by_name text not null,
  by_account text not null,
  erase_at timestamptz not null
);
create index view_log_about on view_log (association, about_id);
create index view_log_erase on view_log (erase_at);
insert into view_log (id, association, at, act, about_id, by_name, by_account, erase_at)
  select id, association, at, 'report', report_id, by_name, '', at + interval '12 months'
  from report_view;
drop table report_view;

create table erasure (
  id uuid primary key,
  association text not null,
  at timestamptz not null,
  reference_hash text not null,
  why text not null,
  erase_at timestamptz not null,
  unique (association, reference_hash)
);
create index erasure_erase on erasure (erase_at);
`;
