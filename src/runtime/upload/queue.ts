import { UPLOAD_METADATA } from '../../contract/endpoints.ts';
import type { DeskClient } from '../desk-client.ts';
import { pause } from '../storage/outbox.ts';
import { loadPhoto, rememberUpload } from '../storage/photos.ts';

/**
 * Sends photos in the background, one after the other, resumable (tus 1.0): a killed page, a lost
 * line or a train tunnel goes on where it stopped.
 */

export type UploadOutcome = 'sent' | 'refused' | 'gone';

export interface UploadQueue {
  /** Sends one photo, or goes on sending it. `progress` gets a share from 0 to 1. */
  send(photo: string, draft: string, progress: (share: number) => void): Promise<UploadOutcome>;
  /** Stops sending it and tells the desk to forget it. */
  cancel(photo: string): Promise<void>;
}

/** Coming online or back into view ends a pause early. */
const PAUSE = 5000;
const CHUNK = 128 * 1024;

export function uploadQueue(desk: DeskClient): UploadQueue {
  const stops = new Map<string, AbortController>();
  let turn: Promise<unknown> = Promise.resolve();

  async function attempt(
    photo: string,
    draft: string,
    progress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<UploadOutcome | 'again'> {
    const stored = await loadPhoto(photo);
    if (!stored || signal.aborted) return 'gone';
    const { Upload, DetailedError } = await import('tus-js-client');
    return new Promise((resolve) => {
      const upload = new Upload(stored.blob, {
        endpoint: desk.url('uploads'),
        uploadUrl: stored.uploadUrl ?? null,
        chunkSize: CHUNK,
        retryDelays: null,
        storeFingerprintForResuming: false,
        metadata: {
          [UPLOAD_METADATA.draft]: draft,
          [UPLOAD_METADATA.photo]: photo,
        },
        onUploadUrlAvailable: () => {
          if (upload.url) void rememberUpload(photo, upload.url);
        },
        onProgress: (sent, total) => progress(total ? sent / total : 0),
        onSuccess: () => resolve('sent'),
        onError: (error) => {
          const status =
            error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
          resolve(status && [400, 413, 415, 422].includes(status) ? 'refused' : 'again');
        },
      });
      signal.addEventListener('abort', () => {
        void upload.abort(true).catch(() => undefined);
        resolve('gone');
      });
      upload.start();
    });
  }

  async function untilDone(
    photo: string,
    draft: string,
    progress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<UploadOutcome> {
    for (;;) {
      const outcome = await attempt(photo, draft, progress, signal).catch(() => 'again' as const);
      if (outcome !== 'again') return outcome;
      await pause(PAUSE, signal);
    }
  }

  return {
    send(photo, draft, progress) {
      const stop = new AbortController();
      stops.set(photo, stop);
      const mine = turn.then(() => untilDone(photo, draft, progress, stop.signal));
      turn = mine;
      return mine.finally(() => stops.delete(photo));
    },
    async cancel(photo) {
      stops.get(photo)?.abort();
      const stored = await loadPhoto(photo);
      if (!stored?.uploadUrl) return;
      const { Upload } = await import('tus-js-client');
      // Forgotten by the desk after 24 hours anyway: a failure here loses nothing.
      await Upload.terminate(stored.uploadUrl).catch(() => undefined);
    },
  };
}
