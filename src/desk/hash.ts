import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** SHA-256, hexadecimal: for secrets that only ever need to be recognised. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 bits that cannot be guessed, safe in an address, a cookie and a file name. */
export const newSecret = (): string => randomBytes(32).toString('hex');

/** Whether it has the shape of one. */
export const isSecret = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The same for the same data, in whatever order its fields came. */
export const hashOf = (data: unknown): string =>
  sha256(
    JSON.stringify(data, (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  );

/** Takes as long whatever it is compared with. */
export const sameText = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(one), 'hex'), Buffer.from(sha256(other), 'hex'));
