/**
 * A photo as it leaves the device: upright, at most 1600 px, at most 400 kB, and painted anew, so
 * that nothing of the file's own metadata (EXIF, XMP, GPS, thumbnail) is left.
 */

export const MAX_SIDE = 1600;
export const MAX_BYTES = 400_000;

const QUALITIES = [0.85, 0.75, 0.65, 0.5];

/** @throws when the browser cannot read it as a picture */
export async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let side = Math.min(MAX_SIDE, Math.max(picture.width, picture.height));
    for (;;) {
      const canvas = paint(picture, side / Math.max(picture.width, picture.height));
      for (const quality of QUALITIES) {
        const blob = await encode(canvas, quality);
        if (blob.size <= MAX_BYTES) return blob;
      }
      side = Math.round(side * 0.75);
    }
  } finally {
    picture.close();
  }
}

function paint(picture: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d')!;
  // What is transparent in a screenshot would turn black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
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
