import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

/** Twelve megapixels take about a second; what takes this long never ends. */
const PATIENCE = 60_000;
/** 50 million, as for every photo: 200 MB while it is decoded, and only one at a time. */
const MOST_PIXELS = 50_000_000;

const BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1'];

/** By its first box, never by its name. */
export async function isHeic(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    const text = buffer.toString('latin1', 0, bytesRead);
    const brands = text.slice(8, Math.min(buffer.readUInt32BE(0), bytesRead)).match(/.{4}/gs) ?? [];
    return text.slice(4, 8) === 'ftyp' && brands.some((brand) => BRANDS.includes(brand));
  } finally {
    await handle.close();
  }
}

/** A picture, upright, four bytes a pixel. */
export interface Decoded {
  width: number;
  height: number;
  data: ArrayBuffer;
}

const WORKER = new URL('./heic-worker.mjs', import.meta.url);

let turn: Promise<unknown> = Promise.resolve();

/**
 * Decodes a HEIC photo in a thread of its own, one at a time in this process.
 *
 * @param worker another script and another patience, for the tests
 * @returns undefined when it is no photo that can be read
 * @throws when the thread died or did not end in time: another try may do
 */
export function decodeHeic(
  file: string,
  worker = { script: WORKER, patience: PATIENCE },
): Promise<Decoded | undefined> {
  const mine = turn.then(() => inThread(file, worker));
  turn = mine.catch(() => undefined);
  return mine;
}

function inThread(
  file: string,
  { script, patience }: { script: URL; patience: number },
): Promise<Decoded | undefined> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, {
      workerData: { file, mostPixels: MOST_PIXELS },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end(new Error('Decoding took too long')), patience);
    const end = (error: Error) => {
      clearTimeout(timer);
      void thread.terminate();
      reject(error);
    };
    thread.once('message', (answer: Decoded | 'unreadable') => {
      clearTimeout(timer);
      void thread.terminate();
      resolve(answer === 'unreadable' ? undefined : answer);
    });
    thread.once('error', () => end(new Error('The decoder failed')));
    thread.once('exit', () => end(new Error('The decoder died')));
  });
}
