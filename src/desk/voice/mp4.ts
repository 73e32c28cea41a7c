import { NoRecording } from './opus.ts';

/**
 * MP4 as Safari records it (ISO/IEC 14496-12): one track of AAC or Opus. Boxes that a player needs are
 * kept; every other one (tags, places, names, whatever comes yet) becomes free space of the same size,
 * so that all addresses within the file stay right.
 */

const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl', 'edts', 'mvex', 'moof', 'traf'];
const KEPT = [
  ...['ftyp', 'mdat', 'smhd', 'elst', 'stts', 'stsc', 'stsz', 'stco', 'co64'],
  ...['trex', 'mehd', 'mfhd', 'tfhd', 'tfdt', 'trun', 'esds', 'dOps'],
];
const CODECS = ['mp4a', 'Opus'];
/** Bytes of a sound's entry before the boxes in it (12.2.3). */
const ENTRY = 28;

interface Box {
  type: string;
  /** Of the whole box, in the file. */
  at: number;
  /** What is in it. */
  body: Uint8Array<ArrayBuffer>;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** @throws {NoRecording} unless `whole` is false: then one that was cut off at the end is left out */
function boxesIn(bytes: Uint8Array<ArrayBuffer>, whole = true): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length;) {
    const left = bytes.length - at;
    const long = left >= 16 && view.getUint32(at) === 1;
    const size = long ? Number(view.getBigUint64(at + 8)) : left >= 8 ? view.getUint32(at) : 0;
    const head = long ? 16 : 8;
    if (size < head || size > left) {
      if (whole || size > left) break;
      throw new NoRecording('no box');
    }
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    boxes.push({ type, at, body: bytes.subarray(at + head, at + size) });
    at += size;
  }
  const last = boxes.at(-1);
  const end = last ? last.body.byteOffset - bytes.byteOffset + last.body.length : 0;
  if (whole && end < bytes.length) throw new NoRecording('no box');
  return boxes;
}

/** What was found on the way. */
interface Found {
  tracks: number;
  sound: boolean;
  codec: string;
  /** Units in a second. */
  timescale: number;
  /** Of one sample, in those units, where a fragment does not say. */
  usual: number;
  /** In those units: as the track says, as its table says, as its fragments say. */
  lengths: { track: number; table: number; fragments: number };
}

/**
 * @returns the same recording without anything but its sound, and its length in milliseconds
 * @throws {NoRecording}
 */
export function cleanMp4(bytes: Uint8Array): { bytes: Uint8Array; length: number } {
  const copy = new Uint8Array(bytes);
  const boxes = boxesIn(copy, false);
  const last = boxes.at(-1);
  // A fragment of which the sound never came.
  if (last?.type === 'moof') boxes.pop();
  const end = boxes.at(-1);
  if (boxes[0]?.type !== 'ftyp' || !end) throw new NoRecording('no MP4');
  const found: Found = {
    tracks: 0,
    sound: false,
    codec: '',
    timescale: 0,
    usual: 0,
    lengths: { track: 0, table: 0, fragments: 0 },
  };
  for (const box of boxes) keepOrFree(box, copy, found);
  if (found.tracks !== 1 || !found.sound || !CODECS.includes(found.codec) || !found.timescale)
    throw new NoRecording('not one track of sound');
  const { track, table, fragments } = found.lengths;
  return {
    bytes: copy.subarray(0, end.body.byteOffset + end.body.length),
    length: (1000 * Math.max(track, table, fragments)) / found.timescale,
  };
}

function keepOrFree({ type, at, body }: Box, inside: Uint8Array<ArrayBuffer>, found: Found): void {
  if (CONTAINERS.includes(type)) {
    if (type === 'trak') found.tracks += 1;
    for (const box of boxesIn(body)) keepOrFree(box, body, found);
  } else if (type in MENDED) MENDED[type]!(body, found);
  else if (!KEPT.includes(type)) {
    body.fill(0);
    inside.set([0x66, 0x72, 0x65, 0x65], at + 4);
  } else MEASURED[type]?.(viewOf(body), found);
}

/** Kept, without what is not needed of it: when it was made, and what the maker calls it. */
const MENDED: Readonly<Record<string, (body: Uint8Array<ArrayBuffer>, found: Found) => void>> = {
  mvhd: (body) => void withoutTimes(body),
  tkhd: (body) => void withoutTimes(body),
  mdhd(body, found) {
    const at = withoutTimes(body);
    const view = viewOf(body);
    found.timescale = view.getUint32(at);
    found.lengths.track = body[0] ? Number(view.getBigUint64(at + 4)) : view.getUint32(at + 4);
    // "und": no language.
    view.setUint16(at + (body[0] ? 12 : 8), 0x55c4);
  },
  hdlr(body, found) {
    found.sound ||= String.fromCharCode(...body.subarray(8, 12)) === 'soun';
    body.fill(0, 24);
  },
  // One source, and that is this file.
  dref: (body) => void body.fill(0, 20),
  stsd(body, found) {
    const [entry, more] = boxesIn(body.subarray(8));
    if (!entry || more || entry.body.length < ENTRY) throw new NoRecording('not one codec');
    found.codec = entry.type;
    const inside = entry.body.subarray(ENTRY);
    for (const box of boxesIn(inside)) keepOrFree(box, inside, found);
  },
};

/** @returns where the rest begins */
function withoutTimes(body: Uint8Array): number {
  const end = body[0] ? 20 : 12;
  body.fill(0, 4, end);
  return end;
}

/** Of these the length follows. */
const MEASURED: Readonly<Record<string, (view: DataView, found: Found) => void>> = {
  stts(view, { lengths }) {
    for (let entry = 0; entry < view.getUint32(4); entry += 1)
      lengths.table += view.getUint32(8 + entry * 8) * view.getUint32(12 + entry * 8);
  },
  trex(view, found) {
    found.usual = view.getUint32(12);
  },
  tfhd(view, found) {
    const flags = view.getUint32(0) & 0xffffff;
    const at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
    if (flags & 8) found.usual = view.getUint32(at);
  },
  trun(view, { usual, lengths }) {
    const flags = view.getUint32(0) & 0xffffff;
    const samples = view.getUint32(4);
    if (!(flags & 0x100)) {
      lengths.fragments += samples * usual;
      return;
    }
    const step = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
    const start = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
    for (let sample = 0; sample < samples; sample += 1)
      lengths.fragments += view.getUint32(start + sample * step);
  },
};
