/**
 * HEIC photos (ISO/IEC 23008-12) as phones build them, box by box, out of one small tile that an
 * encoder made: many tiles in a grid, turned by the file and not by EXIF, with everything beside the
 * picture that a phone writes.
 */

export interface HeicOptions {
  columns?: number;
  rows?: number;
  /** Quarter turns to the left (`irot`). */
  turns?: number;
  /** What stands in the EXIF item, from its TIFF header on. */
  exif?: Uint8Array;
  /** An XMP packet. */
  xmp?: string;
  /** A second, small picture of the photo. */
  thumbnail?: boolean;
  /** A colour profile. */
  icc?: Uint8Array;
  /** A text about the photo, as one of its properties. */
  description?: string;
  /** Names of its items. */
  name?: string;
  /** A film behind the picture, as Samsung's and Google's live photos have (`mpvd`). */
  film?: Uint8Array;
  /** A box of a maker's own, before the picture. */
  own?: Uint8Array;
  /** What the grid says it is large, in place of what its tiles are. */
  size?: readonly [width: number, height: number];
  /** Takes the middle out of the picture's bytes. */
  damaged?: boolean;
}

type Part = Uint8Array | readonly number[] | string;

const bytesOf = (part: Part): Uint8Array =>
  typeof part === 'string' ? new TextEncoder().encode(part) : Uint8Array.from(part);

export function join(...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const all = parts.map(bytesOf);
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const u8 = (...values: number[]): Uint8Array => Uint8Array.from(values);
const u16 = (...values: number[]): Uint8Array =>
  u8(...values.flatMap((value) => [value >> 8, value & 255]));
const u32 = (...values: number[]): Uint8Array =>
  u8(
    ...values.flatMap((value) => [
      value >>> 24,
      (value >> 16) & 255,
      (value >> 8) & 255,
      value & 255,
    ]),
  );

const box = (type: string, ...parts: readonly Part[]): Uint8Array => {
  const body = join(...parts);
  return join(u32(body.length + 8), type, body);
};
/** @param version with its flags, as one number: 2 for version 2, 0x02000001 for that and a flag */
const full = (type: string, version: number, ...parts: readonly Part[]): Uint8Array =>
  box(type, version > 255 ? u32(version) : u8(version, 0, 0, 0), ...parts);

export interface Tile {
  /** The decoder's settings, and the picture's own bytes. */
  settings: Uint8Array;
  data: Uint8Array;
  side: number;
}

const find = (bytes: Uint8Array, type: string): number =>
  new TextDecoder('latin1').decode(bytes).indexOf(type);
const numberAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

/** Takes `tile.heic` apart: one square picture, its data at the end. */
export function tileOf(file: Uint8Array): Tile {
  const part = (type: string): Uint8Array => {
    const at = find(file, type);
    return file.slice(at + 4, at - 4 + numberAt(file, at - 4));
  };
  return { settings: part('hvcC'), data: part('mdat'), side: numberAt(part('ispe'), 4) };
}

/** Version 2, and not there to be shown by itself. */
const HIDDEN = 0x02000001;

interface Item {
  type: string;
  /** After its name: of a "mime" item what it is. */
  rest?: string;
  bytes: Uint8Array;
  /** Numbers of its properties. */
  properties?: readonly number[];
  /** In the box of boxes, not behind it. */
  inside?: boolean;
  refers?: readonly [type: string, to: readonly number[]];
}

export function heic(tile: Tile, options: HeicOptions = {}): Uint8Array<ArrayBuffer> {
  const { columns = 1, rows = 1, name = '' } = options;
  const count = columns * rows;
  const [width, height] = options.size ?? [columns * tile.side, rows * tile.side];
  const properties = propertiesOf(tile, [width, height], options);
  const extra = properties.map((_, index) => index + 1).slice(4);
  const data = options.damaged
    ? tile.data.map((byte, at) => (at > 8 ? (byte * 7 + at) & 255 : byte))
    : tile.data;
  const items: Item[] = Array.from({ length: count }, () => ({
    type: 'hvc1',
    bytes: data,
    properties: count > 1 ? [1, 2, 4] : [1, 2, 4, ...extra],
  }));
  if (count > 1)
    items.push({
      type: 'grid',
      bytes: join(u8(0, 0, rows - 1, columns - 1), u16(width, height)),
      properties: [3, 4, ...extra],
      inside: true,
      refers: ['dimg', items.map((_, index) => index + 1)],
    });
  const primary = items.length;
  if (options.thumbnail)
    items.push({ type: 'hvc1', bytes: tile.data, properties: [1, 2], refers: ['thmb', [primary]] });
  if (options.exif)
    items.push({
      type: 'Exif',
      bytes: join(u32(6), 'Exif\0\0', options.exif),
      refers: ['cdsc', [primary]],
    });
  if (options.xmp)
    items.push({
      type: 'mime',
      rest: 'application/rdf+xml\0',
      bytes: bytesOf(options.xmp),
      refers: ['cdsc', [primary]],
    });
  return assemble(items, primary, properties, { ...options, name });
}

function propertiesOf(
  { settings, side }: Tile,
  [width, height]: readonly [number, number],
  { turns, icc, description }: HeicOptions,
): Uint8Array[] {
  return [
    box('hvcC', settings),
    full('ispe', 0, u32(side, side)),
    full('ispe', 0, u32(width, height)),
    full('pixi', 0, u8(3, 8, 8, 8)),
    ...(turns === undefined ? [] : [box('irot', u8(turns))]),
    ...(icc ? [box('colr', 'prof', icc)] : []),
    ...(description ? [full('udes', 0, `nl\0${description}\0\0\0`)] : []),
  ];
}

function assemble(
  items: readonly Item[],
  primary: number,
  properties: readonly Uint8Array[],
  { name = '', film, own }: HeicOptions,
): Uint8Array<ArrayBuffer> {
  const inside = items.filter((item) => item.inside);
  const outside = items.filter((item) => !item.inside);
  const offset = (all: readonly Item[], item: Item): number =>
    all.slice(0, all.indexOf(item)).reduce((sum, { bytes }) => sum + bytes.length, 0);
  const metaFrom = (dataAt: number) =>
    full(
      'meta',
      0,
      full('hdlr', 0, u32(0), 'pict', u32(0, 0, 0), `${name}\0`),
      full('pitm', 0, u16(primary)),
      full(
        'iloc',
        1,
        u8(0x44, 0),
        u16(items.length),
        ...items.map((item, index) =>
          join(
            u16(index + 1, item.inside ? 1 : 0, 0, 1),
            u32(
              item.inside ? offset(inside, item) : dataAt + offset(outside, item),
              item.bytes.length,
            ),
          ),
        ),
      ),
      full(
        'iinf',
        0,
        u16(items.length),
        ...items.map(({ type, rest = '' }, index) =>
          full(
            'infe',
            index + 1 === primary ? 2 : HIDDEN,
            u16(index + 1, 0),
            type,
            `${name}\0${rest}`,
          ),
        ),
      ),
      full(
        'iref',
        0,
        ...items.flatMap(({ refers }, index) =>
          refers ? [box(refers[0], u16(index + 1, refers[1].length, ...refers[1]))] : [],
        ),
      ),
      box(
        'iprp',
        box('ipco', ...properties),
        full(
          'ipma',
          0,
          u32(items.filter((item) => item.properties).length),
          ...items.flatMap((item, index) =>
            item.properties
              ? [join(u16(index + 1), u8(item.properties.length, ...item.properties))]
              : [],
          ),
        ),
      ),
      box('idat', ...inside.map(({ bytes }) => bytes)),
    );
  const before = join(
    box('ftyp', 'heic', u32(0), 'mif1', 'heic', 'miaf'),
    metaFrom(0),
    ...(own ? [box('uuid', own)] : []),
  );
  // The box of boxes is as long whatever offsets it holds.
  const dataAt = before.length + 8;
  return join(
    before.slice(0, 28),
    metaFrom(dataAt),
    ...(own ? [box('uuid', own)] : []),
    box('mdat', ...outside.map(({ bytes }) => bytes)),
    ...(film ? [box('mpvd', film)] : []),
  );
}
