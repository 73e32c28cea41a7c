import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { heic, tileOf } from './heic.ts';

/**
 * Photos as they come out of phones, and files that are none, each with a canary in every place where
 * a picture can say more than it shows. Made anew, out of bytes: nobody's photo is kept here.
 */

/** Stands in every sample, in each of its places. */
export const CANARY = 'Kanarie-Brink-12';
/** What no photo may hold that leaves a phone or lies at the desk. */
export const TRACES = [
  CANARY,
  'Exif\0\0',
  'GPSLatitude',
  'http://ns.adobe.com',
  'Photoshop 3.0',
  'W5M0MpCehiHzreSzNTczkc9d',
  'ftypisom',
  'JFXX',
] as const;

/** Why it is not taken, as the form says it; `taken` when it is. */
type Outcome = 'taken' | 'empty' | 'video' | 'not-a-photo' | 'unreadable' | 'too-large';

export interface Sample {
  name: string;
  bytes: Buffer;
  /** What a browser makes of it. */
  browser: Outcome;
  /** What the desk makes of it when it comes raw; the same unless told. */
  desk: Outcome;
}

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** A wall with a stain: something for a decoder to do. */
const wall = (width = 320, height = 240) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#9ab',
      noise: { type: 'gaussian', mean: 140, sigma: 12 },
    },
  });

interface Exif {
  little?: boolean;
  orientation?: number;
  thumbnail?: Buffer;
  makerNote?: boolean;
}

/** TIFF 6.0: camera, artist, orientation, a GPS folder, and when asked a maker's note and a thumbnail. */
function tiff({
  little = false,
  orientation = 1,
  thumbnail,
  makerNote = false,
}: Exif = {}): Buffer {
  const n16 = (value: number) => (little ? u16(value).reverse() : u16(value));
  const n32 = (value: number) => (little ? u32(value).reverse() : u32(value));
  type Entry = { tag: number; type: number; count: number; value: Buffer | number };
  const ascii = (tag: number, words: string): Entry => {
    const value = text(`${words}\0`);
    return { tag, type: 2, count: value.length, value };
  };
  const short = (tag: number, value: number): Entry => ({ tag, type: 3, count: 1, value });
  const long = (tag: number, value: number): Entry => ({ tag, type: 4, count: 1, value });
  const folder = (entries: readonly Entry[], at: number, next: number): Buffer => {
    const rest: Buffer[] = [];
    let free = at + 2 + entries.length * 12 + 4;
    const lines = entries.map(({ tag, type, count, value }) => {
      const head = [n16(tag), n16(type), n32(count)];
      if (typeof value === 'number')
        return Buffer.concat([...head, ...(type === 3 ? [n16(value), n16(0)] : [n32(value)])]);
      if (value.length <= 4) return Buffer.concat([...head, Buffer.concat([value, u32(0)], 4)]);
      rest.push(value);
      free += value.length;
      return Buffer.concat([...head, n32(free - value.length)]);
    });
    return Buffer.concat([n16(entries.length), ...lines, n32(next), ...rest]);
  };
  const gps = (at: number) =>
    folder(
      [
        ascii(0x0001, 'N'),
        { tag: 0x0002, type: 5, count: 3, value: Buffer.concat([52, 1, 59, 1, 33, 1].map(n32)) },
        { tag: 0x001c, type: 7, count: 30, value: text(`GPSLatitude ${CANARY}`.padEnd(30)) },
      ],
      at,
      0,
    );
  const main = (gpsAt: number, next: number) =>
    folder(
      [
        ascii(0x010f, CANARY),
        short(0x0112, orientation),
        ascii(0x013b, `Mevrouw Berg ${CANARY}`),
        ...(makerNote ? [ascii(0x927c, `${CANARY} serial 0123456789`)] : []),
        long(0x8825, gpsAt),
      ],
      8,
      next,
    );
  const gpsAt = 8 + main(0, 0).length;
  const small = gpsAt + gps(gpsAt).length;
  const thumb = (at: number) =>
    thumbnail ? folder([long(0x0201, at + 30), long(0x0202, thumbnail.length)], at, 0) : undefined;
  return Buffer.concat([
    little ? text('II*\0') : text('MM\0*'),
    n32(8),
    main(gpsAt, thumbnail ? small : 0),
    gps(gpsAt),
    ...(thumbnail ? [thumb(small)!, thumbnail] : []),
  ]);
}

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${CANARY}</dc:creator></x:xmpmeta>`;

const segment = (marker: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
};
const EXIF = (options?: Exif) => segment(0xe1, text('Exif\0\0'), tiff(options));
const PARTS = {
  xmp: () => segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0'), text(XMP)),
  extended: () =>
    segment(0xe1, text('http://ns.adobe.com/xmp/extension/\0'), text('0'.repeat(40)), text(XMP)),
  iptc: () => {
    const data = Buffer.concat([Buffer.from([0x1c, 2, 80]), u16(CANARY.length), text(CANARY)]);
    return segment(
      0xed,
      text('Photoshop 3.0\x008BIM'),
      u16(0x0404),
      u16(0),
      u32(data.length),
      data,
      Buffer.alloc(data.length % 2),
    );
  },
  icc: () => segment(0xe2, text('ICC_PROFILE\0\x01\x01'), text(CANARY.padEnd(200))),
  comment: () => segment(0xfe, text(CANARY)),
  jfxx: (thumbnail: Buffer) => segment(0xe0, text('JFXX\0\x10'), thumbnail),
  c2pa: () => segment(0xeb, text('JP\0\x01'), u32(1), text(`jumb c2pa ${CANARY}`)),
};

/** Behind the first two bytes of a JPEG come these. */
const withSegments = (jpeg: Buffer, ...parts: Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);

const film = () => Buffer.concat([u32(24), text('ftypisom'), u32(0), text(`isom${CANARY}`)]);

const CRC = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([text(type), data]);
  const sum = body.reduce((value, byte) => CRC[(value ^ byte) & 255]! ^ (value >>> 8), 0xffffffff);
  return Buffer.concat([u32(data.length), body, u32(~sum >>> 0)]);
}
/** Behind the header of a PNG come these. */
const withChunks = (png: Buffer, ...parts: Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...parts, png.subarray(33)]);
const itxt = (key: string, value: string) => chunk('iTXt', text(`${key}\0\0\0\0\0${value}`));

/** RFC 9649: a simple WebP becomes an extended one, with these beside its picture. */
function withRiff(webp: Buffer, [width, height]: [number, number], parts: Record<string, Buffer>) {
  const flags = { ICCP: 0x20, EXIF: 0x08, 'XMP ': 0x04 } as Record<string, number>;
  const one = (type: string, data: Buffer) => {
    const size = u32(data.length).reverse();
    return Buffer.concat([text(type), size, data, Buffer.alloc(data.length % 2)]);
  };
  const low24 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, value >> 16]);
  const said = Object.keys(parts).reduce((sum, type) => sum | (flags[type] ?? 0), 0);
  const { ICCP, ...behind } = parts;
  const body = Buffer.concat([
    text('WEBP'),
    one('VP8X', Buffer.concat([Buffer.from([said, 0, 0, 0]), low24(width - 1), low24(height - 1)])),
    ...(ICCP ? [one('ICCP', ICCP)] : []),
    webp.subarray(12),
    ...Object.entries(behind).map(([type, data]) => one(type, data)),
  ]);
  return Buffer.concat([text('RIFF'), u32(body.length).reverse(), body]);
}

/** A PNG of 900 megapixels in a few kilobytes. */
const bomb = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([u32(30_000), u32(30_000), Buffer.from([1, 0, 0, 0, 0])])),
    chunk('tEXt', text(`Comment\0${CANARY}`)),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const FIXTURES = new URL('../fixtures/photos/', import.meta.url);

export async function samples(): Promise<Sample[]> {
  const jpeg = await wall().jpeg().toBuffer();
  const thumbnail = withSegments(await wall(64, 48).jpeg().toBuffer(), PARTS.comment());
  const png = await wall().png().toBuffer();
  const [webp, lossless] = [
    await wall().webp().toBuffer(),
    await wall().webp({ lossless: true }).toBuffer(),
  ];
  const tile = tileOf(readFileSync(new URL('tile.heic', FIXTURES)));
  const beside = { exif: tiff(), xmp: XMP, thumbnail: true, description: CANARY, name: CANARY };
  const size: [number, number] = [320, 240];
  const whole = withSegments(
    jpeg,
    EXIF({ thumbnail, makerNote: true }),
    PARTS.xmp(),
    PARTS.iptc(),
    PARTS.icc(),
    PARTS.comment(),
  );
  const gif = await wall().gif().toBuffer();
  const taken: Record<string, Buffer> = {
    'exif.jpg': withSegments(jpeg, EXIF()),
    'exif-little-endian.jpg': withSegments(jpeg, EXIF({ little: true })),
    'thumbnail.jpg': withSegments(jpeg, EXIF({ thumbnail })),
    'maker-note.jpg': withSegments(jpeg, EXIF({ makerNote: true })),
    'xmp.jpg': withSegments(jpeg, PARTS.xmp()),
    'xmp-extended.jpg': withSegments(jpeg, PARTS.xmp(), PARTS.extended()),
    'iptc.jpg': withSegments(jpeg, PARTS.iptc()),
    'icc.jpg': withSegments(jpeg, PARTS.icc()),
    'comment.jpg': withSegments(jpeg, PARTS.comment()),
    'jfxx.jpg': withSegments(jpeg, PARTS.jfxx(thumbnail)),
    'c2pa.jpg': withSegments(jpeg, PARTS.c2pa()),
    'everything.jpg': whole,
    'second-picture.jpg': Buffer.concat([withSegments(jpeg, EXIF()), whole]),
    'motion-photo.jpg': Buffer.concat([withSegments(jpeg, PARTS.xmp()), film()]),
    'maker-trailer.jpg': Buffer.concat([jpeg, text(`SEFH ${CANARY} SEFT`)]),
    'exif-behind-icc.jpg': withSegments(jpeg, PARTS.icc(), EXIF({ orientation: 6 })),
    ...Object.fromEntries(
      [2, 3, 4, 5, 6, 7, 8].map((orientation) => [
        `held-${orientation}.jpg`,
        withSegments(jpeg, EXIF({ orientation, thumbnail })),
      ]),
    ),
    'progressive.jpg': withSegments(await wall().jpeg({ progressive: true }).toBuffer(), EXIF()),
    'grey.jpg': withSegments(await wall().grayscale().jpeg().toBuffer(), EXIF()),
    'renamed.png': withSegments(jpeg, EXIF(), PARTS.xmp()),
    'exif.png': withChunks(png, chunk('eXIf', tiff())),
    'text.png': withChunks(png, chunk('tEXt', text(`Author\0${CANARY}`))),
    'xmp.png': withChunks(png, itxt('XML:com.adobe.xmp', XMP)),
    'compressed.png': withChunks(
      png,
      chunk('zTXt', Buffer.concat([text('Raw profile type exif\0\0'), deflateSync(tiff())])),
    ),
    'screenshot.png': withChunks(
      await wall(270, 600).ensureAlpha(0.9).png().toBuffer(),
      itxt('Software', CANARY),
      chunk('tIME', Buffer.from([7, 234, 11, 25, 12, 0, 0])),
    ),
    'trailer.png': Buffer.concat([png, film()]),
    'exif.webp': withRiff(webp, size, { EXIF: tiff() }),
    'xmp.webp': withRiff(webp, size, { 'XMP ': text(XMP) }),
    'everything.webp': withRiff(lossless, size, {
      ICCP: text(CANARY.padEnd(200)),
      EXIF: Buffer.concat([text('Exif\0\0'), tiff({ thumbnail })]),
      'XMP ': text(XMP),
    }),
    'one-piece.heic': Buffer.from(heic(tile, beside)),
    'tiles-turned.heic': Buffer.from(heic(tile, { columns: 3, rows: 2, turns: 3, ...beside })),
    'live-photo.heic': Buffer.from(heic(tile, { ...beside, film: film(), own: text(CANARY) })),
    'kitchen.heic': readFileSync(new URL('kitchen.heic', FIXTURES)),
  };
  const refused: [name: string, bytes: Buffer, browser: Outcome, desk?: Outcome][] = [
    ['comment.gif', Buffer.concat([gif, text(CANARY)]), 'taken', 'not-a-photo'],
    ['nothing.jpg', Buffer.alloc(0), 'empty'],
    ['huge.jpg', Buffer.concat([whole, Buffer.alloc(60_000_000, 1)]), 'too-large'],
    [
      'drawing.jpg',
      text(`<svg xmlns="http://www.w3.org/2000/svg"><script>"${CANARY}"</script></svg>`),
      'not-a-photo',
    ],
    ['program.jpg', text(`MZ\x90\0${CANARY}`.padEnd(4000, '\0')), 'not-a-photo'],
    ['paper.jpg', text(`%PDF-1.7 ${CANARY}`), 'not-a-photo'],
    ['half.jpg', whole.subarray(0, whole.length / 2), 'unreadable', 'not-a-photo'],
    ['bomb.png', bomb(), 'too-large'],
    ['live-photo.mov', Buffer.concat([u32(20), text(`ftypqt  ${CANARY}`)]), 'video', 'not-a-photo'],
  ];
  return [
    ...Object.entries(taken).map(([name, bytes]) => ({
      name,
      bytes,
      browser: 'taken' as const,
      desk: 'taken' as const,
    })),
    ...refused.map(([name, bytes, browser, desk = browser]) => ({ name, bytes, browser, desk })),
  ];
}

/** Whether the canary is really in it, as it is or packed. */
export const isPlanted = ({ name, bytes }: Sample): boolean =>
  ['kitchen.heic', 'nothing.jpg', 'compressed.png'].includes(name) || bytes.includes(CANARY);

/** The traces that are in these bytes. */
export const tracesIn = (bytes: Buffer): string[] =>
  TRACES.filter((trace) => bytes.includes(trace));
