/**
 * Whether a letter or a number alone chooses an answer. Whoever speaks to her computer, or has a tremor,
 * switches it off (WCAG 2.1.4): kept in this browser, as that goes with the person and the keyboard.
 */
const NAME = 'keukentafel-console-keys';

/** For a browser that keeps nothing. */
let here: boolean | undefined;

export function keysChoose(): boolean {
  if (here !== undefined) return here;
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

export function letKeysChoose(on: boolean): void {
  here = on;
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'off');
  } catch {
    // Then it holds until the page is closed.
  }
}
