import type { ReactiveController } from 'lit';
import { LIMITS } from '../../contract/checks.ts';
import { uuid } from '../ids.ts';
import {
  loadAttachment,
  removeAttachment,
  saveAttachment,
  voice as voiceOf,
} from '../storage/attachments.ts';
import { joinPieces, removePieces, savePiece } from '../storage/pieces.ts';
import type { Recorded } from '../storage/pieces.ts';
import type { UploadOptions, UploadOutcome, UploadQueue } from '../upload/queue.ts';
import type { NoMicrophone, Recording, StoppedBy } from './record.ts';

interface ShelfHost {
  addController(controller: ReactiveController): void;
  removeController(controller: ReactiveController): void;
  requestUpdate(): void;
}

/** What she should know of it. `rescued`: the page died while she spoke. `lost`: the desk has not got it. */
export type VoiceNotice = NoMicrophone | StoppedBy | 'empty' | 'rescued' | 'unplayable' | 'lost';

/** Fewer bytes than this hold no sound: the head of a file alone. */
const LEAST = 500;
/** Seconds before the end at which it is said that there are so many left. */
export const LAST = 10;

/** The spoken message of one form as it is shown: being made, played, sent. */
export class VoiceShelf implements ReactiveController {
  stage: 'idle' | 'asking' | 'recording' | 'keeping' = 'idle';
  /** Seconds, while she speaks. */
  passed = 0;
  notice: VoiceNotice | undefined;
  playing = false;
  readonly #host: ShelfHost;
  /** What was read from the store, or is being read. */
  readonly #kept = new Map<string, Partial<Recorded>>();
  readonly #shares = new Map<string, number>();
  /** The microphone, before and while it is recorded from. */
  #stream: MediaStream | undefined;
  #recording: { id: string; now: Recording } | undefined;
  #player: HTMLAudioElement | undefined;
  #shown = false;

  constructor(host: ShelfHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.onScreen(undefined);
  }

  /** For Lit's `ref`: she sees it, or no longer. Nothing is recorded or played that she does not see. */
  readonly onScreen = (field: Element | undefined): void => {
    this.#shown = field !== undefined;
    if (this.#shown) return;
    this.#recording?.now.stop();
    this.stopPlaying();
  };

  get shown(): boolean {
    return this.#shown;
  }

  /** Seconds; undefined until they were read from the store. */
  lengthOf(id: string): number | undefined {
    if (!this.#kept.has(id)) {
      this.#kept.set(id, {});
      void loadAttachment(voiceOf(id))
        .then((stored) => stored && this.#kept.set(id, stored))
        .then(() => this.#host.requestUpdate())
        .catch(() => undefined);
    }
    return this.#kept.get(id)?.seconds;
  }

  /** From 0 to 1. */
  share(id: string): number {
    return this.#shares.get(id) ?? 0;
  }

  /** @returns true when she may speak now; what is in the way is in `notice` */
  async ask(): Promise<boolean> {
    if (this.stage !== 'idle') return false;
    this.notice = undefined;
    this.stopPlaying();
    this.#to('asking');
    const stream = await import('./record.ts')
      .then((module) => module.microphone())
      .catch(() => 'failed' as const);
    if (typeof stream === 'string') {
      this.notice = stream;
      this.#to('idle');
      return false;
    }
    this.#stream = stream;
    // She went on meanwhile.
    if (!this.#shown) this.#giveBack();
    return this.#shown;
  }

  /**
   * After `ask`: records until it is stopped.
   * @param begun gets the id under which it is kept
   * @param nearlyOver the last seconds begin
   */
  async start(begun: (id: string) => void, nearlyOver: () => void): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    const { record } = await import('./record.ts');
    const id = uuid();
    let pieces = 0;
    const last = LIMITS.voiceSeconds - LAST;
    try {
      const now = record(stream, {
        longest: LIMITS.voiceSeconds,
        keep: (piece, seconds) => savePiece(voiceOf(id), pieces++, piece, seconds),
        tick: (seconds) => {
          if (this.passed < last && seconds >= last) nearlyOver();
          this.passed = seconds;
          this.#host.requestUpdate();
        },
      });
      this.#recording = { id, now };
    } catch {
      this.notice = 'failed';
      return this.#giveBack();
    }
    this.passed = 0;
    this.#to('recording');
    begun(id);
    if (!this.#shown) this.stop();
  }

  /** "Klaar met praten". */
  stop(): void {
    this.#recording?.now.stop();
  }

  /**
   * Waits until she has stopped; of a page that died while she spoke, finds what was kept.
   * @returns false when nothing was said
   */
  async finish(id: string, leave: AbortSignal): Promise<boolean> {
    const mine = this.#recording?.id === id ? this.#recording.now : undefined;
    if (mine) {
      leave.addEventListener('abort', () => mine.stop());
      const why = await mine.ended;
      this.#recording = undefined;
      this.#stream = undefined;
      this.notice = why;
      this.#to('keeping');
    }
    const kept = await joinPieces(voiceOf(id));
    const heard = kept !== undefined && kept.blob.size >= LEAST;
    if (heard && !leave.aborted) {
      await saveAttachment(voiceOf(id), kept.blob, kept.seconds);
      this.#kept.set(id, kept);
      if (!mine) this.notice = 'rescued';
    } else if (mine) this.notice = 'empty';
    this.#to('idle');
    return heard;
  }

  /** The whole is kept, and written down: its pieces need not be. */
  forgetPieces(id: string): Promise<void> {
    return removePieces(voiceOf(id));
  }

  /** At once, of what was read before: Safari plays nothing that comes later than the press. */
  async play(id: string): Promise<void> {
    const blob = this.#kept.get(id)?.blob;
    if (!blob) return;
    this.stopPlaying();
    const url = URL.createObjectURL(blob);
    const player = (this.#player = new Audio(url));
    const done = () => {
      URL.revokeObjectURL(url);
      if (this.#player === player) this.stopPlaying();
    };
    player.addEventListener('ended', done);
    player.addEventListener('pause', done);
    this.playing = true;
    this.#host.requestUpdate();
    // A page whose policy has no `media-src blob:` does not play it; it is sent all the same.
    await player.play().catch((error: Error) => {
      if (error.name !== 'AbortError') this.notice = 'unplayable';
      done();
    });
  }

  stopPlaying(): void {
    const player = this.#player;
    if (!player) return;
    this.#player = undefined;
    this.playing = false;
    player.pause();
    this.#host.requestUpdate();
  }

  /** Of this device, and, when it was not sent with a report, of the desk. */
  async remove(id: string, queue: UploadQueue | undefined): Promise<void> {
    this.stopPlaying();
    this.#kept.delete(id);
    await queue?.cancel(voiceOf(id));
    await removePieces(voiceOf(id));
    await removeAttachment(voiceOf(id));
  }

  send(
    id: string,
    draft: string,
    queue: UploadQueue,
    options: Omit<UploadOptions, 'progress'>,
  ): Promise<UploadOutcome> {
    return queue.send(voiceOf(id), draft, {
      ...options,
      progress: (share) => {
        this.#shares.set(id, share);
        this.#host.requestUpdate();
      },
    });
  }

  #giveBack(): void {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = undefined;
    this.#to('idle');
  }

  #to(stage: VoiceShelf['stage']): void {
    this.stage = stage;
    this.#host.requestUpdate();
  }
}
