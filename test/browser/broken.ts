/** Browsers that forbid, forget or fail: each returns how to mend it again. */

type Mend = () => void;

const replace = (on: object, name: string, descriptor: PropertyDescriptor): Mend => {
  const original = Object.getOwnPropertyDescriptor(on, name);
  Object.defineProperty(on, name, { configurable: true, ...descriptor });
  return () => {
    if (original) Object.defineProperty(on, name, original);
    else Reflect.deleteProperty(on, name);
  };
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

/** It refuses the next so many transactions: Safari closed the connection in the background. */
export function withStumblingDatabase(times: number): Mend {
  let left = times;
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { transaction } = IDBDatabase.prototype;
  return replace(IDBDatabase.prototype, 'transaction', {
    value(this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) {
      if (left-- > 0) forbidden();
      return transaction.apply(this, args);
    },
  });
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
