import type { HttpResponse } from 'tus-js-client';
import type { PublicEndpoint as Endpoint } from '../../contract/endpoints.ts';
import { UPLOAD_METADATA, UPLOAD_STATES } from '../../contract/upload.ts';
import type { UploadState } from '../../contract/upload.ts';
import type { Problem, ProblemCode } from '../../contract/problem.ts';
import { urlAt } from '../desk-client.ts';
import type { Desk } from '../desk-client.ts';
import { deadline } from '../deadline.ts';
import { pause } from '../pause.ts';
import { loadAttachment, rememberUpload } from '../storage/attachments.ts';
import type { Attachment } from '../storage/attachments.ts';

/**
 * Sends attachments in the background, one after the other, resumable (tus 1.0): a killed page, a lost
 * line or a train tunnel goes on where it stopped.
 */

/** Why the desk will not have it; more trying changes nothing. */
export type Refusal = 'refused' | 'too-large' | 'unreadable';
/** `gone`: this device no longer has it. `left`: another page goes on with it. */
export type UploadOutcome = 'sent' | 'gone' | 'left' | Refusal;

export interface UploadOptions {
  /** Gets a share from 0 to 1. */
  progress: (share: number) => void;
  /** The last try did not, or now does, reach the desk. */
  waits: (waiting: boolean) => void;
  /** Stops here, without telling the desk. */
  leave: AbortSignal;
}

export interface UploadQueue {
  /** Sends one, or goes on sending it. */
  send(which: Attachment, draft: string, options: UploadOptions): Promise<UploadOutcome>;
  /** Stops sending it and tells the desk to forget it. */
  cancel(which: Attachment): Promise<void>;
  /** Whether the desk can open what it has; `gone` when it has it no more, undefined without an answer. */
  stateOf(which: Attachment): Promise<UploadState | 'gone' | undefined>;
  /** A small picture of what this browser cannot show. */
  previewOf(which: Attachment): Promise<Blob | undefined>;
}

/** Coming online or back into view ends a pause early. */
const PAUSE = 5000;
const CHUNK = 128 * 1024;
/** For a question that has a short answer. */
const PATIENCE = 8000;
/** What the desk says of an upload that it will not have, where there is more to say than that. */
const REFUSALS: Partial<Record<ProblemCode, Refusal>> = {
  'too-large': 'too-large',
  'photo-too-many-pixels': 'too-large',
  'not-a-photo': 'unreadable',
  'not-a-recording': 'unreadable',
  'recording-too-long': 'too-large',
};
/** Statuses that only an upload itself can have caused. */
const FINAL = [400, 413, 415, 422];
/** Not now: too late, two at once, too early, too many. */
const LATER = [408, 409, 423, 425, 429];
/** Somebody between us and the desk may have said it, so it is asked again, but not for ever. */
const TRIES = 3;

export function uploadQueue(desk: Desk): UploadQueue {
  const stops = new Map<string, AbortController>();
  /** Where the desk receives each one, once that is written down. */
  const places = new Map<string, Promise<string>>();
  let turn: Promise<unknown> = Promise.resolve();

  async function attempt(
    which: Attachment,
    draft: string,
    { progress, waits, leave }: UploadOptions,
    cancelled: AbortSignal,
  ): Promise<UploadOutcome | 'again' | 'perhaps-never'> {
    const stored = await loadAttachment(which);
    if (!stored) return 'gone';
    const { Upload, DetailedError } = await import('tus-js-client');
    if (cancelled.aborted) return 'gone';
    if (leave.aborted) return 'left';
    return new Promise((resolve) => {
      const upload = new Upload(stored.blob, {
        endpoint: urlAt(desk, 'uploads'),
        uploadUrl: stored.uploadUrl ?? null,
        chunkSize: CHUNK,
        retryDelays: null,
        storeFingerprintForResuming: false,
        metadata: {
          [UPLOAD_METADATA.draft]: draft,
          [UPLOAD_METADATA.kind]: which.kind,
          [UPLOAD_METADATA.id]: which.id,
        },
        onUploadUrlAvailable: () => {
          const { url } = upload;
          if (url)
            places.set(
              which.id,
              // Not in the task in which tus begins to send: that one is long on an old phone.
              pause(0)
                .then(() => rememberUpload(which, url))
                .then(() => url),
            );
        },
        onChunkComplete: () => waits(false),
        onProgress: (sent, total) => progress(total ? sent / total : 0),
        onSuccess: () => resolve('sent'),
        onError: (error) =>
          resolve(
            error instanceof DetailedError && error.originalResponse
              ? meaningOf(error.originalResponse)
              : 'again',
          ),
      });
      const stop = (terminate: boolean, outcome: UploadOutcome) => () => {
        void upload.abort(terminate).catch(() => undefined);
        resolve(outcome);
      };
      cancelled.addEventListener('abort', stop(true, 'gone'));
      leave.addEventListener('abort', stop(false, 'left'));
      upload.start();
    });
  }

  async function untilDone(
    which: Attachment,
    draft: string,
    options: UploadOptions,
    cancelled: AbortSignal,
  ): Promise<UploadOutcome> {
    const either = new AbortController();
    for (const signal of [cancelled, options.leave])
      signal.addEventListener('abort', () => either.abort());
    for (let refusals = 0; ;) {
      if (cancelled.aborted) return 'gone';
      if (options.leave.aborted) return 'left';
      const outcome = await attempt(which, draft, options, cancelled).catch(() => 'again' as const);
      if (outcome === 'perhaps-never') {
        refusals += 1;
        if (refusals === TRIES) return 'refused';
      } else if (outcome !== 'again') return outcome;
      options.waits(true);
      await pause(PAUSE, either.signal);
    }
  }

  async function placeOf(which: Attachment): Promise<string | undefined> {
    const stored = await loadAttachment(which).catch(() => undefined);
    return (await places.get(which.id)) ?? stored?.uploadUrl;
  }

  /** What the desk has to say of one that it has; undefined when it cannot be reached. */
  async function ask(which: Attachment, what: Endpoint): Promise<Response | undefined> {
    const upload = (await placeOf(which))?.split('/').at(-1);
    if (!upload) return undefined;
    return fetch(urlAt(desk, what, { upload }), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: deadline(PATIENCE),
    }).catch(() => undefined);
  }

  return {
    async stateOf(which) {
      const answer = await ask(which, 'uploadState');
      if (answer?.status === 404) return 'gone';
      const told: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
      return UPLOAD_STATES.find((state) => state === (told as { state?: unknown })?.state);
    },
    async previewOf(which) {
      const answer = await ask(which, 'uploadPreview');
      return answer?.ok ? answer.blob().catch(() => undefined) : undefined;
    },
    send(which, draft, options) {
      const stop = new AbortController();
      stops.set(which.id, stop);
      const mine = turn.then(() => untilDone(which, draft, options, stop.signal));
      turn = mine;
      return mine.finally(() => stops.delete(which.id));
    },
    async cancel(which) {
      stops.get(which.id)?.abort();
      const place = await placeOf(which);
      if (!place) return;
      // Nobody waits for it, and after 24 hours the desk forgets it anyway.
      void import('tus-js-client')
        .then(({ Upload }) => Upload.terminate(place))
        .catch(() => undefined);
    },
  };
}

/** What an answer that is no success means for the upload. */
function meaningOf(answer: HttpResponse): Refusal | 'again' | 'perhaps-never' {
  const status = answer.getStatus();
  if (status < 400 || status >= 500 || LATER.includes(status)) return 'again';
  const refusal = REFUSALS[codeIn(answer.getBody())];
  if (refusal) return refusal;
  return FINAL.includes(status) ? 'refused' : 'perhaps-never';
}

/** Of the desk's own problem; anything else is nobody's. */
function codeIn(body: string): ProblemCode {
  try {
    return (JSON.parse(body) as Problem).code;
  } catch {
    return 'fault';
  }
}
