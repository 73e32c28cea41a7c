/**
 * Characters that show a text in another order than it is in: U+202E turns "exe.foto" into "otof.exe",
 * and an embedding that is never closed runs on into our own words. The marks that Arabic keyboards type
 * (U+200E, U+200F, U+061C) stay: they reach no further than their neighbours. Controls that are no white
 * space go too: a screen reader says them, or stops at them.
 */
const HARMFUL = /[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** For `JSON.parse`: every text of the desk, as the console may show it. */
export const harmless = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(HARMFUL, '') : value;
