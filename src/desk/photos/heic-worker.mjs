import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * Decodes one HEIC photo and ends: a decoder of foreign bytes gets a thread of its own, which may die
 * or hang without taking anybody along, and whose memory goes with it. Plain JavaScript, because a
 * thread of Node 20 does not take over the loader that reads TypeScript.
 */

async function decode({ file, mostPixels }) {
  // It warns on the console in its own words, which may repeat the input.
  const silent = () => undefined;
  Object.assign(console, { log: silent, warn: silent, error: silent });
  const require = createRequire(import.meta.url);
  const libheif = require('libheif-js/wasm-bundle');
  const images = new libheif.HeifDecoder().decode(readFileSync(file));
  const image = images.find((each) => each.is_primary()) ?? images[0];
  if (!image) return 'unreadable';
  const [width, height] = [image.get_width(), image.get_height()];
  if (!(width > 0 && height > 0 && width * height <= mostPixels)) return 'unreadable';
  const data = new Uint8ClampedArray(width * height * 4);
  const drawn = await new Promise((resolve) => image.display({ data, width, height }, resolve));
  return drawn ? { width, height, data: data.buffer } : 'unreadable';
}

const answer = await decode(workerData).catch(() => 'unreadable');
parentPort.postMessage(answer, answer === 'unreadable' ? [] : [answer.data]);
