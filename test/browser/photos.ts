/** Photos as phones make them, in bytes. */

const encode = (canvas: HTMLCanvasElement, type: string, quality = 0.92): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no blob'))), type, quality),
  );

/** Paints a picture and encodes it. */
export function picture(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D) => void,
  type = 'image/jpeg',
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  paint(canvas.getContext('2d')!);
  return encode(canvas, type);
}

/** Left half red, right half blue. */
export const redAndBlue = (width: number, height: number): Promise<Blob> =>
  picture(width, height, (context) => {
    context.fillStyle = '#f00';
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = '#00f';
    context.fillRect(width / 2, 0, width / 2, height);
  });

/** Red, blue, green and white: which way is up can be seen. */
export const fourColours = (width: number, height: number): Promise<Blob> =>
  picture(width, height, (context) => {
    for (const [index, colour] of ['#f00', '#00f', '#0f0', '#fff'].entries()) {
      context.fillStyle = colour;
      context.fillRect(
        (index % 2) * (width / 2),
        Math.floor(index / 2) * (height / 2),
        width / 2,
        height / 2,
      );
    }
  });

/** Gravel, grass, a woollen carpet: what a codec can least make small. */
export const noise = (width: number, height: number): Promise<Blob> =>
  picture(width, height, (context) => {
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    let seed = 1;
    for (let index = 0; index < pixels.length; index += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
      pixels[index] = seed | 0xff000000;
    }
    context.putImageData(image, 0, 0);
  });

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * (bytes - 1 - index))) & 0xff);

interface Entry {
  tag: number;
  type: number;
  count: number;
  value: number[];
}

const entry = ({ tag, type, count, value }: Entry): number[] => [
  ...big(tag, 2),
  ...big(type, 2),
  ...big(count, 4),
  ...[...value, 0, 0, 0, 0].slice(0, 4),
];

export const CAMERA = 'Telefoon van mevrouw Berg';
export const PLACE = 'GPSLatitude 52.9925';

/**
 * APP1 with EXIF (TIFF 6.0, big endian): the orientation, the camera's name, and a GPS folder with a
 * latitude of 52° 59′ 33″ and a text that a search finds.
 */
function exif(orientation: number): number[] {
  const name = [...ascii(CAMERA), 0];
  const place = [...ascii(PLACE), 0];
  const ifd0 = 8;
  const gps = ifd0 + 2 + 3 * 12 + 4;
  const data = gps + 2 + 3 * 12 + 4;
  const latitude = data + name.length;
  const area = latitude + 24;
  const tiff = [
    ...ascii('MM'),
    ...big(42, 2),
    ...big(ifd0, 4),
    ...big(3, 2),
    ...entry({ tag: 0x0110, type: 2, count: name.length, value: big(data, 4) }),
    ...entry({ tag: 0x0112, type: 3, count: 1, value: big(orientation, 2) }),
    ...entry({ tag: 0x8825, type: 4, count: 1, value: big(gps, 4) }),
    ...big(0, 4),
    ...big(3, 2),
    ...entry({ tag: 0x0001, type: 2, count: 2, value: ascii('N') }),
    ...entry({ tag: 0x0002, type: 5, count: 3, value: big(latitude, 4) }),
    ...entry({ tag: 0x001c, type: 7, count: place.length, value: big(area, 4) }),
    ...big(0, 4),
    ...name,
    ...[52, 1, 59, 1, 33, 1].flatMap((value) => big(value, 4)),
    ...place,
  ];
  return segment(0xe1, [...ascii('Exif'), 0, 0, ...tiff]);
}

const xmp = (): number[] =>
  segment(0xe1, [
    ...ascii('http://ns.adobe.com/xap/1.0/'),
    0,
    ...ascii(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${CAMERA}</dc:creator></x:xmpmeta>`),
  ]);

const comment = (): number[] => segment(0xfe, ascii(PLACE));

const segment = (marker: number, payload: number[]): number[] => [
  0xff,
  marker,
  ...big(payload.length + 2, 2),
  ...payload,
];

/**
 * The JPEG as a phone would have written it: with EXIF, GPS, XMP and a comment.
 * @param orientation EXIF 0x0112: 1 upright, 6 a quarter turn to the right
 */
export async function asFromAPhone(jpeg: Blob, orientation = 1): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const more = new Uint8Array([...exif(orientation), ...xmp(), ...comment()]);
  const whole = new Uint8Array(bytes.length + more.length);
  whole.set(bytes.subarray(0, 2));
  whole.set(more, 2);
  whole.set(bytes.subarray(2), 2 + more.length);
  // In one piece, as a file is: Firefox 153 tells what a picture is by the first piece alone.
  return new Blob([whole], { type: 'image/jpeg' });
}

/** Markers of the segments before the picture itself, in order (ITU T.81, table B.1). */
export async function segmentsOf(jpeg: Blob): Promise<number[]> {
  const bytes = new DataView(await jpeg.arrayBuffer());
  const found: number[] = [];
  for (let at = 2; bytes.getUint8(at) === 0xff; at += 2 + bytes.getUint16(at + 2)) {
    const marker = bytes.getUint8(at + 1);
    found.push(marker);
    if (marker === 0xda) break;
  }
  return found;
}

export const textOf = async (blob: Blob): Promise<string> =>
  new TextDecoder('latin1').decode(await blob.arrayBuffer());

/** The colour at a share of the width and height, as "r g b". */
export async function colourAt(blob: Blob, x: number, y: number): Promise<string> {
  const image = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  const [red, green, blue] = context.getImageData(
    Math.floor(x * image.width),
    Math.floor(y * image.height),
    1,
    1,
  ).data;
  const near = (value = 0) => Math.round(value / 32) * 32;
  return `${near(red)} ${near(green)} ${near(blue)}`;
}

/** A PNG that says it is this large, and holds nothing of it. */
export function pngThatSays(width: number, height: number): Blob {
  const head = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a, ...big(13, 4), ...ascii('IHDR')];
  return new Blob([new Uint8Array([...head, ...big(width, 4), ...big(height, 4), 8, 2, 0, 0, 0])]);
}

/** The same JPEG, which says it is this large (ITU T.81, B.2.2). */
export async function jpegThatSays(jpeg: Blob, width: number, height: number): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
  bytes.set([...big(height, 2), ...big(width, 2)], frame + 5);
  return new Blob([bytes], { type: 'image/jpeg' });
}
