import { withoutTraces } from './heic.ts';
import { look } from './look.ts';
import type { NoPhoto } from './look.ts';
import { isTooLarge } from './pixels.ts';
import { shrink } from './shrink.ts';

/** Why a file is not taken; each has its sentence and a way on. */
export type NotTaken = NoPhoto | 'too-large';

/** Bytes: the largest cameras of phones make 40 MB. */
const LARGEST_FILE = 50_000_000;
/** Bytes that the desk takes, of what is not made small here. */
const LARGEST_SENT = 10_000_000;

/**
 * Makes of a file what may leave the device: a small JPEG, or where this browser cannot open a HEIC
 * (as-taken.ts), its picture as it was taken and nothing else of it.
 */
export async function prepare(file: Blob): Promise<Blob | NotTaken> {
  if (file.size > LARGEST_FILE) return 'too-large';
  const found = await look(file).catch(() => 'unreadable' as const);
  if (typeof found === 'string') return found;
  if (isTooLarge(found)) return 'too-large';
  try {
    return await shrink(file, found);
  } catch {
    if (found.format !== 'heic') return 'unreadable';
  }
  const bare = await withoutTraces(file).catch(() => undefined);
  if (!bare) return 'unreadable';
  return bare.size > LARGEST_SENT ? 'too-large' : bare;
}
