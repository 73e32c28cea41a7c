/** Epoch milliseconds, as right as we can know them. */
export type Clock = () => number;

/** A device within five minutes of the desk is right: the entry script may itself be a minute old. */
const TOLERANCE = 5 * 60_000;

/**
 * The device's clock, corrected by the desk's when it is clearly wrong: phones of somebody's
 * grandmother stand a year off after an empty battery.
 * @param deskNow ISO 8601 instant at which the desk wrote the profile
 */
export function clockOf(deskNow: string, deviceNow = Date.now()): Clock {
  const ahead = Date.parse(deskNow) - deviceNow;
  const correction = Math.abs(ahead) < TOLERANCE ? 0 : ahead;
  return () => Date.now() + correction;
}
