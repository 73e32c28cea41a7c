/**
 * One JSON object a line. Only these fields exist: nothing that a person typed can get in, because
 * there is no field to put it in. An unexpected error is told by its name, its code and where it was
 * thrown; never by its message, in which a database repeats the values.
 */
export interface LogLine {
  event:
    | 'request'
    | 'fault'
    | 'started'
    | 'migrated'
    | 'stopping'
    | 'stopped'
    | 'job'
    | 'job-failed'
    | 'delivered'
    | 'delivery-failed'
    | 'alarm-sent'
    | 'alarm-failed'
    | 'erased'
    | 'uploads-forgotten'
    | 'sign-in-failed'
    | 'sign-in-refused';
  request?: string;
  method?: string;
  /** The template, "/api/v1/:association/uploads/:upload": a real path can hold a secret. */
  route?: string;
  status?: number;
  ms?: number;
  job?: string;
  /** The kind of receiver: "webhook". */
  adapter?: string;
  count?: number;
  migration?: string;
  error?: string;
  code?: string;
  at?: readonly string[];
}

export type Log = (line: LogLine) => void;

export const jsonLog =
  (write: (line: string) => void, now: () => number = Date.now): Log =>
  (line) =>
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), ...line })}\n`);

/** What may be said of an unexpected error. */
export function faultOf(error: unknown): Pick<LogLine, 'error' | 'code' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  return {
    error: error.constructor.name,
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? { code } : {}),
    at: placesIn(error.stack ?? ''),
  };
}

/** "pool.ts:41:12": file names and lines of the stack, and nothing else of it. */
const placesIn = (stack: string): string[] =>
  [...stack.matchAll(/^\s+at .*?([\w.-]+:\d+:\d+)\)?$/gm)]
    .slice(0, 8)
    .map((found) => found[1] ?? '');
