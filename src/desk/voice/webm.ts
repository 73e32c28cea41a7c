import { lasts, lengthOf, NoRecording, readHead, writeHead } from './opus.ts';
import type { Packet, Sound } from './opus.ts';

/**
 * WebM as browsers record it (RFC 8794, RFC 9559): one track of Opus. Only its packets are read;
 * titles, tags, attachments and the name of the encoder are passed over. It is written anew, with its
 * length, which a recording that was made on the go does not have.
 */

const ID = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  muxer: 0x4d80,
  writer: 0x5741,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  codec: 0x86,
  codecPrivate: 0x63a2,
  codecDelay: 0x56aa,
  seekPreRoll: 0x56bb,
  audio: 0xe1,
  frequency: 0xb5,
  channels: 0x9f,
  cluster: 0x1f43b675,
  time: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
} as const;

/** We look into these; whatever else has a size is skipped. */
const INTO: readonly number[] = [
  ID.ebml,
  ID.segment,
  ID.info,
  ID.tracks,
  ID.track,
  ID.cluster,
  ID.blockGroup,
];

const MILLISECOND = 1_000_000;
const AUDIO = 2;
/** Milliseconds; a block says its time in 16 bits from that of its cluster. */
const CLUSTER = 10_000;

interface Element {
  id: number;
  body: Uint8Array;
}

/** Every element that we look at, in order; one that was cut off at the end is left out. */
function* elementsOf(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length;) {
    const id = numberAt(bytes, at, false);
    const size = id && numberAt(bytes, id.end, true);
    if (!id || !size) return;
    if (INTO.includes(id.value)) {
      yield { id: id.value, body: bytes.subarray(0, 0) };
      at = size.end;
      continue;
    }
    at = size.end + size.value;
    if (at > bytes.length) return;
    yield { id: id.value, body: bytes.subarray(size.end, at) };
  }
}

/** A number of one to eight bytes (RFC 8794, 4); of an id its length marker is kept. */
function numberAt(bytes: Uint8Array, at: number, size: boolean) {
  const first = bytes[at];
  if (!first) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > (size ? 8 : 4) || at + length > bytes.length) return undefined;
  let value = size ? first & (0xff >> length) : first;
  for (let index = 1; index < length; index += 1) value = value * 256 + bytes[at + index]!;
  return { value, end: at + length };
}

const unsigned = (body: Uint8Array): number => body.reduce((value, byte) => value * 256 + byte, 0);

const text = (body: Uint8Array): string => new TextDecoder().decode(body).replace(/\0+$/, '');

/** @throws {NoRecording} when it is anything else than one track of Opus */
export function readWebm(bytes: Uint8Array): Sound {
  let scale = MILLISECOND;
  let cluster = 0;
  let head: Pick<Sound, 'channels' | 'preSkip'> | undefined;
  const packets: Packet[] = [];
  const seen = { type: '', codec: '', tracks: 0 };
  for (const { id, body } of elementsOf(bytes)) {
    if (id === ID.docType) seen.type = text(body);
    else if (id === ID.track) seen.tracks += 1;
    else if (id === ID.codec) seen.codec = text(body);
    else if (id === ID.trackType && unsigned(body) !== AUDIO) throw new NoRecording('not sound');
    else if (id === ID.scale) scale = unsigned(body);
    else if (id === ID.codecPrivate) head = readHead(body);
    else if (id === ID.time) cluster = unsigned(body);
    else if (id === ID.simpleBlock || id === ID.block)
      packets.push(packetOf(body, (scale / MILLISECOND) * cluster, scale / MILLISECOND));
  }
  if (seen.type !== 'webm' || seen.codec !== 'A_OPUS' || seen.tracks !== 1 || !head)
    throw new NoRecording('not one track of Opus');
  return { ...head, packets };
}

function packetOf(block: Uint8Array, cluster: number, scale: number): Packet {
  const track = numberAt(block, 0, true);
  if (!track || block.length < track.end + 4) throw new NoRecording('no block');
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  // Several frames in one block: no browser records that.
  if (view.getUint8(track.end + 2) & 0x06) throw new NoRecording('laced');
  const bytes = block.subarray(track.end + 3);
  lasts(bytes);
  return { at: Math.max(0, cluster + view.getInt16(track.end) * scale), bytes };
}

type Body = Uint8Array | readonly Uint8Array[];

function element(id: number, body: Body): Uint8Array {
  const parts = body instanceof Uint8Array ? [body] : body;
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([bytesOf(id), bytesOf(0x10_00_00_00 + size), ...parts]);
}

/** As few bytes as it needs. */
function bytesOf(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; left > 0 || !bytes.length; left = Math.floor(left / 256))
    bytes.unshift(left % 256);
  return Uint8Array.from(bytes);
}

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

const ascii = (words: string): Uint8Array => new TextEncoder().encode(words);

export function writeWebm(sound: Sound): Uint8Array {
  const ours = ascii('Keukentafel');
  const info = element(ID.info, [
    element(ID.scale, bytesOf(MILLISECOND)),
    element(ID.duration, float(lengthOf(sound))),
    element(ID.muxer, ours),
    element(ID.writer, ours),
  ]);
  const track = element(ID.track, [
    element(ID.trackNumber, bytesOf(1)),
    element(ID.trackUid, bytesOf(1)),
    element(ID.trackType, bytesOf(AUDIO)),
    element(ID.codec, ascii('A_OPUS')),
    element(ID.codecPrivate, writeHead(sound)),
    element(ID.codecDelay, bytesOf(Math.round((sound.preSkip * 1e9) / 48_000))),
    element(ID.seekPreRoll, bytesOf(80 * MILLISECOND)),
    element(ID.audio, [
      element(ID.frequency, float(48_000)),
      element(ID.channels, bytesOf(sound.channels)),
    ]),
  ]);
  return Buffer.concat([
    element(ID.ebml, [
      element(ID.docType, ascii('webm')),
      element(ID.docTypeVersion, bytesOf(4)),
      element(ID.docTypeReadVersion, bytesOf(2)),
    ]),
    element(ID.segment, [info, element(ID.tracks, track), ...clustersOf(sound.packets)]),
  ]);
}

function clustersOf(packets: readonly Packet[]): Uint8Array[] {
  const clusters = new Map<number, Uint8Array[]>();
  for (const { at, bytes } of [...packets].sort((a, b) => a.at - b.at)) {
    const start = Math.floor(at / CLUSTER) * CLUSTER;
    const block = new Uint8Array(4 + bytes.length);
    new DataView(block.buffer).setInt16(1, Math.round(at - start));
    // Track 1; each packet can be decoded by itself.
    block[0] = 0x81;
    block[3] = 0x80;
    block.set(bytes, 4);
    const blocks = clusters.get(start) ?? [element(ID.time, bytesOf(start))];
    blocks.push(element(ID.simpleBlock, block));
    clusters.set(start, blocks);
  }
  return [...clusters.values()].map((blocks) => element(ID.cluster, blocks));
}
