import { randomInt } from 'node:crypto';

/**
 * The number a tenant reads out over the phone: eight characters and a check character,
 * "K7M4-P2XR-9". Without 0/O, 1/I/L, 5/S, 8/B and 2/Z beside each other, and without A, E and U, so
 * that no word comes out. 23 characters: a prime, so that the weighted sum catches every single
 * wrong character and every two swapped ones.
 */
const ALPHABET = '234679CDFGHJKMNPQRTVWXY';

const value = (character: string): number => ALPHABET.indexOf(character);

function checkCharacter(eight: string): string {
  const sum = [...eight].reduce((total, each, index) => total + value(each) * (index + 2), 0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}

const shown = (nine: string): string => `${nine.slice(0, 4)}-${nine.slice(4, 8)}-${nine.slice(8)}`;

/** @param random a whole number from 0 up to (not including) its argument */
export function newReference(random: (below: number) => number = randomInt): string {
  const eight = Array.from({ length: 8 }, () => ALPHABET.charAt(random(ALPHABET.length))).join('');
  return shown(eight + checkCharacter(eight));
}

/**
 * "k7m4 p2xr 9", "K7M4P2XR9" → "K7M4-P2XR-9"; undefined when it is no reference, or when the check
 * character says that it was misread.
 */
export function parseReference(typed: string): string | undefined {
  const nine = typed.toUpperCase().replace(/[\s.\-–—_/]/g, '');
  if (nine.length !== 9 || [...nine].some((each) => value(each) < 0)) return undefined;
  return checkCharacter(nine.slice(0, 8)) === nine.charAt(8) ? shown(nine) : undefined;
}
