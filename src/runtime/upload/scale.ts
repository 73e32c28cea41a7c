import type { Pixels, Rows } from './pixels.ts';

/** Milliseconds of work before others get their turn: a sixth of what a person notices. */
const SLICE = 8;
/** Pixels read at once: a megabyte. */
const STRIP = 2 ** 18;

/** Lets everything else that waits on the main thread go first. */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/**
 * Makes it at most `side` long, upright, every pixel the mean of those that it stands for. On the
 * main thread, because a page's policy forbids workers from another origin (a kit is always from
 * another), but never for long.
 */
export async function scaleDown(pixels: Pixels, side: number): Promise<ImageData> {
  const { width, height, orientation } = pixels;
  const ratio = Math.max(1, Math.max(width, height) / side);
  const w = Math.max(1, Math.round(width / ratio));
  const h = Math.max(1, Math.round(height / ratio));
  const turned = orientation > 4;
  const result = new ImageData(turned ? h : w, turned ? w : h);
  const { first, right, down } = steps(orientation, w, h);
  const strip = Math.max(Math.ceil(height / h) + 1, Math.floor(STRIP / width));
  const sums = new Float32Array(width * 3);
  let began = performance.now();
  let rows: Rows | undefined;
  let [from, to] = [0, 0];
  for (let y = 0; y < h; y += 1) {
    const [top, bottom] = [(y * height) / h, ((y + 1) * height) / h];
    if (!rows || Math.ceil(bottom) > to) {
      from = Math.floor(top);
      to = Math.min(height, from + strip);
      rows = await pixels.read(from, to - from);
    }
    addRows(sums, rows, { top: top - from, bottom: bottom - from });
    writeMeans(sums, width / w, result.data, (first + y * down) * 4, right * 4);
    if (performance.now() - began > SLICE) {
      await breathe();
      began = performance.now();
    }
  }
  return result;
}

/** Where the first pixel of an unturned picture goes, and how far on lie its neighbours. */
function steps(orientation: number, w: number, h: number) {
  const end = w * h - 1;
  switch (orientation) {
    case 2:
      return { first: w - 1, right: -1, down: w };
    case 3:
      return { first: end, right: -1, down: -w };
    case 4:
      return { first: end - (w - 1), right: 1, down: -w };
    case 5:
      return { first: 0, right: h, down: 1 };
    case 6:
      return { first: h - 1, right: h, down: -1 };
    case 7:
      return { first: end, right: -h, down: -1 };
    case 8:
      return { first: end - (h - 1), right: -h, down: 1 };
    default:
      return { first: 0, right: 1, down: w };
  }
}

/** Red, green and blue of these rows, a row that lies half in it for its half, as their mean. */
function addRows(
  sums: Float32Array,
  { bytes, stride, red }: Rows,
  { top, bottom }: { top: number; bottom: number },
): void {
  const blue = 2 - red;
  sums.fill(0);
  for (let row = Math.floor(top); row < bottom; row += 1) {
    const share = (Math.min(bottom, row + 1) - Math.max(top, row)) / (bottom - top);
    let at = row * stride;
    for (let index = 0; index < sums.length; index += 3) {
      sums[index]! += bytes[at + red]! * share;
      sums[index + 1]! += bytes[at + 1]! * share;
      sums[index + 2]! += bytes[at + blue]! * share;
      at += 4;
    }
  }
}

/** One row of the result: as many pixels as `ratio` goes into it. */
function writeMeans(
  sums: Float32Array,
  ratio: number,
  data: Uint8ClampedArray,
  first: number,
  step: number,
): void {
  const columns = sums.length / 3;
  const count = Math.round(columns / ratio);
  for (let x = 0, at = first; x < count; x += 1, at += step) {
    const left = x * ratio;
    const right = Math.min(columns, left + ratio);
    let [red, green, blue] = [0, 0, 0];
    for (let column = Math.floor(left); column < right; column += 1) {
      const share = (Math.min(right, column + 1) - Math.max(left, column)) / ratio;
      red += sums[column * 3]! * share;
      green += sums[column * 3 + 1]! * share;
      blue += sums[column * 3 + 2]! * share;
    }
    data[at] = red;
    data[at + 1] = green;
    data[at + 2] = blue;
    data[at + 3] = 255;
  }
}
