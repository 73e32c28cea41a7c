import { lasts, NoRecording, readHead } from './opus.ts';
import type { Packet, Sound } from './opus.ts';

/** Ogg as older versions of Firefox record it (RFC 3533, RFC 7845): one stream of Opus. */

const PAGE = 27;

/** @throws {NoRecording} when it is anything else than one stream of Opus */
export function readOgg(bytes: Uint8Array): Sound {
  // The second packet holds the tags: the encoder, a title, whatever somebody wrote there.
  const [head, , ...sounds] = packetsOf(bytes);
  if (!head) throw new NoRecording('no pages');
  const packets: Packet[] = [];
  let at = 0;
  for (const each of sounds) {
    packets.push({ at, bytes: each });
    at += lasts(each);
  }
  return { ...readHead(head), packets };
}

/** A page is cut into pieces of at most 255 bytes; a packet ends with a shorter one. */
function* packetsOf(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let open: Uint8Array[] = [];
  let stream: number | undefined;
  for (let at = 0; at + PAGE <= bytes.length;) {
    if (view.getUint32(at) !== 0x4f676753) throw new NoRecording('no page');
    stream ??= view.getUint32(at + 14);
    if (view.getUint32(at + 14) !== stream) throw new NoRecording('more than one stream');
    const count = view.getUint8(at + 26);
    let from = at + PAGE + count;
    for (const size of bytes.subarray(at + PAGE, from)) {
      // Cut off at the end.
      if (from + size > bytes.length) return;
      open.push(bytes.subarray(from, from + size));
      from += size;
      if (size === 255) continue;
      yield Buffer.concat(open);
      open = [];
    }
    at = from;
  }
}
