import { UPLOAD_METADATA } from '../../contract/upload.ts';
import type { DeskClient } from '../desk-client.ts';
import { pause } from '../pause.ts';
import { loadAttachment, rememberUpload } from '../storage/attachments.ts';
import type { Attachment } from '../storage/attachments.ts';

/**
 * Sends attachments in the background, one after the other, resumable (tus 1.0): a killed page, a lost
 * line or a train tunnel goes on where it stopped.
 */

/** `left`: another page goes on with it. */
export type UploadOutcome = 'sent' | 'refused' | 'gone' | 'left';

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
}

/** Coming online or back into view ends a pause early. */
const PAUSE = 5000;
const CHUNK = 128 * 1024;
/** More trying changes nothing: it is no photo, or too large, or one too many. */
const FINAL = [400, 413, 415, 422];

export function uploadQueue(desk: DeskClient): UploadQueue {
  const stops = new Map<string, AbortController>();
  /** Where the desk receives each one, once that is written down. */
  const places = new Map<string, Promise<string>>();
  let turn: Promise<unknown> = Promise.resolve();

  async function attempt(
    which: Attachment,
    draft: string,
    { progress, waits, leave }: UploadOptions,
    cancelled: AbortSignal,
  ): Promise<UploadOutcome | 'again'> {
    const stored = await loadAttachment(which);
    if (!stored) return 'gone';
    const { Upload, DetailedError } = await import('tus-js-client');
    if (cancelled.aborted) return 'gone';
    if (leave.aborted) return 'left';
    return new Promise((resolve) => {
      const upload = new Upload(stored.blob, {
        endpoint: desk.url('uploads'),
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
              rememberUpload(which, url).then(() => url),
            );
        },
        onChunkComplete: () => waits(false),
        onProgress: (sent, total) => progress(total ? sent / total : 0),
        onSuccess: () => resolve('sent'),
        onError: (error) => {
          const status =
            error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
          resolve(status && FINAL.includes(status) ? 'refused' : 'again');
        },
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
    for (;;) {
      if (cancelled.aborted) return 'gone';
      if (options.leave.aborted) return 'left';
      const outcome = await attempt(which, draft, options, cancelled).catch(() => 'again' as const);
      if (outcome !== 'again') return outcome;
      options.waits(true);
      await pause(PAUSE, either.signal);
    }
  }

  return {
    send(which, draft, options) {
      const stop = new AbortController();
      stops.set(which.id, stop);
      const mine = turn.then(() => untilDone(which, draft, options, stop.signal));
      turn = mine;
      return mine.finally(() => stops.delete(which.id));
    },
    async cancel(which) {
      stops.get(which.id)?.abort();
      const stored = await loadAttachment(which).catch(() => undefined);
      const place = (await places.get(which.id)) ?? stored?.uploadUrl;
      if (!place) return;
      // Nobody waits for it, and after 24 hours the desk forgets it anyway.
      void import('tus-js-client')
        .then(({ Upload }) => Upload.terminate(place))
        .catch(() => undefined);
    },
  };
}
