import { createHash, randomBytes } from 'node:crypto';

/** SHA-256, hexadecimal: for secrets that only ever need to be recognised. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 bits that cannot be guessed, safe in an address, a cookie and a file name. */
export const newSecret = (): string => randomBytes(32).toString('hex');
