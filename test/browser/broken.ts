/** Browsers that forbid, forget or fail: each returns how to mend it again. */

type Mend = () => void;

const broken = new Set<Mend>();

/** Mends what a failed test left broken; each test that breaks something calls it afterwards. */
export function mendAll(): void {
  for (const mend of broken) mend();
}

const remember = (mend: Mend): Mend => {
  const once = () => {
    if (broken.delete(once)) mend();
  };
  broken.add(once);
  return once;
};

const replace = (on: object, name: string, descriptor: PropertyDescriptor): Mend => {
  const original = Object.getOwnPropertyDescriptor(on, name);
  Object.defineProperty(on, name, { configurable: true, ...descriptor });
  return remember(() => {
    if (original) Object.defineProperty(on, name, original);
    else Reflect.deleteProperty(on, name);
  });
};

const forbidden = (): never => {
  throw new DOMException('Forbidden in this test', 'SecurityError');
};

/** Cookies and site data are blocked. */
export const withoutStorage = (kind: 'sessionStorage' | 'localStorage'): Mend =>
  replace(window, kind, { get: forbidden });

/** IndexedDB refuses every transaction: a private window of an older browser. */
export const withoutDatabase = (): Mend =>
  replace(IDBDatabase.prototype, 'transaction', { value: forbidden });

/** It takes every transaction and never answers (Safari, WebKit bug 226547). */
export const withSilentDatabase = (): Mend =>
  replace(IDBDatabase.prototype, 'transaction', {
    value: () => ({
      objectStore: () => ({
        get: () => ({}),
        put: () => ({}),
        delete: () => ({}),
        transaction: {},
      }),
    }),
  });

/** It refuses the next so many transactions: Safari closed the connection in the background. */
export function withStumblingDatabase(times: number): Mend {
  let left = times;

  const { transaction } = IDBDatabase.prototype;
  return replace(IDBDatabase.prototype, 'transaction', {
    value(this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      if (left-- > 0) forbidden();
      return transaction.apply(this, args);
    },
  });
}

/** WebKit writes a hundred entries within ten seconds, and then none. */
export function withoutHistory(): void {
  for (const name of ['pushState', 'replaceState'])
    replace(History.prototype, name, { value: forbidden });
}

/** The disk is full: it reads, and writes nothing. */
export const withFullDisk = (): Mend =>
  replace(IDBObjectStore.prototype, 'put', {
    value: () => {
      throw new DOMException('Full in this test', 'QuotaExceededError');
    },
  });

/** A page that is not https: no cryptography. */
export const withoutCryptography = (): Mend => replace(crypto, 'subtle', { value: undefined });

/** The clock of the device, so many milliseconds off. */
export function withClockOff(milliseconds: number): Mend {
  const { now } = Date;
  return replace(Date, 'now', { value: () => now.call(Date) + milliseconds });
}

/**
 * Whoever waits two seconds or more has waited: for what happens when something takes too long. (One
 * second is what the tests themselves wait.)
 */
export function withoutWaiting(): Mend {
  const { setTimeout } = window;
  return replace(window, 'setTimeout', {
    writable: true,
    value: (work: () => void, after = 0) =>
      setTimeout.call(window, work, after >= 2000 ? after / 1000 : after),
  });
}

/** Whoever waits two seconds or more waits until the test lets so much time pass. */
export function withTimeHeld(): { pass: (milliseconds: number) => void } {
  const { setTimeout, clearTimeout } = window;
  const waiting = new Map<number, { work: () => void; at: number }>();
  let now = 0;
  let last = 0;
  replace(window, 'setTimeout', {
    writable: true,
    value: (work: () => void, after = 0) => {
      if (after < 2000) return setTimeout.call(window, work, after);
      // Below zero: no timer of the browser has such a number.
      waiting.set(--last, { work, at: now + after });
      return last;
    },
  });
  replace(window, 'clearTimeout', {
    writable: true,
    value: (timer: number) => {
      if (!waiting.delete(timer)) clearTimeout.call(window, timer);
    },
  });
  return {
    pass: (milliseconds) => {
      now += milliseconds;
      for (const [timer, { work, at }] of [...waiting]) {
        if (at > now) continue;
        waiting.delete(timer);
        work();
      }
    },
  };
}

/** What the kit reports to the page's own monitoring, instead of failing the test. */
export function withReports(): { reports: unknown[]; mend: Mend } {
  const reports: unknown[] = [];
  // The test runner's; a listener of ours could not come before it.
  const { onerror } = window;
  window.onerror = (_, __, ___, ____, error) => {
    reports.push(error);
    return true;
  };
  return { reports, mend: remember(() => (window.onerror = onerror)) };
}

/** What waits for a lock waits until `come`: the form itself, and so only its first screen is there. */
export function withSlowLocks(): { come: () => void; mend: Mend } {
  let come = (): void => undefined;
  const late = new Promise<void>((resolve) => (come = resolve));
  const { locks } = navigator;
  const request = async (...all: Parameters<LockManager['request']>): Promise<unknown> => {
    await late;
    return locks.request(...all);
  };
  return { come, mend: replace(navigator, 'locks', { value: { request } }) };
}

/** An older browser, which can only show a picture. */
export function withoutDecoders(): Mend {
  const mends = [replace(window, 'createImageBitmap', { value: undefined }), withoutImageDecoder()];
  return () => mends.forEach((mend) => mend());
}

/** A browser that decodes a picture whole or not at all. */
export function withoutImageDecoder(): Mend {
  const own = 'ImageDecoder' in window ? window.ImageDecoder : undefined;
  Reflect.deleteProperty(window, 'ImageDecoder');
  return remember(() => {
    if (own)
      Object.defineProperty(window, 'ImageDecoder', {
        configurable: true,
        writable: true,
        value: own,
      });
  });
}

/** An old phone: a photo is opened at `come`; `kept` counts the photos written to the disk since. */
export function withSlowPictures(): { come: () => void; kept: () => number } {
  let come = (): void => undefined;
  const late = new Promise<void>((resolve) => (come = resolve));
  const { createImageBitmap } = window;
  replace(window, 'createImageBitmap', {
    value: async (...all: Parameters<typeof createImageBitmap>) => {
      await late;
      return createImageBitmap(...all);
    },
  });
  let kept = 0;
  const { put } = IDBObjectStore.prototype;
  replace(IDBObjectStore.prototype, 'put', {
    value(this: IDBObjectStore, value: unknown, name: IDBValidKey) {
      if (String(name).startsWith('photo/')) kept += 1;
      return put.call(this, value, name);
    },
  });
  return { come, kept: () => kept };
}

/** The browser gives no microphone, for this reason (the name of a DOMException). */
export const withoutMicrophone = (why: string): Mend =>
  replace(navigator.mediaDevices, 'getUserMedia', {
    value: () => Promise.reject(new DOMException('Not in this test', why)),
  });

/** It cannot record at all, as Safari before 14.1. */
export const withoutRecorder = (): Mend => replace(window, 'MediaRecorder', { value: undefined });

/** Its recorder runs, and gives nothing. */
export const withMuteRecorder = (): Mend =>
  replace(window, 'MediaRecorder', {
    value: class extends MediaRecorder {
      constructor(stream: MediaStream, options?: MediaRecorderOptions) {
        super(stream, options);
        this.addEventListener('dataavailable', (event) => event.stopImmediatePropagation());
      }
    },
  });

/** She looks at another page, or put her phone away. */
export function withPageOutOfSight(): Mend {
  const mend = replace(document, 'hidden', { get: () => true });
  document.dispatchEvent(new Event('visibilitychange'));
  return mend;
}

/** A minute later, for whoever looks at `performance.now()`. */
export function withMinuteGone(): Mend {
  const now = performance.now.bind(performance);
  return replace(performance, 'now', { value: () => now() + 60_000 });
}

/** The page's policy does not let sound be played. */
export const withoutPlaying = (): Mend =>
  replace(HTMLMediaElement.prototype, 'play', {
    value: () => Promise.reject(new DOMException('Not in this test', 'NotSupportedError')),
  });

/** The microphones that were given from now on. */
export function withMicrophonesSeen(): MediaStreamTrack[] {
  const seen: MediaStreamTrack[] = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  replace(navigator.mediaDevices, 'getUserMedia', {
    value: async (constraints: MediaStreamConstraints) => {
      const stream = await ask(constraints);
      seen.push(...stream.getTracks());
      return stream;
    },
  });
  return seen;
}
