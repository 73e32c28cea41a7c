/**
 * A signal that aborts after so many milliseconds, or with `signal`. By hand, because
 * `AbortSignal.any` is missing before Safari 17.4 and Chrome 116.
 */
export function deadline(milliseconds: number, signal?: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, milliseconds);
  controller.signal.addEventListener('abort', () => clearTimeout(timer));
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true, signal: controller.signal });
  return controller.signal;
}

/** @throws when the work takes longer than so many milliseconds; it then goes on unheard */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('late')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
