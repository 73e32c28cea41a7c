import { expect } from '@open-wc/testing';
import {
  mendAll,
  withClockOff,
  withFullDisk,
  withoutCryptography,
  withoutDatabase,
  withoutWaiting,
  withSilentDatabase,
  withStumblingDatabase,
} from '../../../test/browser/broken.ts';
import { onDisk } from '../../../test/browser/disk.ts';
import { uuid } from '../ids.ts';
import { DAY } from './tab.ts';
import { durable } from './durable.ts';
import { loadBytes, loadJson, remove, saveBytes, saveJson, tidy } from './vault.ts';

afterEach(mendAll);

const TYPED = 'Mevrouw Berg, 9401 AB 12, 06 12 34 56 78';

const contains = (bytes: ArrayBuffer, text: string): boolean =>
  new TextDecoder('latin1').decode(bytes).includes(text);

describe('the vault', () => {
  beforeEach(() => sessionStorage.clear());

  it('gives back what was put in', async () => {
    const id = uuid();
    await saveJson('draft', id, { name: TYPED });
    await saveBytes('photo', id, new Uint8Array([1, 2, 3]).buffer);
    expect(await loadJson('draft', id)).to.deep.equal({ name: TYPED });
    expect([...new Uint8Array((await loadBytes('photo', id))!)]).to.deep.equal([1, 2, 3]);
  });

  it('leaves nothing readable on the disk', async () => {
    const id = uuid();
    await saveJson('draft', id, { name: TYPED });
    const { data } = (await onDisk())[`draft/${id}`]!;
    expect(data.byteLength).to.be.greaterThan(TYPED.length);
    for (const word of ['Berg', '9401', 'name', '06 12'])
      expect(contains(data, word), word).to.equal(false);
  });

  it('never writes the same words the same way twice', async () => {
    const [one, other] = [uuid(), uuid()];
    await saveJson('draft', one, TYPED);
    await saveJson('draft', other, TYPED);
    const disk = await onDisk();
    const hex = (id: string) => [...new Uint8Array(disk[`draft/${id}`]!.data)].join();
    expect(hex(one)).not.to.equal(hex(other));
  });

  it('opens for this tab only: a closed tab takes the key with it', async () => {
    const id = uuid();
    await saveJson('draft', id, TYPED);
    sessionStorage.clear();
    expect(await loadJson('draft', id)).to.equal(undefined);
  });

  it('forgets what it is told to', async () => {
    const id = uuid();
    await saveJson('draft', id, TYPED);
    await remove('draft', id);
    expect(await loadJson('draft', id)).to.equal(undefined);
    expect(Object.keys(await onDisk())).not.to.include(`draft/${id}`);
  });

  it('deletes after a day what anybody left on this device', async () => {
    const [old, fresh] = [uuid(), uuid()];
    const mend = withClockOff(-DAY - 1000);
    await saveJson('draft', old, TYPED);
    mend();
    sessionStorage.clear();
    await saveJson('draft', fresh, TYPED);
    await tidy();
    const names = Object.keys(await onDisk());
    expect(names).not.to.include(`draft/${old}`);
    expect(names).to.include(`draft/${fresh}`);
  });

  it('deletes what a clock wrote that was a year ahead', async () => {
    const id = uuid();
    const mend = withClockOff(365 * DAY);
    await saveJson('draft', id, TYPED);
    mend();
    await tidy();
    expect(Object.keys(await onDisk())).not.to.include(`draft/${id}`);
  });

  it('works on a device whose clock stays a year behind', async () => {
    const mend = withClockOff(-365 * DAY);
    const id = uuid();
    await saveJson('draft', id, TYPED);
    await tidy();
    expect(await loadJson('draft', id)).to.equal(TYPED);
    mend();
  });
});

describe('a browser that keeps nothing', () => {
  const ways = { withoutDatabase, withFullDisk, withoutCryptography };
  for (const [name, broken] of Object.entries(ways))
    it(`${name}: holds it as long as the page is open, and says so`, async () => {
      const id = uuid();
      const mend = broken();
      await saveJson('draft', id, TYPED);
      expect(await loadJson('draft', id)).to.equal(TYPED);
      expect(durable()).to.equal(false);
      await remove('draft', id);
      expect(await loadJson('draft', id).catch(() => undefined)).to.equal(undefined);
      mend();
      expect(durable()).to.equal(true);
    });

  it('and keeps again what it wrote before the disk was full', async () => {
    const [before, after] = [uuid(), uuid()];
    await saveJson('draft', before, TYPED);
    const mend = withFullDisk();
    await saveJson('draft', after, TYPED);
    expect(await loadJson('draft', before)).to.equal(TYPED);
    mend();
    await saveJson('draft', after, TYPED);
    expect(durable()).to.equal(true);
  });

  it('that lost its connection in the background reads and writes on a new one', async () => {
    const id = uuid();
    await saveJson('draft', id, TYPED);
    const mend = withStumblingDatabase(1);
    expect(await loadJson('draft', id)).to.equal(TYPED);
    mend();
    const again = withStumblingDatabase(1);
    await saveJson('draft', id, 'newer');
    again();
    expect(await loadJson('draft', id)).to.equal('newer');
    expect(durable()).to.equal(true);
  });

  it('and does not answer either: nobody waits for it for ever, and it may keep things again', async () => {
    const id = uuid();
    const [mend, wait] = [withSilentDatabase(), withoutWaiting()];
    await saveJson('draft', id, TYPED);
    expect(durable()).to.equal(false);
    expect(await loadJson('draft', id)).to.equal(TYPED);
    await remove('draft', uuid());
    wait();
    mend();
    await saveJson('draft', id, 'newer');
    expect(durable()).to.equal(true);
    expect(await loadJson('draft', id)).to.equal('newer');
  });

  it('says that it could not look, instead of "there is nothing"', async () => {
    const id = uuid();
    await saveBytes('photo', id, new ArrayBuffer(4));
    const mend = withoutDatabase();
    const looked = await loadBytes('photo', id).then(
      () => 'looked',
      () => 'could not',
    );
    mend();
    expect(looked).to.equal('could not');
    expect((await loadBytes('photo', id))?.byteLength).to.equal(4);
  });
});
