import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * Photos as a phone makes them: 12 megapixels of noise (which hardly shrinks), turned by EXIF, with
 * the place where they were taken.
 * @returns paths of files
 */
export async function phonePhotos(count: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keukentafel-photos-'));
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const path = join(folder, `IMG_${index + 1}.jpg`);
      await sharp({
        create: {
          width: 4000,
          height: 3000,
          channels: 3,
          background: '#888',
          noise: { type: 'gaussian', mean: 128, sigma: 30 },
        },
      })
        .jpeg({ quality: 90 })
        .withExif({
          IFD0: { Make: 'Canarycam', Orientation: '6' },
          IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 59/1 1234/100' },
        })
        .toFile(path);
      return path;
    }),
  );
}

/** What `phonePhotos` writes into a file and nobody else may ever read. */
export const SECRETS_OF_PHOTO = ['Canarycam', 'Exif'] as const;
