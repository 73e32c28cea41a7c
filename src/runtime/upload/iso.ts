import { latin1 } from './bytes.ts';
import type { Bytes } from './bytes.ts';

/** Boxes of the ISO base media file format (ISO/IEC 14496-12), as far as a HEIC photo has them. */

export interface Box {
  type: string;
  /** Offsets of its first byte, of what is in it, and of the byte behind it. */
  start: number;
  body: number;
  end: number;
}

/** @throws RangeError when a box does not fit in what it is in */
function boxAt(head: DataView, at: number, start: number, limit: number): Box {
  const short = head.getUint32(at);
  const large = short === 1;
  const size = large
    ? head.getUint32(at + 8) * 2 ** 32 + head.getUint32(at + 12)
    : short || limit - start;
  const body = start + (large ? 16 : 8);
  const end = start + size;
  if (body > end || end > limit) throw new RangeError('A box that does not fit');
  return { type: latin1(head, at + 4, 4), start, body, end };
}

/** Those of the whole file. */
export async function topBoxes(bytes: Bytes): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.size && boxes.length < 1000; at = boxes.at(-1)!.end)
    boxes.push(boxAt(await bytes.at(at, 16), 0, at, bytes.size));
  return boxes;
}

/** Those in a box, which was read whole: offsets are in `view`. */
export function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to; at = boxes.at(-1)!.end) boxes.push(boxAt(view, at, at, to));
  return boxes;
}

const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];

/** By its brands. */
export async function fileType(bytes: Bytes): Promise<'heic' | 'avif' | 'video'> {
  const size = (await bytes.at(0, 4)).getUint32(0);
  const brands: string[] = (await bytes.text(8, Math.min(size, 256) - 8)).match(/.{4}/gs) ?? [];
  if (brands.some((brand) => HEIC.includes(brand))) return 'heic';
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  return brands.includes('mif1') ? 'heic' : 'video';
}

/** The box that says what is in a photo, read whole; a phone's takes a few kilobytes. */
export interface Meta {
  view: DataView;
  /** Where it stands in the file. */
  start: number;
  boxes: Box[];
}

const LARGEST_META = 1024 * 1024;

export async function readMeta(bytes: Bytes): Promise<Meta | undefined> {
  const box = (await topBoxes(bytes)).find(({ type }) => type === 'meta');
  if (!box || box.end - box.start > LARGEST_META) return undefined;
  const length = box.end - box.start;
  const view = new DataView(await bytes.blob.slice(box.start, box.end).arrayBuffer());
  // Behind its header stand a version and flags.
  return { view, start: box.start, boxes: boxesIn(view, box.body - box.start + 4, length) };
}

export const boxIn = ({ boxes }: Meta, wanted: string): Box | undefined =>
  boxes.find(({ type }) => type === wanted);

/** What is said of the pictures in it: their size, their decoder's settings, which way is up. */
export function propertiesOf(meta: Meta): Box[] {
  const all = boxIn(meta, 'iprp');
  const container =
    all && boxesIn(meta.view, all.body, all.end).find(({ type }) => type === 'ipco');
  return container ? boxesIn(meta.view, container.body, container.end) : [];
}

/** Of the largest picture in it, which is the photo: the others are parts and thumbnails of it. */
export function largestSize(meta: Meta): { width: number; height: number } | undefined {
  return propertiesOf(meta)
    .filter(({ type }) => type === 'ispe')
    .map(({ body }) => ({
      width: meta.view.getUint32(body + 4),
      height: meta.view.getUint32(body + 8),
    }))
    .sort((a, b) => b.width * b.height - a.width * a.height)[0];
}
