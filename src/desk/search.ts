import * as check from '../contract/checks.ts';
import { parseReference } from './reference.ts';
import { toE164 } from './phone.ts';

/** What a member of staff means by what she typed in the one search box. */
export type Search =
  | { kind: 'reference'; reference: string }
  | { kind: 'place'; postcode: string; number?: string; addition?: string }
  | { kind: 'phone'; phone: string }
  | { kind: 'words'; words: readonly string[] };

const PLACE = /^([1-9]\d{3}\s*[a-z]{2})(?![a-z])[\s,]*(.*)$/i;

export function parseSearch(typed: string): Search | undefined {
  const text = check.latin(typed).trim().slice(0, 200);
  if (!text) return undefined;
  const reference = parseReference(text);
  if (reference) return { kind: 'reference', reference };
  const [, code = '', rest = ''] = PLACE.exec(text) ?? [];
  const postcode = check.postcode(code);
  if (postcode) {
    const home = check.houseNumber(rest);
    return {
      kind: 'place',
      postcode,
      ...(home ? { number: home.number } : {}),
      ...(home?.addition ? { addition: home.addition.toLowerCase() } : {}),
    };
  }
  const phone = toE164(text);
  if (phone) return { kind: 'phone', phone };
  return { kind: 'words', words: text.split(/\s+/).slice(0, 10) };
}
