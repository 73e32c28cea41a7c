/** Known outages, as staff set them. */
export const sql = `
create table outage (
  id uuid primary key,
  association text not null,
  kind text not null,
  areas jsonb not null,
  text text not null,
  by_name text not null,
  started_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  erase_at timestamptz not null
);
create index outage_list on outage (association, until);
create index outage_erase on outage (erase_at);
`;
