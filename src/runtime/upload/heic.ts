import { AS_TAKEN } from './as-taken.ts';
import { Bytes, latin1 } from './bytes.ts';
import { boxesIn, boxIn, propertiesOf, readMeta, topBoxes } from './iso.ts';
import type { Box, Meta } from './iso.ts';

/**
 * A HEIC photo (ISO/IEC 23008-12) that this browser cannot open, for the desk to decode: nothing is in
 * it but what the picture needs. Not by looking for what must go, Exif and XMP and thumbnails, depth
 * and sound: by a list of what may stay. All else becomes zeros, so that every offset stays right.
 */

/** What a decoder reads: where the items are, which one is the photo, how they hang together. */
const BOXES = ['hdlr', 'pitm', 'iinf', 'iref', 'iprp', 'iloc', 'idat'];
/** Size, decoder's settings, depth of colour, and which way is up. */
const PROPERTIES = ['ispe', 'hvcC', 'pixi', 'pasp', 'irot', 'imir', 'clap', 'colr'];
/** A picture, one made of tiles, and one that is turned. */
const PICTURES = ['hvc1', 'grid', 'iden', 'iovl'];

interface Extent {
  start: number;
  end: number;
}

interface Item {
  type: string;
  info: Box;
  /** In the file, or in `idat`. */
  extents: Extent[];
  inIdat: boolean;
}

/**
 * @returns the same photo without its traces
 * @throws when its boxes are not what they should be
 */
export async function withoutTraces(file: Blob): Promise<Blob> {
  const bytes = new Bytes(file);
  const [boxes, meta] = [await topBoxes(bytes), await readMeta(bytes)];
  if (!meta) throw new Error('No photo in it');
  const items = itemsOf(meta);
  const kept = pictureOf(meta, items);
  strip(meta, items, kept);
  const extents = [...kept].flatMap((id) => placesOf(items.get(id), false));
  if (extents.some(({ end }) => end > file.size)) throw new Error('Cut off');
  return new Blob(assemble(file, boxes, meta, merged(extents)), { type: AS_TAKEN });
}

const placesOf = (item: Item | undefined, inIdat: boolean): Extent[] =>
  item?.inIdat === inIdat ? item.extents : [];

const number = (view: DataView, at: number, size: number): number =>
  size === 8
    ? view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4)
    : size === 4
      ? view.getUint32(at)
      : size === 2
        ? view.getUint16(at)
        : 0;

function itemsOf(meta: Meta): Map<number, Item> {
  const { view } = meta;
  const items = new Map<number, Item>();
  const infos = boxIn(meta, 'iinf');
  if (!infos) throw new Error('No items');
  const first = infos.body + (view.getUint8(infos.body) ? 8 : 6);
  for (const info of boxesIn(view, first, infos.end)) {
    const wide = view.getUint8(info.body) > 2;
    const id = number(view, info.body + 4, wide ? 4 : 2);
    const type = latin1(view, info.body + (wide ? 10 : 8), 4);
    items.set(id, { type, info, extents: [], inIdat: false });
  }
  locate(meta, items);
  return items;
}

/** Reads where the bytes of each item are (`iloc`). */
function locate(meta: Meta, items: Map<number, Item>): void {
  const { view } = meta;
  const box = boxIn(meta, 'iloc');
  if (!box) throw new Error('No places');
  const version = view.getUint8(box.body);
  const sizes = view.getUint16(box.body + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version ? sizes & 15 : 0;
  let at = box.body + 6;
  const next = (size: number): number => {
    const value = number(view, at, size);
    at += size;
    return value;
  };
  const wide = version === 2 ? 4 : 2;
  for (let left = next(wide); left > 0; left -= 1) {
    const item = items.get(next(wide));
    const method = version ? next(2) & 15 : 0;
    next(2);
    const base = next(baseSize);
    const extents: Extent[] = [];
    for (let count = next(2); count > 0; count -= 1) {
      next(indexSize);
      const start = base + next(offsetSize);
      extents.push({ start, end: start + next(lengthSize) });
    }
    // Bytes that are in another item (method 2) are in no photo of a phone.
    if (item) Object.assign(item, { inIdat: method === 1, extents: method < 2 ? extents : [] });
  }
}

/** Ids of the photo and of the tiles that it is made of. */
function pictureOf(meta: Meta, items: Map<number, Item>): Set<number> {
  const { view } = meta;
  const primary = boxIn(meta, 'pitm');
  if (!primary) throw new Error('No photo among its items');
  const kept = new Set([number(view, primary.body + 4, view.getUint8(primary.body) ? 4 : 2)]);
  const parts = partsOf(meta);
  // A set hands out what is added while it is walked.
  for (const id of kept) {
    const item = items.get(id);
    if (!item || !PICTURES.includes(item.type)) throw new Error('Not a picture');
    if (!item.extents.length) throw new Error('A picture that is nowhere');
    for (const part of parts.get(id) ?? []) kept.add(part);
  }
  return kept;
}

/** Id → ids of what it is made of (`dimg`). */
function partsOf(meta: Meta): Map<number, number[]> {
  const { view } = meta;
  const parts = new Map<number, number[]>();
  for (const { type, body, from, wide } of referencesOf(meta)) {
    if (type !== 'dimg') continue;
    const ids = Array.from({ length: view.getUint16(body + wide) }, (_, index) =>
      number(view, body + wide + 2 + index * wide, wide),
    );
    parts.set(from, ids);
  }
  return parts;
}

/** Which item refers to others; `wide` is how many bytes an id takes. */
function referencesOf(meta: Meta): (Box & { from: number; wide: number })[] {
  const { view } = meta;
  const box = boxIn(meta, 'iref');
  if (!box) return [];
  const wide = view.getUint8(box.body) ? 4 : 2;
  return boxesIn(view, box.body + 4, box.end).map((each) => ({
    ...each,
    from: number(view, each.body, wide),
    wide,
  }));
}

const zero = (view: DataView, from: number, to: number): void =>
  void new Uint8Array(view.buffer, view.byteOffset + from, Math.max(0, to - from)).fill(0);

/** A box that every reader skips (`free`). */
function free(view: DataView, { start, body, end }: Box): void {
  write(view, start + 4, 'free');
  zero(view, body, end);
}

const write = (view: DataView, at: number, type: string): void => {
  for (let index = 0; index < 4; index += 1) view.setUint8(at + index, type.charCodeAt(index));
};

/** Takes out of the box of boxes what is on no list. */
function strip(meta: Meta, items: Map<number, Item>, kept: ReadonlySet<number>): void {
  const { view, boxes } = meta;
  // The second of a kind would be read by nobody, and hide what it likes.
  for (const box of boxes)
    if (!BOXES.includes(box.type) || boxIn(meta, box.type) !== box) free(view, box);
  const handler = boxIn(meta, 'hdlr');
  // Behind its type stands a name.
  if (handler) zero(view, handler.body + 12, handler.end);
  for (const [id, { info }] of items) {
    const type = info.body + (view.getUint8(info.body) > 2 ? 10 : 8);
    if (!kept.has(id)) write(view, type, 'skip');
    zero(view, type + 4, info.end);
  }
  // An empty list of references is no list to a decoder (libheif 1.23): only its name goes.
  for (const { from, start } of referencesOf(meta))
    if (!kept.has(from)) write(view, start + 4, 'skip');
  for (const property of propertiesOf(meta)) {
    const colours = property.type === 'colr' ? latin1(view, property.body, 4) : undefined;
    // A colour profile is a file of its own, with names and dates.
    if (!PROPERTIES.includes(property.type) || (colours && colours !== 'nclx'))
      free(view, property);
  }
  const data = boxIn(meta, 'idat');
  if (!data) return;
  const inside = merged([...kept].flatMap((id) => placesOf(items.get(id), true)));
  let at = data.body;
  for (const { start, end } of inside) {
    zero(view, at, Math.min(data.body + start, data.end));
    at = data.body + end;
  }
  zero(view, at, data.end);
}

/** In order, without overlap. */
function merged(extents: readonly Extent[]): Extent[] {
  const result: Extent[] = [];
  for (const { start, end } of [...extents].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The file from its first box to the last byte that the picture needs. */
function assemble(file: Blob, boxes: readonly Box[], meta: Meta, kept: Extent[]): BlobPart[] {
  const metaEnd = meta.start + meta.view.byteLength;
  const last = Math.max(metaEnd, ...kept.map(({ end }) => end));
  const parts: BlobPart[] = [];
  for (const box of boxes) {
    if (box.start >= last) break;
    if (box.start === 0) parts.push(file.slice(box.start, box.end));
    else if (box.start === meta.start) parts.push(meta.view.buffer as ArrayBuffer);
    else parts.push(...emptied(file, box, Math.min(box.end, last), kept));
  }
  return parts;
}

/** A box of data with zeros for all that is not kept, ending at `end`. */
function emptied(file: Blob, box: Box, end: number, kept: readonly Extent[]): BlobPart[] {
  const head = new DataView(new ArrayBuffer(box.body - box.start));
  const size = end - box.start;
  if (head.byteLength === 16) {
    head.setUint32(0, 1);
    head.setUint32(8, Math.floor(size / 2 ** 32));
    head.setUint32(12, size % 2 ** 32);
  } else head.setUint32(0, size);
  write(head, 4, box.type === 'mdat' ? 'mdat' : 'free');
  const parts: BlobPart[] = [head.buffer];
  let at = box.body;
  for (const extent of kept) {
    const [from, to] = [Math.max(extent.start, at), Math.min(extent.end, end)];
    if (from >= to) continue;
    parts.push(new Uint8Array(from - at), file.slice(from, to));
    at = to;
  }
  parts.push(new Uint8Array(end - at));
  return parts;
}
