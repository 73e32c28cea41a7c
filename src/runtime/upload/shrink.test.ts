import { expect } from '@open-wc/testing';
import {
  asFromAPhone,
  CAMERA,
  colourAt,
  noise,
  picture,
  PLACE,
  redAndBlue,
  segmentsOf,
  textOf,
} from '../../../test/browser/photos.ts';
import { MAX_BYTES, MAX_SIDE, shrink } from './shrink.ts';

const sizeOf = async (blob: Blob): Promise<[number, number]> => {
  const { width, height } = await createImageBitmap(blob);
  return [width, height];
};

const [RED, BLUE] = ['256 0 0', '0 0 256'];

describe('a photo as it leaves the device', () => {
  it('carries no place, no time, no name of a camera', async () => {
    const taken = await asFromAPhone(await redAndBlue(800, 600));
    // The photo that we made has it all.
    const before = await textOf(taken);
    for (const trace of [CAMERA, PLACE, 'Exif', 'adobe']) expect(before, trace).to.contain(trace);
    expect(await segmentsOf(taken)).to.include.members([0xe1, 0xfe]);

    const small = await shrink(taken);
    const after = await textOf(small);
    for (const trace of [CAMERA, PLACE, 'Exif', 'adobe', 'GPS'])
      expect(after, trace).not.to.contain(trace);
    // Of what may stand beside the picture, only JFIF's own (APP0) and the colours of sRGB (APP2).
    const beside = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    expect([0xe0, 0xe2]).to.include.members((await segmentsOf(small)).filter(beside));
  });

  it('held sideways, comes upright', async () => {
    const taken = await asFromAPhone(await redAndBlue(800, 600), 6);
    const small = await shrink(taken);
    expect(await sizeOf(small)).to.deep.equal([600, 800]);
    // A quarter turn to the right: what was left is now above.
    expect(await colourAt(small, 0.5, 0.25)).to.equal(RED);
    expect(await colourAt(small, 0.5, 0.75)).to.equal(BLUE);
  });

  it('held upside down, comes upright', async () => {
    const small = await shrink(await asFromAPhone(await redAndBlue(800, 600), 3));
    expect(await colourAt(small, 0.25, 0.5)).to.equal(BLUE);
  });

  it('of 12 megapixels full of detail is at most 1600 px and 400 kB', async () => {
    const taken = await noise(4000, 3000);
    expect(taken.size).to.be.greaterThan(3_000_000);
    const small = await shrink(taken);
    const [width, height] = await sizeOf(small);
    expect(Math.max(width, height)).to.be.at.most(MAX_SIDE);
    expect(small.size).to.be.at.most(MAX_BYTES);
    expect(Math.abs(width / height - 4 / 3)).to.be.below(0.01);
  }).timeout(30_000);

  it('of an ordinary wall keeps its 1600 px', async () => {
    expect(await sizeOf(await shrink(await redAndBlue(3200, 2400)))).to.deep.equal([1600, 1200]);
  });

  it('that is small already is not blown up', async () => {
    expect(await sizeOf(await shrink(await redAndBlue(320, 240)))).to.deep.equal([320, 240]);
  });

  it('that is very long and thin does not vanish', async () => {
    const [width, height] = await sizeOf(await shrink(await redAndBlue(8000, 4)));
    expect(width).to.equal(1600);
    expect(height).to.be.at.least(1);
  });

  it('a screenshot with holes in it gets white paper behind it', async () => {
    const screenshot = await picture(100, 100, () => undefined, 'image/png');
    const small = await shrink(screenshot);
    expect(small.type).to.equal('image/jpeg');
    expect(await colourAt(small, 0.5, 0.5)).to.equal('256 256 256');
  });

  const noPhoto: [string, Blob][] = [
    ['a text that is called a photo', new Blob(['Dit is een brief'], { type: 'image/jpeg' })],
    ['nothing at all', new Blob([], { type: 'image/jpeg' })],
    [
      'half a photo',
      new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])], { type: 'image/jpeg' }),
    ],
    [
      'a drawing with a script in it',
      new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'], {
        type: 'image/svg+xml',
      }),
    ],
  ];
  for (const [name, file] of noPhoto)
    it(`is not made of ${name}`, async () => {
      const outcome = await shrink(file).then(
        () => 'a photo',
        () => 'refused',
      );
      expect(outcome).to.equal('refused');
    });
});
