import { expect } from '@open-wc/testing';
import { heic, tileOf } from '../../../test/samples/heic.ts';
import type { HeicOptions, Tile } from '../../../test/samples/heic.ts';
import { Bytes } from './bytes.ts';
import { withoutTraces } from './heic.ts';
import { boxIn, readMeta, topBoxes } from './iso.ts';

const FIXTURES = new URL('../../../test/fixtures/photos/', import.meta.url);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (blob: Blob): Promise<string> =>
  new TextDecoder('latin1').decode(await blob.arrayBuffer());

/** What stands in a photo beside its picture; each can be found by a search. */
const BESIDE = {
  exif: utf8('MM\0*\0\0\0\x08\0\0CANARY-EXIF GPSLatitude'),
  xmp: '<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY-XMP</x:xmpmeta>',
  thumbnail: true,
  icc: utf8('CANARY-ICC Copyright'),
  description: 'CANARY-DESCRIPTION',
  name: 'CANARY-NAME',
  film: utf8('CANARY-FILM'),
  own: utf8('0123456789abcdefCANARY-OWN'),
} satisfies HeicOptions;
const TRACES = ['CANARY', 'Exif', 'GPS', 'adobe', 'rdf', 'mime', 'thmb', 'prof', 'uuid', 'mpvd'];

describe('a HEIC photo that this browser cannot open', () => {
  let tile: Tile;
  const bare = async (options: HeicOptions): Promise<Blob> =>
    withoutTraces(new Blob([heic(tile, options)]));
  /** How often the bytes of the picture itself are in it. */
  const pictures = (text: string): number =>
    text.split(new TextDecoder('latin1').decode(tile.data)).length - 1;

  before(async () => {
    const file = await fetch(new URL('tile.heic', FIXTURES));
    tile = tileOf(new Uint8Array(await file.arrayBuffer()));
  });

  const LAYOUTS: [what: string, options: HeicOptions, tiles: number][] = [
    ['in one piece', {}, 1],
    ['of many tiles, and turned', { columns: 3, rows: 2, turns: 3 }, 6],
  ];
  for (const [what, layout, tiles] of LAYOUTS) {
    it(`${what}, keeps its picture and nothing else`, async () => {
      const whole = await textOf(new Blob([heic(tile, { ...layout, ...BESIDE })]));
      for (const trace of TRACES) expect(whole, trace).to.contain(trace);
      expect(pictures(whole), 'with its thumbnail').to.equal(tiles + 1);

      const text = await textOf(await bare({ ...layout, ...BESIDE }));
      for (const trace of TRACES) expect(text, trace).not.to.contain(trace);
      expect(pictures(text)).to.equal(tiles);
    });

    it(`${what}, is byte for byte the same when there was nothing beside it`, async () => {
      const file = new Blob([heic(tile, layout)]);
      expect(await textOf(await withoutTraces(file))).to.equal(await textOf(file));
    });
  }

  it('has every byte of its picture where it says it is', async () => {
    const photo = await bare({ columns: 2, rows: 2, turns: 1, ...BESIDE });
    const meta = (await readMeta(new Bytes(photo)))!;
    const at = boxIn(meta, 'iloc')!;
    const text = await textOf(photo);
    for (let item = 0; item < 4; item += 1) {
      const entry = at.body + 8 + item * 16;
      const [from, length] = [meta.view.getUint32(entry + 8), meta.view.getUint32(entry + 12)];
      expect(pictures(text.slice(from, from + length)), `tile ${item + 1}`).to.equal(1);
    }
    const boxes = await topBoxes(new Bytes(photo));
    expect(boxes.map(({ type }) => type)).to.deep.equal(['ftyp', 'meta', 'free', 'mdat']);
    expect(boxes.at(-1)!.end, 'no byte behind its last box').to.equal(photo.size);
  });

  it('that a real encoder made, with what a real phone writes, keeps its picture only', async () => {
    const file = await (await fetch(new URL('kitchen.heic', FIXTURES))).blob();
    const before = await textOf(file);
    for (const trace of ['Canary', 'Exif', 'Brink 12', 'adobe', 'Berg'])
      expect(before, trace).to.contain(trace);
    const after = await textOf(await withoutTraces(file));
    for (const trace of ['Canary', 'Exif', 'Brink 12', 'adobe', 'Berg', 'http', 'thmb'])
      expect(after, trace).not.to.contain(trace);
    expect(after.length).to.be.below(before.length / 2);
  });

  it('is not read whole to be stripped', async () => {
    const film = new Uint8Array(8_000_000);
    const file = new Blob([heic(tile, { ...BESIDE, film })]);
    const { arrayBuffer } = Blob.prototype;
    let read = 0;
    Blob.prototype.arrayBuffer = function (this: Blob) {
      read += this.size;
      return arrayBuffer.call(this);
    };
    try {
      await withoutTraces(file);
    } finally {
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
    expect(read).to.be.below(1_000_000);
  });

  it('whose boxes do not fit into one another is refused, wherever it was cut', async () => {
    const file = new Blob([heic(tile, { columns: 2, rows: 2, ...BESIDE, film: undefined })]);
    const outcomes = new Set<string>();
    for (let end = 0; end < file.size; end += 7)
      outcomes.add(
        await withoutTraces(file.slice(0, end)).then(
          () => 'taken',
          () => 'refused',
        ),
      );
    expect([...outcomes]).to.deep.equal(['refused']);
  });
});
