import { Bytes, latin1 } from './bytes.ts';
import { fileType, largestSize, readMeta } from './iso.ts';

/** What a file is, by its first bytes and never by its name, and how large its picture says it is. */

export type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic';

export interface Look {
  format: Format;
  width: number;
  height: number;
  /** As the camera was held (EXIF 0x0112), from 1 to 8; 1 is upright. Of a JPEG only. */
  orientation: number;
  /** The file without its EXIF, when that says that the picture must be turned. */
  unturned?: Blob;
}

export type NoPhoto = 'empty' | 'video' | 'not-a-photo' | 'unreadable';

/** @returns what stands in its header, or why it is no photo */
export async function look(file: Blob): Promise<Look | NoPhoto> {
  const bytes = new Bytes(file);
  const head = await bytes.at(0, 32);
  const text = latin1(head);
  if (!head.byteLength) return 'empty';
  try {
    if (text.startsWith('\xff\xd8\xff')) return await jpeg(bytes);
    if (text.startsWith('\x89PNG\r\n')) return sized('png', head.getUint32(16), head.getUint32(20));
    if (text.startsWith('GIF8'))
      return sized('gif', head.getUint16(6, true), head.getUint16(8, true));
    if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return webp(head, text);
    if (text.slice(4, 8) === 'ftyp') return await iso(bytes);
  } catch (error) {
    // It ends before its header does.
    if (error instanceof RangeError) return 'unreadable';
    throw error;
  }
  const video = text.startsWith('\x1a\x45\xdf\xa3') || /^RIFF....AVI /s.test(text);
  return video ? 'video' : 'not-a-photo';
}

const sized = (format: Format, width: number, height: number): Look | NoPhoto =>
  width && height ? { format, width, height, orientation: 1 } : 'unreadable';

/** RFC 9649: a simple lossy or lossless file, or an extended one that says its size first. */
function webp(head: DataView, text: string): Look | NoPhoto {
  const low14 = (at: number) => head.getUint16(at, true) & 0x3fff;
  switch (text.slice(12, 16)) {
    case 'VP8 ':
      return sized('webp', low14(26), low14(28));
    case 'VP8L': {
      const bits = head.getUint32(21, true);
      return sized('webp', (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    default: {
      const low24 = (at: number) => head.getUint32(at, true) & 0xffffff;
      return sized('webp', low24(24) + 1, (head.getUint32(26, true) >>> 8) + 1);
    }
  }
}

/** Films and photos of the ISO base media file format; the brands of its first box say which. */
async function iso(bytes: Bytes): Promise<Look | NoPhoto> {
  const format = await fileType(bytes);
  if (format === 'video') return 'video';
  const meta = await readMeta(bytes);
  const { width, height } = (meta && largestSize(meta)) ?? { width: 0, height: 0 };
  return sized(format, width, height);
}

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
/** Frame headers (ITU T.81, table B.1); between them stand three markers that are none. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

async function jpeg(bytes: Bytes): Promise<Look | NoPhoto> {
  const { blob } = bytes;
  let turn = {};
  for (let at = 2; ;) {
    const segment = await bytes.at(at, 9);
    if (segment.getUint8(0) !== 0xff) return 'unreadable';
    const marker = segment.getUint8(1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      const [height, width] = [segment.getUint16(5), segment.getUint16(7)];
      const found = (await ends(blob, at)) ? sized('jpeg', width, height) : 'unreadable';
      return typeof found === 'string' ? found : { ...found, ...turn };
    }
    if (marker === START_OF_SCAN) return 'unreadable';
    const length = segment.getUint16(2);
    const next = at + 2 + length;
    const orientation = marker === APP1 ? orientationOf(await bytes.at(at + 4, length - 2)) : 1;
    if (orientation > 1)
      turn = { orientation, unturned: new Blob([blob.slice(0, at), blob.slice(next)]) };
    at = next;
  }
}

/** TIFF 6.0 behind "Exif\0\0": the orientation stands in the first folder. */
function orientationOf(segment: DataView): number {
  if (latin1(segment, 0, 6) !== 'Exif\0\0') return 1;
  try {
    const little = latin1(segment, 6, 2) === 'II';
    const folder = 6 + segment.getUint32(10, little);
    const count = segment.getUint16(folder, little);
    for (let entry = folder + 2; entry < folder + 2 + 12 * count; entry += 12)
      if (segment.getUint16(entry, little) === 0x0112) {
        const value = segment.getUint16(entry + 8, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
  } catch (error) {
    // A damaged EXIF is no reason to refuse the picture.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

const PART = 1024 * 1024;

/**
 * Whether the end of the picture is in the file at all: Firefox 153 shows half a photo with the rest
 * grey, where Chromium 156 and the desk will not have it. A film may stand behind the picture, so the
 * end is looked for from behind.
 * @param from where the picture begins: a thumbnail before it has an end of its own
 */
async function ends(blob: Blob, from: number): Promise<boolean> {
  for (let to = blob.size; to > from; to -= PART) {
    const start = Math.max(from, to - PART);
    // One byte of the part behind it: the two bytes of an end may stand on either side.
    const part = new Uint8Array(await blob.slice(start, to + 1).arrayBuffer());
    for (let at = part.lastIndexOf(0xd9); at > 0; at = part.lastIndexOf(0xd9, at - 1))
      if (part[at - 1] === 0xff) return true;
  }
  return false;
}
