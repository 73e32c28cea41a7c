import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import sharp from 'sharp';
import { isPlanted, samples, tracesIn } from '../../../test/samples/photos.ts';
import { eventually, report, upload } from '../test-data.ts';
import { startDesk } from '../testing.ts';

/** Photos as a phone took them, sent by somebody who left nothing out: what lies at the desk after. */

const desk = await startDesk();
after(() => desk.close());
const { db } = desk.desk.database;
const all = await samples();

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());

describe('at the desk', () => {
  test(`${all.length} samples come raw; what is no photo is refused`, async () => {
    assert.ok(all.filter(({ desk: outcome }) => outcome === 'taken').length >= 36);
    for (const sample of all) assert.ok(isPlanted(sample), `${sample.name} has its canary`);
    let [draft, photos]: [string, string[]] = [randomUUID(), []];
    const flush = async () => {
      if (photos.length) await report(desk, { photos }, { draft });
      [draft, photos] = [randomUUID(), []];
    };
    for (const { name, bytes, desk: outcome } of all) {
      const sent = await upload(desk, bytes, { draft }).catch(() => undefined);
      assert.equal(sent ? 'taken' : 'refused', outcome === 'taken' ? 'taken' : 'refused', name);
      if (sent && photos.push(sent.photo) === 5) await flush();
    }
    await flush();
    await eventually(async () => {
      const rows = await db.selectFrom('attachment').select(['state', 'upload']).execute();
      return rows.every(({ state, upload: raw }) => raw === null && state === 'ready');
    });
  });

  test('every one lies there as a JPEG of its picture alone', async () => {
    const files = filesUnder(join(desk.dataDir, 'photos'));
    assert.equal(files.length, all.filter(({ desk: outcome }) => outcome === 'taken').length);
    for (const file of files) {
      const bytes = readFileSync(file);
      const { format, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      assert.deepEqual(
        [format, exif, xmp, iptc, icc, orientation],
        ['jpeg', ...Array<undefined>(5).fill(undefined)],
      );
      // In the picture's own data 0xff is never followed by this: a second one is a thumbnail.
      assert.equal(bytes.indexOf(Buffer.from([0xff, 0xd8]), 2), -1, 'one picture');
      assert.equal(bytes.readUInt16BE(bytes.length - 2), 0xffd9, 'and nothing behind it');
    }
  });

  test('no trace is left in any file of it, the database’s own among them', () => {
    const files = filesUnder(desk.dataDir);
    assert.deepEqual(
      files.filter((file) => file.includes('/uploads/')),
      [],
      'nothing raw',
    );
    for (const file of files) assert.deepEqual(tracesIn(readFileSync(file)), [], file);
    assert.equal(tracesIn(Buffer.from(desk.logged.join(''))).length, 0, 'nor in the log');
  });
});
