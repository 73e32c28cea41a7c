/**
 * A text as the database can keep it. PostgreSQL has no place for a NUL, and none for half a character:
 * what is left of an emoji where a phone cut a text off. Nobody typed either; the first is left out, the
 * second is shown as what it is, a character that is lost (U+FFFD).
 */
export const readable = (text: string): string =>
  text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');

/** JSON with texts that can be kept. @throws {SyntaxError} when it is none */
export const readableJson = (json: string): unknown =>
  JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? readable(value) : value));
