import * as check from './checks.ts';
import { line } from './question-checks.ts';
import type { FieldError } from './questionnaire.ts';
import type { Address } from './repair-request.ts';

/** A postcode and a number, or (when the postcode is not known) a street, a number and a town. */
export function checkAddress(address: Address): FieldError[] {
  const has = (part: keyof Address) => Boolean(address[part]?.trim());
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
