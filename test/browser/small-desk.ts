import type { UploadState } from '../../src/contract/upload.ts';
import { executeServerCommand } from '@web/test-runner-commands';

/** The desk of the component tests: `small-desk.mjs`, which is started beside the test server. */

/** What it says to one send; `drop` cuts the line after it has heard it. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  drop?: boolean;
}

interface Told {
  /** Cuts every line at once. */
  down?: boolean;
  answers?: Answer[];
  /** Goes down at the so-manieth piece of an upload. */
  cut?: number;
  /** Status with which it refuses every new upload. */
  refuse?: number;
  /** The problem's code that goes with it. */
  refusal?: string;
  /** What it says when it is asked whether it can open an upload. */
  opens?: UploadState;
  /** How far the alarm is, when it is asked. */
  alarm?: object;
  /** What it would promise now. */
  offer?: object;
}

export interface Heard {
  received: { what: string; key: string; body: Record<string, unknown>; text: string }[];
  requests: string[];
  uploads: {
    id: string;
    size: number;
    /** Bytes on its disk; null when it was told to forget them. */
    there: number | null;
    hash: string | null;
    metadata: Record<string, string>;
  }[];
}

const command = <T>(payload: object): Promise<T> => executeServerCommand('small-desk', payload);

/** As it was opened this morning. @returns its origin */
export const newDesk = (): Promise<string> => command({ do: 'reset' });

export const tellDesk = (state: Told): Promise<true> => command({ do: 'tell', state });

export const askDesk = (): Promise<Heard> => command({ do: 'ask' });

/** The problem that the real desk answers with. */
export const problem = (status: number, code: string, errors?: object[]): Answer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { type: `about:${code}`, title: code, status, code, ...(errors ? { errors } : {}) },
});
