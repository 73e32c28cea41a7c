/** The page's own, also where a test makes whoever waits have waited. */
const later = window.setTimeout.bind(window);

interface Patience {
  /** Milliseconds. Eight seconds: longer than a busy machine needs, and shorter than a test may take. */
  timeout?: number;
}

/**
 * Waits until this is so. (The one of `@open-wc/testing` gives up after a second, which three engines on
 * two cores need for a page alone.)
 * @param message may be made when it is needed: it then says how it stands by that time
 */
export async function waitUntil(
  condition: () => unknown,
  message: string | (() => string) = 'It did not come',
  { timeout = 8000 }: Patience = {},
): Promise<void> {
  const end = performance.now() + timeout;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(typeof message === 'string' ? message : message());
    await new Promise((resolve) => later(resolve, 20));
  }
}
