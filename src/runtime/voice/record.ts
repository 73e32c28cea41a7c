import { recordingType } from './can-record.ts';

/** Why there is no microphone. */
export type NoMicrophone = 'refused' | 'no-microphone' | 'busy' | 'failed';
/** Why it stopped by itself: the time is up, the page went out of sight, the microphone went away. */
export type StoppedBy = 'full' | 'hidden' | 'taken';

export interface Recording {
  /** Ends it; what was said so far is kept. */
  stop(): void;
  /** After the last piece is kept. @returns why, when she did not stop it herself */
  ended: Promise<StoppedBy | undefined>;
}

export interface RecordOptions {
  /** Seconds; then it stops by itself. */
  longest: number;
  /** Keeps one piece. @param seconds how long it is by now */
  keep: (piece: Blob, seconds: number) => Promise<void>;
  /** A second more has passed. */
  tick: (seconds: number) => void;
}

/** Bits in a second: speech in Opus is clear at half of it. Safari takes what it likes. */
const BITS = 32_000;
/** Milliseconds between two pieces: no more than this is lost when the page dies. */
const PIECE = 1000;

/** By the names of the exception (Media Capture and Streams, getUserMedia). */
const WHY: Readonly<Record<string, NoMicrophone>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Asks for the microphone; the browser asks her. */
export async function microphone(): Promise<MediaStream | NoMicrophone> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: { ideal: 1 } } });
  } catch (error) {
    return WHY[(error as Error).name] ?? 'failed';
  }
}

/** Gives the microphone back: its light goes out. */
const release = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

/** @throws when this browser will not record from it after all */
export function record(stream: MediaStream, { longest, keep, tick }: RecordOptions): Recording {
  const recorder = new MediaRecorder(stream, {
    mimeType: recordingType(),
    audioBitsPerSecond: BITS,
  });
  const events = new AbortController();
  const listening = { signal: events.signal };
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  // Until somebody here stops it: ended by the browser itself, all its tracks are gone.
  let why: StoppedBy | undefined = 'taken';
  let keeping: Promise<void> = Promise.resolve();

  const stop = (because?: StoppedBy) => {
    if (recorder.state === 'inactive') return;
    why = because;
    recorder.stop();
  };
  const ticking = setInterval(() => {
    const passed = seconds();
    tick(Math.floor(passed));
    if (passed >= longest) stop('full');
  }, 250);
  document.addEventListener('visibilitychange', () => document.hidden && stop('hidden'), listening);
  // A call that comes in, a headset that goes: the microphone falls silent, or is no more.
  for (const track of stream.getAudioTracks())
    for (const event of ['ended', 'mute'])
      track.addEventListener(event, () => stop('taken'), listening);
  recorder.addEventListener('error', () => stop('taken'), listening);
  recorder.addEventListener('dataavailable', ({ data }) => {
    const passed = Math.min(seconds(), longest);
    if (data.size) keeping = keeping.then(() => keep(data, passed)).catch(() => undefined);
  });
  const ended = new Promise<StoppedBy | undefined>((resolve) => {
    recorder.addEventListener('stop', () => {
      clearInterval(ticking);
      events.abort();
      release(stream);
      void keeping.then(() => resolve(why));
    });
  });
  recorder.start(PIECE);
  return { stop: () => stop(), ended };
}
