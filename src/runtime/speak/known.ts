/**
 * What the element around the way to a person knows of her: it is shown there, and asked no second
 * time. `filledIn` goes to the desk only when she says so.
 */
export interface Known {
  /** What it is about. */
  topic?: string | undefined;
  phone?: string | undefined;
  name?: string | undefined;
  someoneElse?: boolean | undefined;
  /** All of it, as the desk takes it; undefined while nothing is filled in. */
  filledIn?: object | undefined;
}
