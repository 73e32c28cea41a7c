/** What the questions share: their ground, and what can be wrong with an address. */

export { checkAddress } from '../../src/contract/address-check.ts';

/** Asked of the tenancy itself: without it we cannot do the repair (art. 6(1)(b) GDPR). */
export const contract = { ground: 'contract', seenBy: ['desk-staff', 'technician'] } as const;
