import { readFile, writeFile } from 'node:fs/promises';
import { LIMITS } from '../../contract/checks.ts';
import { wholeSeconds } from '../../contract/seconds.ts';
import { cleanMp4 } from './mp4.ts';
import { readOgg } from './ogg.ts';
import { lengthOf, NoRecording } from './opus.ts';
import type { Sound } from './opus.ts';
import { readWebm, writeWebm } from './webm.ts';

/** A recording as staff may hear it: its sound and nothing else. */
export interface Recording {
  bytes: Uint8Array;
  /** Whole seconds, at least one. */
  seconds: number;
}

export type VoiceJudgement = Recording | 'not-a-recording' | 'recording-too-long';

/** Seconds: a slow phone may stop somewhat late, and nobody is cut off for that. */
const LENIENT = 15;

const starts = (bytes: Uint8Array, at: number, hex: string): boolean =>
  Buffer.from(bytes.subarray(at, at + hex.length / 2)).toString('hex') === hex;

const opus = (sound: Sound) => ({ bytes: writeWebm(sound), length: lengthOf(sound) });

/** By the first bytes, never by name or declared type. */
function cleaned(bytes: Uint8Array): { bytes: Uint8Array; length: number } {
  if (starts(bytes, 0, '1a45dfa3')) return opus(readWebm(bytes));
  if (starts(bytes, 0, '4f676753')) return opus(readOgg(bytes));
  if (starts(bytes, 4, '66747970')) return cleanMp4(bytes);
  throw new NoRecording('no known beginning');
}

/** What a file is as a recording. Nothing is written. */
export function judgeVoice(raw: Uint8Array): VoiceJudgement {
  try {
    const { bytes, length } = cleaned(raw);
    if (!(length > 0)) return 'not-a-recording';
    if (length > (LIMITS.voiceSeconds + LENIENT) * 1000) return 'recording-too-long';
    return { bytes, seconds: wholeSeconds(length / 1000) };
  } catch (error) {
    // A table that says it is longer than the file ends in a RangeError.
    if (error instanceof NoRecording || error instanceof RangeError) return 'not-a-recording';
    throw error;
  }
}

export const judgeVoiceFile = async (file: string): Promise<VoiceJudgement> =>
  judgeVoice(await readFile(file));

/** @throws when it is no recording */
export async function cleanVoice(from: string, to: string): Promise<Recording> {
  const recording = await judgeVoiceFile(from);
  if (typeof recording === 'string') throw new Error(recording);
  await writeFile(to, recording.bytes, { mode: 0o600 });
  return recording;
}

/** What a clean file is: WebM, or the MP4 that Safari makes. */
export const voiceType = (clean: Uint8Array): { type: string; ending: string } =>
  starts(clean, 0, '1a45dfa3')
    ? { type: 'audio/webm', ending: 'webm' }
    : { type: 'audio/mp4', ending: 'm4a' };
