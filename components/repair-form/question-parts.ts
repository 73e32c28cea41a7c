import * as check from '../../src/contract/checks.ts';
import { line } from '../../src/contract/question-checks.ts';
import type { FieldError } from '../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';

/** What the questions share: their ground, and what can be wrong with an address. */

/** Asked of the tenancy itself: without it we cannot do the repair (art. 6(1)(b) GDPR). */
export const contract = { ground: 'contract', seenBy: ['desk-staff', 'technician'] } as const;

/** A postcode and a number, or (when the postcode is not known) a street, a number and a town. */
export function checkAddress(address: NonNullable<RepairAnswers['address']>): FieldError[] {
  const has = (part: keyof typeof address) => Boolean(address[part]?.trim());
  const byStreet = address.street !== undefined && !has('postcode');
  const errors: FieldError[] = [];
  if (byStreet && !has('street')) errors.push({ field: 'address.street', code: 'street' });
  if (!byStreet && !has('postcode')) errors.push({ field: 'address.postcode', code: 'missing' });
  else if (!byStreet && !check.postcode(address.postcode ?? ''))
    errors.push({ field: 'address.postcode', code: 'postcode' });
  if (!has('number')) errors.push({ field: 'address.number', code: 'missing' });
  else if (!check.houseNumber(address.number ?? ''))
    errors.push({ field: 'address.number', code: 'house-number' });
  if (byStreet && !has('city')) errors.push({ field: 'address.city', code: 'missing' });
  return [
    ...errors,
    ...line('address.street', address.street),
    ...line('address.addition', address.addition),
    ...line('address.city', address.city),
  ];
}
