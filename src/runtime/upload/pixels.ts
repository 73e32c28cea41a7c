import type { Look } from './look.ts';

/** A picture that the browser has decoded, read a few rows at a time. */
export interface Pixels {
  width: number;
  height: number;
  /** How it must still be turned, as EXIF says it; 1 when it stands upright. */
  orientation: number;
  read(top: number, rows: number): Promise<Rows>;
  close(): void;
}

/** Four bytes a pixel. */
export interface Rows {
  bytes: Uint8Array | Uint8ClampedArray;
  /** Bytes from one row to the next. */
  stride: number;
  /** Where in a pixel the red is; green is the second byte, blue on the other side. */
  red: 0 | 2;
}

/**
 * More would take a browser more memory than an old phone has (four bytes each), and is what a file
 * that is made to do harm asks for.
 */
const MOST_PIXELS = 120_000_000;
/** A JPEG is made smaller while it is decoded: the largest cameras of phones have 200 megapixels. */
const MOST_PIXELS_OF_JPEG = 300_000_000;

export const isTooLarge = ({ format, width, height }: Look): boolean =>
  width * height >
  (format === 'jpeg' && 'ImageDecoder' in globalThis ? MOST_PIXELS_OF_JPEG : MOST_PIXELS);

/**
 * Decodes off the main thread where the browser can.
 * @param side what will be asked of it in the end, so that nothing much larger is made
 * @throws when the browser cannot read it as a picture
 */
export async function decode(file: Blob, look: Look, side: number): Promise<Pixels> {
  // Whether a browser turns it by EXIF differs by browser and by way (an ImageDecoder does in Firefox
  // 153 and not in Chromium 156; WebKitGTK turns what is drawn and not where it is drawn from), and
  // where it does it takes the main thread. What has no EXIF is turned by nobody but us.
  const source = look.unturned ?? file;
  for (const way of [scaled, bitmap, shown]) {
    const pixels = await way(source, look, side).catch(() => undefined);
    if (pixels) return { ...pixels, orientation: look.orientation };
  }
  throw new Error('This browser cannot read it');
}

type Unturned = Omit<Pixels, 'orientation'>;

async function bitmap(file: Blob): Promise<Unturned> {
  const decoded = await createImageBitmap(file);
  return drawn(decoded, decoded.width, decoded.height, () => decoded.close());
}

const RED_IN: Partial<Record<VideoPixelFormat, 0 | 2>> = { RGBX: 0, RGBA: 0, BGRX: 2, BGRA: 2 };

/**
 * A JPEG decoder can leave out detail as it goes, in eighths (ITU T.81 works in blocks of 8): 100
 * megapixels never stand in memory whole, and nothing is turned on the main thread. Chromium 94,
 * Firefox 133.
 */
async function scaled(file: Blob, look: Look, side: number): Promise<Unturned | undefined> {
  const { format, width, height } = look;
  const longest = Math.max(width, height);
  if (format !== 'jpeg' || longest <= side || !('ImageDecoder' in globalThis)) return undefined;
  const eighths = Math.min(7, Math.ceil((8 * side) / longest));
  const decoder = new ImageDecoder({
    data: file.stream(),
    type: 'image/jpeg',
    desiredWidth: Math.ceil((width * eighths) / 8),
    desiredHeight: Math.ceil((height * eighths) / 8),
  });
  // Closing it leaves these unkept in Firefox.
  for (const promise of [decoder.completed, decoder.tracks.ready]) promise.catch(() => undefined);
  try {
    const { image } = await decoder.decode();
    const red = image.format ? RED_IN[image.format] : undefined;
    if (red === undefined) {
      image.close();
      return undefined;
    }
    let bytes = new Uint8Array();
    return {
      width: image.codedWidth,
      height: image.codedHeight,
      async read(top, rows) {
        const rect = { x: 0, y: top, width: image.codedWidth, height: rows };
        const size = image.allocationSize({ rect });
        if (bytes.length < size) bytes = new Uint8Array(size);
        const [plane] = await image.copyTo(bytes, { rect });
        return { bytes: bytes.subarray(plane!.offset), stride: plane!.stride, red };
      },
      close: () => image.close(),
    };
  } finally {
    decoder.close();
  }
}

/** As a page shows it: the only way where there is no createImageBitmap. */
async function shown(file: Blob): Promise<Unturned> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return drawn(image, image.naturalWidth, image.naturalHeight, () => undefined);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function drawn(
  source: CanvasImageSource,
  width: number,
  height: number,
  close: () => void,
): Unturned {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  canvas.width = width;
  return {
    width,
    height,
    read(top, rows) {
      canvas.height = rows;
      // What is transparent in a screenshot would turn black in a JPEG.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, rows);
      context.drawImage(source, 0, top, width, rows, 0, 0, width, rows);
      const { data } = context.getImageData(0, 0, width, rows);
      return Promise.resolve({ bytes: data, stride: width * 4, red: 0 });
    },
    close,
  };
}
