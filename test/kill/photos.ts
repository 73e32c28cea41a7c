import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Photos that can be told apart when they come out of the desk: each has a colour, under much noise. */

const channels = (colour: string): [number, number, number] =>
  colour.split(' ').map(Number) as [number, number, number];

export interface Photos {
  /** Paths, in the order of the colours asked for. */
  of(colours: readonly string[]): string[];
  remove(): void;
}

/** @param colours "r g b", from 0 to 255 */
export async function makePhotos(colours: readonly string[]): Promise<Photos> {
  const folder = mkdtempSync(join(tmpdir(), 'keukentafel-kill-'));
  const [width, height] = [1600, 1200];
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer();
  const path = (colour: string) => join(folder, `${colour.replaceAll(' ', '-')}.jpg`);
  for (const colour of colours) {
    const [red, green, blue] = channels(colour);
    await sharp(noise)
      .linear([1, 1, 1], [red - 128, green - 128, blue - 128])
      .jpeg({ quality: 85 })
      .toFile(path(colour));
  }
  return {
    of: (wanted) => wanted.map(path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Which of these colours a picture has. */
export async function colourIn(picture: Buffer, colours: readonly string[]): Promise<string> {
  const { channels: found } = await sharp(picture).stats();
  const distance = (colour: string) =>
    channels(colour).reduce((sum, value, index) => sum + Math.abs(value - found[index]!.mean), 0);
  return [...colours].sort((one, other) => distance(one) - distance(other))[0]!;
}
