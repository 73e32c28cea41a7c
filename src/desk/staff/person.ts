import type { Profile } from '../../contract/profile.ts';
import { sha256 } from '../hash.ts';
import type { Person } from '../repositories/sessions.ts';

/** What a provider says of who signed in. */
export type Claims = Readonly<Record<string, unknown>>;

export type Staff = NonNullable<Profile['staff']>;

const texts = (value: unknown): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string');

/** Whether she works for the association: one of its values is in the claim that it named. */
export const isStaff = (claims: Claims, { claim, values }: Staff): boolean =>
  texts(claims[claim]).some((each) => values.includes(each));

const LONGEST = 80;

/** One line that can be shown: without control characters and marks that turn the text around. */
const shown = (value: unknown): string =>
  (texts(value)[0] ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, LONGEST);

const first = (claims: Claims, names: readonly string[]): string =>
  names.map((name) => shown(claims[name])).find(Boolean) ?? '';

/** @param issuer of the provider: the same `sub` elsewhere is somebody else */
export function personOf(issuer: string, claims: Claims): Person {
  const subject = String(claims['sub']);
  const account = first(claims, ['preferred_username', 'email', 'upn']) || subject;
  return {
    id: sha256(`${issuer} ${subject}`),
    name: first(claims, ['name', 'given_name', 'preferred_username']) || account,
    account: account.toLowerCase(),
  };
}
