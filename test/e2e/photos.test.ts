import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { samples, tracesIn } from '../samples/photos.ts';
import type { Sample } from '../samples/photos.ts';
import { Tenant } from './tenant.ts';
import { wiretap } from './wiretap.ts';
import type { Wiretap } from './wiretap.ts';
import { openWorld } from './world.ts';
import type { Phone, World } from './world.ts';

/** What leaves a phone, byte for byte, of every kind of photo that there is. */

const NOT_TAKEN: Record<Exclude<Sample['browser'], 'taken'>, string> = {
  empty: 'Deze foto kunnen wij niet openen.',
  unreadable: 'Deze foto kunnen wij niet openen.',
  video: 'Een filmpje kunnen wij niet gebruiken.',
  'not-a-photo': 'Dit is geen foto.',
  'too-large': 'Deze foto is te groot.',
};

describe('photos on the wire', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keukentafel-samples-'));
  let world: World;
  let wire: Wiretap;
  let phone: Phone;
  let tenant: Tenant;
  let all: Sample[];
  before(async () => {
    [world, wire, all] = await Promise.all([openWorld(), wiretap(), samples()]);
    for (const { name, bytes } of all) writeFileSync(join(folder, name), bytes);
    phone = await world.phone({ proxy: { server: wire.server, bypass: '<-loopback>' } });
    tenant = new Tenant(phone.page);
    await tenant.visits(world.site);
    await tenant.reportsDrippingTap();
  });
  after(async () => {
    await phone.context.close();
    await wire.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const path = ({ name }: Sample) => join(folder, name);
  const photos = () => tenant.form.getByRole('listitem');
  const removesAll = async () => {
    for (let left = await photos().count(); left > 0; left -= 1) {
      await tenant.form
        .getByRole('button', { name: /^Foto \d weghalen$/ })
        .first()
        .click();
      await photos()
        .nth(left - 1)
        .waitFor({ state: 'detached' });
      // Two touches at one place at once are one: a trembling hand.
      await tenant.settles();
    }
  };

  it('each photo leaves without a trace of where, when, with what and by whom', async () => {
    const good = all.filter(({ browser }) => browser === 'taken');
    assert.ok(good.length >= 36, `${good.length}`);
    let sent = wire.sent().length;
    for (let from = 0; from < good.length; from += 5) {
      const five = good.slice(from, from + 5);
      await tenant.addsPhotos(...five.map(path));
      await tenant.photosAreSent(five.length);
      const more = wire.sent().subarray(sent);
      assert.ok(more.length > five.length * 500, 'they did leave');
      assert.deepEqual(tracesIn(more), [], five.map(({ name }) => name).join());
      sent += more.length;
      await removesAll();
    }
  });

  it('what is no photo does not leave at all, and each is told kindly what to do', async () => {
    const before = wire.sent().length;
    for (const sample of all) {
      if (sample.browser === 'taken') continue;
      await tenant.form.getByLabel(/Kies een foto/).setInputFiles(path(sample));
      await tenant.form.getByText(NOT_TAKEN[sample.browser]).waitFor();
      assert.equal(await photos().count(), 0, sample.name);
    }
    assert.equal(wire.sent().length, before, 'not a byte');
  });

  it('the sixth is refused kindly, and the first five are sent', async () => {
    const six = all.filter(({ name }) => name.startsWith('held-')).slice(0, 6);
    await tenant.addsPhotos(...six.slice(0, 4).map(path));
    await tenant.form.getByLabel(/Nog een foto kiezen/).setInputFiles(six.slice(4).map(path));
    await tenant.form.getByText("U kunt 5 foto's sturen.").waitFor();
    await tenant.photosAreSent(5);
    assert.equal(await photos().count(), 5);
    await tenant.form.getByText("U hebt 5 foto's. Meer is niet nodig.").waitFor();
    await removesAll();
  });

  it('12 and 100 megapixels become 1600 pixels and at most 400 kB', async () => {
    for (const [width, height] of [
      [4000, 3000],
      [11_600, 8700],
    ] as const) {
      const file = join(folder, `${width}.jpg`);
      const spots = await sharp({
        create: {
          width: 1000,
          height: 750,
          channels: 3,
          background: '#888',
          noise: { type: 'gaussian', mean: 128, sigma: 40 },
        },
      })
        .png()
        .toBuffer();
      await sharp(spots)
        .resize(width, height, { kernel: 'nearest' })
        .jpeg({ quality: 80 })
        .withExif({ IFD0: { Make: 'Kanarie-Brink-12' } })
        .toFile(file);
      const before = wire.sent().length;
      await tenant.addsPhotos(file);
      await tenant.photosAreSent(1);
      const photo = wire.sent().subarray(before);
      assert.ok(photo.length <= 401_000, `${photo.length} bytes`);
      assert.deepEqual(tracesIn(photo), []);
      const found = await sharp(photo.subarray(photo.indexOf(0xff))).metadata();
      assert.deepEqual([found.width, found.height], [1600, 1200]);
      await removesAll();
    }
  });

  it('and the security policy refused nothing of all this', () => {
    assert.deepEqual(phone.refused, []);
  });
});
