/** However long the desk asks for: somebody is waiting before this page. */
const LONGEST = 5 * 60_000;

/** Ends early when the device comes online or the page comes back into view. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const events = new AbortController();
    const done = () => {
      clearTimeout(timer);
      events.abort();
      resolve();
    };
    const timer = setTimeout(done, Math.min(milliseconds, LONGEST));
    if (signal?.aborted) return done();
    const listening = { signal: events.signal };
    addEventListener('online', done, listening);
    document.addEventListener('visibilitychange', () => !document.hidden && done(), listening);
    signal?.addEventListener('abort', done, listening);
  });
}
