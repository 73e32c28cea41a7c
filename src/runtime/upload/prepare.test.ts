import { expect } from '@open-wc/testing';
import { mendAll, withoutDecoders, withoutImageDecoder } from '../../../test/browser/broken.ts';
import {
  asFromAPhone,
  CAMERA,
  colourAt,
  fourColours,
  jpegThatSays,
  noise,
  picture,
  PLACE,
  pngThatSays,
  redAndBlue,
  segmentsOf,
  textOf,
} from '../../../test/browser/photos.ts';
import { prepare } from './prepare.ts';
import { MAX_BYTES, MAX_SIDE } from './shrink.ts';

afterEach(mendAll);

const sizeOf = async (blob: Blob): Promise<[number, number]> => {
  const { width, height } = await createImageBitmap(blob);
  return [width, height];
};

/** @throws when it is not taken */
async function small(file: Blob): Promise<Blob> {
  const made = await prepare(file);
  if (typeof made === 'string') throw new Error(made);
  return made;
}

const WHITE = '256 256 256';
const COLOURS = { red: '256 0 0', blue: '0 0 256', green: '0 256 0', white: WHITE };

/** The colours of the four corners, as one reads. */
async function corners(blob: Blob): Promise<string> {
  const names = Object.entries(COLOURS);
  const found = await Promise.all(
    [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ].map(([x, y]) => colourAt(blob, x!, y!)),
  );
  return found.map((colour) => names.find(([, each]) => each === colour)?.[0] ?? colour).join(' ');
}

describe('a photo as it leaves the device', () => {
  it('carries no place, no time, no name of a camera', async () => {
    const taken = await asFromAPhone(await redAndBlue(800, 600));
    // The photo that we made has it all.
    const before = await textOf(taken);
    for (const trace of [CAMERA, PLACE, 'Exif', 'adobe']) expect(before, trace).to.contain(trace);
    expect(await segmentsOf(taken)).to.include.members([0xe1, 0xfe]);

    const made = await small(taken);
    const after = await textOf(made);
    for (const trace of [CAMERA, PLACE, 'Exif', 'adobe', 'GPS'])
      expect(after, trace).not.to.contain(trace);
    // Of what may stand beside the picture, only JFIF's own (APP0) and the colours of sRGB (APP2).
    const beside = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    expect([0xe0, 0xe2]).to.include.members((await segmentsOf(made)).filter(beside));
  });

  // EXIF 0x0112; the corners as the camera's chip had them are red blue / green white.
  const HELD: [orientation: number, corners: string][] = [
    [1, 'red blue green white'],
    [2, 'blue red white green'],
    [3, 'white green blue red'],
    [4, 'green white red blue'],
    [5, 'red green blue white'],
    [6, 'green red white blue'],
    [7, 'white blue green red'],
    [8, 'blue white red green'],
  ];
  const WAYS: [how: string, width: number, spoil?: () => () => void][] = [
    ['made smaller while it is decoded', 2400],
    ['small enough to be decoded whole', 1200],
    ['decoded whole, because this browser cannot otherwise', 2400, withoutImageDecoder],
    ['shown, because this browser cannot otherwise', 2400, withoutDecoders],
  ];
  for (const [how, width, spoil] of WAYS)
    it(`comes upright in each of the eight ways to hold a camera: ${how}`, async () => {
      const taken = await fourColours(width, width * 0.75);
      for (const [orientation, expected] of HELD) {
        const mend = spoil?.();
        const made = await small(await asFromAPhone(taken, orientation));
        mend?.();
        expect(await corners(made), `${orientation}`).to.equal(expected);
        const long = Math.min(width, MAX_SIDE);
        const size = [long, long * 0.75];
        expect(await sizeOf(made)).to.deep.equal(orientation > 4 ? size.reverse() : size);
      }
    }).timeout(60_000);

  it('of 12 megapixels full of detail is at most 1600 px and 400 kB', async () => {
    const taken = await noise(4000, 3000);
    expect(taken.size).to.be.greaterThan(3_000_000);
    const made = await small(taken);
    const [width, height] = await sizeOf(made);
    expect(Math.max(width, height)).to.be.at.most(MAX_SIDE);
    expect(made.size).to.be.at.most(MAX_BYTES);
    expect(Math.abs(width / height - 4 / 3)).to.be.below(0.01);
  }).timeout(30_000);

  it('of an ordinary wall keeps its 1600 px', async () => {
    expect(await sizeOf(await small(await redAndBlue(3200, 2400)))).to.deep.equal([1600, 1200]);
  });

  it('of every size keeps its shape', async () => {
    // Each takes another share of the decoder, or none.
    for (const width of [1599, 1601, 1700, 2047, 2700, 3333, 4033, 6500]) {
      const [w, h] = await sizeOf(await small(await redAndBlue(width, 700)));
      expect(w, `${width}`).to.be.within(Math.min(width, 1400), MAX_SIDE);
      expect(Math.abs(h - (700 / width) * w), `${width}`).to.be.below(2);
    }
  }).timeout(30_000);

  it('that is small already is not blown up', async () => {
    expect(await sizeOf(await small(await redAndBlue(320, 240)))).to.deep.equal([320, 240]);
  });

  it('that is very long and thin does not vanish', async () => {
    const [width, height] = await sizeOf(await small(await redAndBlue(8000, 4)));
    expect(width).to.be.within(1500, 1600);
    expect(height).to.be.at.least(1);
  });

  for (const type of ['image/png', 'image/webp', 'image/jpeg'])
    it(`was ${type}, and is a JPEG in the same colours`, async () => {
      const taken = await picture(
        2400,
        1800,
        (context) => (context.fillStyle = '#f00') && context.fillRect(0, 0, 2400, 1800),
        type,
      );
      const made = await small(taken);
      expect(made.type).to.equal('image/jpeg');
      expect(await sizeOf(made)).to.deep.equal([1600, 1200]);
      expect(await corners(made)).to.equal('red red red red');
    });

  it('a long screenshot of a phone stays readable', async () => {
    const text = await picture(
      1080,
      2400,
      (context) => {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 1080, 2400);
        context.fillStyle = '#000';
        for (let line = 0; line < 2400; line += 4) context.fillRect(40, line, 1000, 2);
      },
      'image/png',
    );
    expect(await sizeOf(await small(text))).to.deep.equal([720, 1600]);
  });

  it('a screenshot with holes in it gets white paper behind it', async () => {
    const screenshot = await picture(100, 100, () => undefined, 'image/png');
    const made = await small(screenshot);
    expect(made.type).to.equal('image/jpeg');
    expect(await colourAt(made, 0.5, 0.5)).to.equal(WHITE);
  });

  it('with the film of a live photo behind it is the photo alone', async () => {
    const film = `ftypmp42 ${PLACE} ${'film '.repeat(100_000)}`;
    const made = await small(new Blob([await redAndBlue(800, 600), film]));
    expect(await textOf(made)).not.to.contain('film');
    expect(await corners(made)).to.equal('red blue red blue');
  });

  it('whose EXIF is damaged is a photo all the same', async () => {
    const taken = new Uint8Array(
      await (await asFromAPhone(await redAndBlue(800, 600))).arrayBuffer(),
    );
    // The first folder of its EXIF is said to be far behind the file.
    taken.set([0x7f, 0xff, 0xff, 0xff], 2 + 4 + 6 + 4);
    expect(await sizeOf(await small(new Blob([taken])))).to.deep.equal([800, 600]);
  });
});

describe('what is no photo, or none that can be used', () => {
  const text = (words: string) => new Blob([words], { type: 'image/jpeg' });
  const bytes = (...values: number[]) => new Blob([new Uint8Array(values)], { type: 'image/jpeg' });
  const repeated = (part: string, times: number) => new Blob(Array<string>(times).fill(part));
  const half = async () => {
    const whole = await asFromAPhone(await noise(1200, 900));
    return whole.slice(0, whole.size / 2);
  };

  const FILES: [what: string, file: () => Blob | Promise<Blob>, answer: string][] = [
    ['nothing at all', () => text(''), 'empty'],
    ['a letter that is called a photo', () => text('Dit is een brief'), 'not-a-photo'],
    [
      'a program that was renamed',
      () => text(`MZ\x90\0${'\0'.repeat(500)}This program`),
      'not-a-photo',
    ],
    [
      'a drawing with a script in it',
      () => text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'not-a-photo',
    ],
    ['a PDF', () => text('%PDF-1.7\n'), 'not-a-photo'],
    ['the film of a live photo', () => text('\0\0\0\x14ftypqt  \0\0\0\0qt  '), 'video'],
    ['a film of an Android phone', () => text('\0\0\0\x18ftypmp42\0\0\0\0isommp42'), 'video'],
    ['a film of a browser', () => bytes(0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4), 'video'],
    ['the beginning of a photo', () => bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'unreadable'],
    ['half a photo', half, 'unreadable'],
    [
      'the beginning of a PNG',
      () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      'unreadable',
    ],
    ['a HEIC with nothing in it', () => text('\0\0\0\x14ftypheic\0\0\0\0mif1'), 'unreadable'],
    ['a PNG that says it has 900 megapixels', () => pngThatSays(30_000, 30_000), 'too-large'],
    [
      'a JPEG that says it has 4000 megapixels',
      async () => jpegThatSays(await redAndBlue(80, 60), 65_500, 65_500),
      'too-large',
    ],
    ['60 MB', () => repeated('\xff\xd8\xff'.padEnd(1_000_000, 'x'), 60), 'too-large'],
  ];
  for (const [what, file, answer] of FILES)
    it(`${what}: ${answer}`, async () => {
      expect(await prepare(await file())).to.equal(answer);
    });

  it('what is too large is not opened to find out', async () => {
    const { createImageBitmap } = window;
    const { arrayBuffer } = Blob.prototype;
    let [decoded, read] = [0, 0];
    window.createImageBitmap = (() => {
      decoded += 1;
      return Promise.reject(new Error());
    }) as typeof createImageBitmap;
    Blob.prototype.arrayBuffer = function (this: Blob) {
      read = Math.max(read, this.size);
      return arrayBuffer.call(this);
    };
    try {
      await prepare(pngThatSays(30_000, 30_000));
      await prepare(repeated('x'.repeat(1_000_000), 60));
    } finally {
      window.createImageBitmap = createImageBitmap;
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
    expect(decoded).to.equal(0);
    expect(read).to.be.at.most(64 * 1024);
  });
});
