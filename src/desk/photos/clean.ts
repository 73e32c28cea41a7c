import sharp, { type Sharp } from 'sharp';
import { isHeic, type Decoded } from './heic.ts';

/** What a tenant's photo becomes: upright, at most this wide and high, and nothing but its picture. */
const LONGEST_SIDE = 1600;
const PREVIEW_SIDE = 480;
/** 50 million: the largest phones take pictures of 48 to 50 megapixels by default. */
const MOST_PIXELS = 50_000_000;
/** By content, never by name or declared type: sharp would also open SVG, which can load others. */
const FORMATS = ['jpeg', 'png', 'webp'];

/** `heic`: a photo by its first bytes, which only the decoder can tell more of. */
export type Judgement = 'photo' | 'heic' | 'not-a-photo' | 'photo-too-many-pixels';

// A photo is opened once or twice: keeping files open would keep erased ones on the disk.
sharp.cache(false);
// A second thread of libvips on a small machine only takes it from the people who are waiting.
sharp.concurrency(1);

const open = (file: string) =>
  sharp(file, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 });

/** Whether this file is a photo that can be read to its last row. Nothing is written. */
export async function judge(file: string): Promise<Judgement> {
  try {
    if (await isHeic(file)) return 'heic';
    // Without the limit, to be able to say what is wrong; only the header is read.
    const { format, width, height } = await sharp(file, { limitInputPixels: false }).metadata();
    if (!format || !FORMATS.includes(format)) return 'not-a-photo';
    if (width * height > MOST_PIXELS) return 'photo-too-many-pixels';
    // A whole decode, at the smallest size: a file that was cut off fails here.
    await open(file).resize(32, 32, { fit: 'inside' }).raw().toBuffer();
    return 'photo';
  } catch {
    return 'not-a-photo';
  }
}

/**
 * Writes a new JPEG of the picture alone: no EXIF, GPS, XMP, IPTC or colour profile, whatever the
 * device has or has not taken out.
 *
 * @throws when it cannot be read as a photo
 */
export async function clean(from: string, to: string): Promise<void> {
  if ((await judge(from)) !== 'photo') throw new Error('not a photo');
  await write(open(from).autoOrient(), to);
}

/** The same of a picture that was decoded already. */
export const cleanPixels = ({ data, width, height }: Decoded, to: string): Promise<void> =>
  write(sharp(new Uint8Array(data), { raw: { width, height, channels: 4 } }), to);

/** What a tenant sees of a photo that her own browser cannot show. */
export const previewOf = (clean: string): Promise<Buffer> =>
  open(clean)
    .resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer();

async function write(picture: Sharp, to: string): Promise<void> {
  await picture
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toFile(to);
}
