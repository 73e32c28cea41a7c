import type { Look } from './look.ts';
import { decode } from './pixels.ts';
import { breathe, scaleDown } from './scale.ts';

/**
 * A photo as it leaves the device: upright, at most 1600 px, at most 400 kB, and painted anew, so
 * that nothing of the file's own metadata (EXIF, XMP, GPS, thumbnail) is left.
 */

export const MAX_SIDE = 1600;
export const MAX_BYTES = 400_000;

const QUALITIES = [0.85, 0.75, 0.65, 0.5];

/** @throws when the browser cannot read it as a picture */
export async function shrink(file: Blob, look: Look): Promise<Blob> {
  const pixels = await decode(file, look, MAX_SIDE);
  try {
    for (let side = MAX_SIDE; ; side = Math.round(side * 0.75)) {
      const canvas = await paint(await scaleDown(pixels, side));
      for (const quality of QUALITIES) {
        const blob = await encode(canvas, quality);
        if (blob.size <= MAX_BYTES) return blob;
      }
    }
  } finally {
    pixels.close();
  }
}

/** Rows put on the canvas at once. */
const ROWS = 128;

async function paint(image: ImageData): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d')!;
  for (let top = 0; top < image.height; top += ROWS) {
    context.putImageData(image, 0, 0, 0, top, image.width, ROWS);
    await breathe();
  }
  return canvas;
}

const encode = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be encoded'))),
      'image/jpeg',
      quality,
    ),
  );
