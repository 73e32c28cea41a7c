/** What is left of a recording in Opus: its packets, and nothing that was written beside them. */
export interface Sound {
  channels: number;
  /** Samples at 48 kHz that the decoder throws away at the beginning. */
  preSkip: number;
  packets: readonly Packet[];
}

export interface Packet {
  /** Milliseconds from the beginning. */
  at: number;
  bytes: Uint8Array;
}

/** Not what it says it is, or nothing that our recorder makes. */
export class NoRecording extends Error {}

const HEAD = 'OpusHead';
/** Milliseconds of a frame, by the configuration in its first byte (RFC 6716, table 2). */
const SPEECH = [10, 20, 40, 60];
const HYBRID = [10, 20];
const MUSIC = [2.5, 5, 10, 20];
/** RFC 6716, 3.4: no packet lasts longer than this. */
const LONGEST_PACKET = 120;
/** RFC 6716, 3.4: of one frame; a packet has at most 48 of them. */
const LARGEST_PACKET = 48 * 1275;

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * Reads the identification header (RFC 7845, 5.1), for one or two channels.
 * @throws {NoRecording}
 */
export function readHead(bytes: Uint8Array): Pick<Sound, 'channels' | 'preSkip'> {
  const channels = bytes[9] ?? 0;
  const family = bytes[18];
  if (
    textAt(bytes, 0, 8) !== HEAD ||
    bytes[8] !== 1 ||
    family !== 0 ||
    channels < 1 ||
    channels > 2
  )
    throw new NoRecording('no Opus header');
  return { channels, preSkip: bytes[10]! | (bytes[11]! << 8) };
}

/** The same header, made anew. */
export function writeHead({ channels, preSkip }: Sound): Uint8Array {
  const head = new Uint8Array(19);
  head.set([...HEAD].map((letter) => letter.charCodeAt(0)));
  head.set([1, channels, preSkip & 0xff, preSkip >> 8], 8);
  new DataView(head.buffer).setUint32(12, 48_000, true);
  return head;
}

/** @returns milliseconds @throws {NoRecording} when it is no packet of Opus */
export function lasts(packet: Uint8Array): number {
  const [first, second = 0] = packet;
  if (first === undefined || packet.length > LARGEST_PACKET) throw new NoRecording('no packet');
  const config = first >> 3;
  const frame =
    config < 12 ? SPEECH[config % 4]! : config < 16 ? HYBRID[config % 2]! : MUSIC[config % 4]!;
  const code = first & 3;
  const frames = code === 0 ? 1 : code === 3 ? second & 0x3f : 2;
  const whole = frames * frame;
  if (whole <= 0 || whole > LONGEST_PACKET) throw new NoRecording('no packet');
  return whole;
}

/** Milliseconds from the beginning to the end. */
export const lengthOf = ({ packets }: Pick<Sound, 'packets'>): number =>
  packets.reduce((end, { at, bytes }) => Math.max(end, at + lasts(bytes)), 0);
