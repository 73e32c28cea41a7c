import * as check from '../../contract/checks.ts';
import type { Address } from '../../contract/repair-request.ts';
import { addressLine } from '../../contract/summary.ts';

export interface Place {
  /** As it is kept: "9401 AB", number and addition apart. */
  address: Address;
  line: string;
  postcode: string | null;
  number: string | null;
  addition: string | null;
}

/** Brings an address that passed its check into one notation, so that two reports of one home meet. */
export function placeOf(typed: Address): Place {
  const postcode = check.postcode(typed.postcode ?? '');
  const home = check.houseNumber(typed.number ?? '');
  const addition = [home?.addition, typed.addition?.trim()].filter(Boolean).join(' ') || undefined;
  const trimmed = { street: typed.street?.trim(), city: typed.city?.trim() };
  const address: Address = {
    ...(postcode ? { postcode } : {}),
    ...(home ? { number: home.number } : {}),
    ...(addition ? { addition } : {}),
    ...(trimmed.street ? { street: trimmed.street } : {}),
    ...(trimmed.city ? { city: trimmed.city } : {}),
  };
  return {
    address,
    line: addressLine(address),
    postcode: postcode ?? null,
    number: home?.number ?? null,
    addition: addition ?? null,
  };
}
