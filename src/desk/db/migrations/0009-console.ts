/** Calls that staff take, calls in danger that they passed on, and reports that are one and the same. */
export const sql = `
alter table report add column channel text not null default 'form';
alter table report alter column channel drop default;
alter table report add column taken_by text;
alter table report add column merged_into uuid;
create index report_merged on report (association, merged_into);
drop index report_list;
create index report_list on report
  (association, (status in ('done', 'cancelled') or merged_into is not null), urgency_rank, id desc);

create table danger_call (
  id uuid not null,
  association text not null,
  at timestamptz not null,
  by_name text not null,
  danger text not null,
  words text not null,
  erase_at timestamptz not null,
  primary key (association, id)
);
create index danger_call_list on danger_call (association, at desc);
create index danger_call_erase on danger_call (erase_at);
`;
