/** The desk cannot start, and says why in one sentence that helps: no stack, exit 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
