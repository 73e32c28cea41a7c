/**
 * Whole seconds of what was recorded, as the player of a browser counts them (Chromium 156 shows those that
 * have passed); at least one. Everything that says how long a message is says this.
 *
 * @param seconds as measured
 */
export const wholeSeconds = (seconds: number): number => Math.max(1, Math.floor(seconds));
