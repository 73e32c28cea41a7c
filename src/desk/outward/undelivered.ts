import type { DeliveryFailure } from '../../contract/delivery.ts';

/**
 * What an adapter throws. Only the code is kept and logged: the message of a library or an answer may
 * repeat what was sent.
 */
export class Undelivered extends Error {
  readonly code: DeliveryFailure;
  /** Trying again by itself makes no sense; a member of staff still can. */
  readonly final: boolean;
  /** Milliseconds that the receiver asked us to wait. */
  readonly wait: number | undefined;

  constructor(
    code: DeliveryFailure,
    { final = false, wait }: { final?: boolean; wait?: number } = {},
  ) {
    super(code);
    this.code = code;
    this.final = final;
    this.wait = wait;
  }
}
