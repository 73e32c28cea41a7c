import type { ReactiveController } from 'lit';
import { LIMITS } from '../../contract/checks.ts';
import { uuid } from '../ids.ts';
import {
  loadAttachment,
  photo as photoOf,
  removeAttachment,
  saveAttachment,
} from '../storage/attachments.ts';
import type { UploadOptions, UploadOutcome, UploadQueue } from './queue.ts';

export interface ShelfHost {
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}

export type PhotoNotice = 'unreadable' | 'refused' | 'too-many';

/**
 * The photos of one form as they are shown: previews, how far each has been sent, and what could not
 * be used. Which photos there are is in the form's own answers.
 */
export class PhotoShelf implements ReactiveController {
  /** Being made small: how many. */
  preparing = 0;
  notice: PhotoNotice | undefined;
  readonly #host: ShelfHost;
  readonly #previews = new Map<string, string>();
  readonly #shares = new Map<string, number>();
  /** On the page: what is not shown holds no address of a photo, which would hold its bytes. */
  #shown = true;

  constructor(host: ShelfHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#shown = true;
  }

  hostDisconnected(): void {
    this.#shown = false;
    for (const photo of [...this.#previews.keys()]) this.#hide(photo);
  }

  /** Address of the preview; undefined until it was read from the store. */
  preview(photo: string): string | undefined {
    const url = this.#previews.get(photo);
    if (url === undefined) {
      this.#previews.set(photo, '');
      void loadAttachment(photoOf(photo))
        .catch(() => undefined)
        .then((stored) => {
          // Removed, or off the page, before it was read.
          if (stored && this.#previews.get(photo) === '') this.#show(photo, stored.blob);
        });
    }
    return url || undefined;
  }

  /** From 0 to 1. */
  share(photo: string): number {
    return this.#shares.get(photo) ?? 0;
  }

  /**
   * Makes them small, strips them and puts them in the store; `added` hears of each as it is ready.
   * What cannot be read or is one too many is named in `notice`.
   */
  async add(files: readonly File[], there: number, added: (id: string) => void): Promise<void> {
    const room = Math.max(0, LIMITS.photos - there - this.preparing);
    this.notice = files.length > room ? 'too-many' : undefined;
    const taken = files.slice(0, room);
    this.preparing += taken.length;
    this.#host.requestUpdate();
    for (const file of taken) {
      try {
        const { shrink } = await import('./shrink.ts');
        const small = await shrink(file);
        const id = uuid();
        await saveAttachment(photoOf(id), small);
        this.#show(id, small);
        added(id);
      } catch {
        this.notice = 'unreadable';
      }
      this.preparing -= 1;
      this.#host.requestUpdate();
    }
  }

  /** Of this device, and, when it was not sent with a report, of the desk. */
  async remove(photo: string, queue: UploadQueue | undefined): Promise<void> {
    this.#hide(photo);
    await queue?.cancel(photoOf(photo));
    await removeAttachment(photoOf(photo));
  }

  send(
    photo: string,
    draft: string,
    queue: UploadQueue,
    options: Omit<UploadOptions, 'progress'>,
  ): Promise<UploadOutcome> {
    return queue.send(photoOf(photo), draft, {
      ...options,
      progress: (share) => {
        this.#shares.set(photo, share);
        this.#host.requestUpdate();
      },
    });
  }

  #show(photo: string, blob: Blob): void {
    if (!this.#shown) return;
    this.#previews.set(photo, URL.createObjectURL(blob));
    this.#host.requestUpdate();
  }

  #hide(photo: string): void {
    const url = this.#previews.get(photo);
    if (url) URL.revokeObjectURL(url);
    this.#previews.delete(photo);
  }
}
