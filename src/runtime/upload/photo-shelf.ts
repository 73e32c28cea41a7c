import type { ReactiveController } from 'lit';
import { LIMITS } from '../../contract/checks.ts';
import { uuid } from '../ids.ts';
import { untilItWorks } from '../patience.ts';
import {
  loadAttachment,
  loadPreview,
  photo as photoOf,
  removeAttachment,
  saveAttachment,
  savePreview,
} from '../storage/attachments.ts';
import { pause } from '../pause.ts';
import { isAsTaken } from './as-taken.ts';
import type { NotTaken } from './prepare.ts';
import type { Refusal, UploadOptions, UploadOutcome, UploadQueue } from './queue.ts';

export interface ShelfHost {
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}

/** Why a photo that she chose is not among hers. */
export type PhotoNotice = NotTaken | Refusal | 'too-many';

/** Between two questions to the desk, in milliseconds. */
const PAUSE = 2000;

/**
 * The photos of one form as they are shown: previews, how far each has been sent, and what could not
 * be used. Which photos there are is in the form's own answers.
 */
export class PhotoShelf implements ReactiveController {
  /** Being made small, or waiting for it: how many. */
  preparing = 0;
  /** In the order in which they came up, and who said so. */
  readonly notices = new Map<PhotoNotice, 'device' | 'desk'>();
  readonly #host: ShelfHost;
  readonly #previews = new Map<string, string>();
  readonly #shares = new Map<string, number>();
  /** One at a time: two photos of 12 megapixels are more than an old phone holds. */
  #turn: Promise<void> = Promise.resolve();
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
      void shownOf(photo)
        .catch(() => undefined)
        .then((shown) => {
          // Removed, or off the page, before it was read.
          if (shown && this.#previews.get(photo) === '') this.#show(photo, shown);
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
   * What cannot be used or is one too many is named in `notices`.
   * @param there how many the form has
   */
  add(files: readonly File[], there: () => number, added: (id: string) => void): Promise<void> {
    if (!this.preparing) this.notices.clear();
    this.preparing += files.length;
    this.#host.requestUpdate();
    const mine = this.#turn.then(() => this.#addAll(files, there, added));
    this.#turn = mine;
    return mine;
  }

  async #addAll(
    files: readonly File[],
    there: () => number,
    added: (id: string) => void,
  ): Promise<void> {
    for (const [index, file] of files.entries()) {
      if (there() >= LIMITS.photos) {
        this.notices.set('too-many', 'device');
        this.preparing -= files.length - index;
        break;
      }
      const made = await this.#made(file);
      if (typeof made === 'string') this.notices.set(made, 'device');
      else {
        // What the form does with it is a task of its own: on an old phone a tap may wait for this one.
        await pause(0);
        added(made.id);
      }
      this.preparing -= 1;
      this.#host.requestUpdate();
    }
    this.#host.requestUpdate();
  }

  async #made(file: File): Promise<{ id: string } | NotTaken> {
    try {
      const module = await untilItWorks(() => import('./prepare.ts'));
      const made = await module!.prepare(file);
      if (typeof made === 'string') return made;
      const id = uuid();
      await saveAttachment(photoOf(id), made);
      if (!isAsTaken(made)) this.#show(id, made);
      return { id };
    } catch {
      return 'unreadable';
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
        // Shown in a task of its own, not in the one in which the bytes go.
        void pause(0).then(() => this.#host.requestUpdate());
      },
    });
  }

  /** Whether the desk must open it, because this browser could not. */
  async isAsTaken(photo: string): Promise<boolean> {
    const stored = await loadAttachment(photoOf(photo)).catch(() => undefined);
    return stored !== undefined && isAsTaken(stored.blob);
  }

  /**
   * Asks until the desk knows whether it can open a photo, and has something to show of it.
   * @param hurry true when there is no more time to wait for it
   * @returns `unknown` when the desk had not said so in time, or no longer has it
   */
  async look(
    photo: string,
    queue: UploadQueue,
    { leave, hurry }: { leave: AbortSignal; hurry: () => boolean },
  ): Promise<'readable' | 'unreadable' | 'unknown' | 'left'> {
    for (;;) {
      const state = await queue.stateOf(photoOf(photo));
      if (leave.aborted) return 'left';
      if (state === 'readable') await this.#showOf(photo, queue);
      if (state === 'readable' || state === 'unreadable') return state;
      if (state === 'gone' || hurry()) return 'unknown';
      await pause(PAUSE, leave);
    }
  }

  async #showOf(photo: string, queue: UploadQueue): Promise<void> {
    const preview = await queue.previewOf(photoOf(photo));
    if (!preview) return;
    await savePreview(photoOf(photo), preview);
    this.#show(photo, preview);
  }

  #show(photo: string, blob: Blob): void {
    this.#hide(photo);
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

/** What a browser can show of a photo. */
async function shownOf(photo: string): Promise<Blob | undefined> {
  const stored = await loadAttachment(photoOf(photo));
  return stored && isAsTaken(stored.blob) ? loadPreview(photoOf(photo)) : stored?.blob;
}
