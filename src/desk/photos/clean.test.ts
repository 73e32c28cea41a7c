import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { clean, judge } from './clean.ts';

const folder = mkdtempSync(join(tmpdir(), 'clean-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, bytes: Buffer | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** Left half red, right half blue, as the phone held upside down would store it, with GPS. */
const photo = async (width = 2400, height = 1800) =>
  sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([
      {
        input: { create: { width: width / 2, height, channels: 3, background: '#0000ff' } },
        left: width / 2,
        top: 0,
      },
    ])
    .withExif({
      IFD0: { Make: 'SecretPhone', Artist: 'Mevrouw Berg' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 59/1 0/1' },
    })
    .withMetadata({ orientation: 3 })
    .jpeg()
    .toBuffer();

test('a photo comes out upright, small and without a word about where and by whom', async () => {
  const source = await photo();
  assert.ok(source.includes('SecretPhone'), 'the phone’s name is in what came in');
  const to = join(folder, 'out.jpg');
  await clean(file('in.jpg', source), to);
  const cleaned = readFileSync(to);
  const { format, width, height, exif, xmp, iptc, icc, orientation } =
    await sharp(cleaned).metadata();
  assert.deepEqual({ format, width, height }, { format: 'jpeg', width: 1600, height: 1200 });
  assert.deepEqual([exif, xmp, iptc, icc, orientation], Array(5).fill(undefined));
  for (const word of ['SecretPhone', 'Berg', 'Exif', 'GPS', 'http'])
    assert.ok(!cleaned.includes(word), word);
  const [red, , blue] = await sharp(cleaned)
    .extract({ left: 10, top: 10, width: 1, height: 1 })
    .raw()
    .toBuffer();
  assert.ok((red ?? 255) < 60 && (blue ?? 0) > 200, 'turned upright: blue is at the left now');
});

test('a small photo is not blown up', async () => {
  const to = join(folder, 'small.jpg');
  await clean(
    file(
      'small-in.png',
      await sharp({ create: { width: 300, height: 200, channels: 4, background: '#00ff0080' } })
        .png()
        .toBuffer(),
    ),
    to,
  );
  const { width, height, hasAlpha } = await sharp(to).metadata();
  assert.deepEqual({ width, height, hasAlpha }, { width: 300, height: 200, hasAlpha: false });
});

test('JPEG, PNG and WebP are photos, whatever they are called', async () => {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } });
  for (const format of ['jpeg', 'png', 'webp'] as const)
    assert.equal(
      await judge(file(`${format}.txt`, await image.clone().toFormat(format).toBuffer())),
      'photo',
    );
});

test('SVG, GIF, HTML, a PDF, text and nothing are not, whatever they are called', async () => {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } });
  const others: Record<string, Buffer | string> = {
    'a.jpg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    'b.jpg': await image.clone().gif().toBuffer(),
    'c.jpg': '<!doctype html><script>alert(1)</script>',
    'd.jpg': '%PDF-1.7',
    'e.jpg': '',
    'f.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
    'g.jpg': await image.clone().tiff().toBuffer(),
  };
  for (const [name, bytes] of Object.entries(others))
    assert.equal(await judge(file(name, bytes)), 'not-a-photo', name);
});

test('a photo that was cut off halfway is noticed, and not cleaned', async () => {
  const whole = await photo();
  const half = file('half.jpg', whole.subarray(0, whole.length / 2));
  assert.equal(await judge(half), 'not-a-photo');
  await assert.rejects(clean(half, join(folder, 'never.jpg')));
});

test('a picture of 30000 by 30000 in a few kilobytes is refused before it is opened', async () => {
  const bomb = file('bomb.png', pngHeader(30_000, 30_000));
  assert.equal(await judge(bomb), 'photo-too-many-pixels');
  await assert.rejects(clean(bomb, join(folder, 'never.jpg')));
});

/** A PNG that promises this size and holds a little of it. */
function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
