/** Sign-in at the association's own provider (OpenID Connect). Whoever was signed in, does so again. */
export const sql = `
delete from staff_session;
alter table staff_session add column person text not null;
alter table staff_session add column account text not null;
alter table staff_session add column seen_at timestamptz not null;
alter table staff_session add column provider_session text;
create index staff_session_person on staff_session (association, person);

create table sign_in_attempt (
  id uuid primary key,
  association text not null,
  state_hash text not null unique,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  erase_at timestamptz not null
);
create index sign_in_attempt_erase on sign_in_attempt (erase_at);
`;
