import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { folderDrop } from './folder.ts';
import type { OutwardReport } from './outward-report.ts';
import type { Outgoing } from './port.ts';
import { Undelivered } from './undelivered.ts';

const root = mkdtempSync(join(tmpdir(), 'drop-'));
after(() => rmSync(root, { recursive: true }));
let folder = '';
let made = 0;
beforeEach(() => {
  folder = join(root, String(++made));
  mkdirSync(folder);
});

const photo = (name: string, content = 'jpeg') => ({
  name,
  kind: 'photo' as const,
  type: 'image/jpeg',
  content: Buffer.from(content),
  sha256: '',
  eraseAt: new Date(0),
});
const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  delivery: '01900000-0000-7000-8000-000000000001',
  first: true,
  now: 0,
  report: { id: 'report-1', reference: 'K7M4-P2XR-9' } as OutwardReport,
  attachments: [photo('foto-1.jpg'), photo('foto-2.jpg', 'other')],
  ...more,
});
const drop = (more?: Partial<Outgoing>) => folderDrop(folder, false).deliver(outgoing(more));
const failure = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  assert.ok(error instanceof Undelivered, String(error));
  return error.code;
};

describe('a report dropped in a folder', () => {
  test('is a folder of its own with everything in it, and nothing beside it', async () => {
    await drop();
    assert.deepEqual(readdirSync(folder), ['K7M4-P2XR-9']);
    const inside = join(folder, 'K7M4-P2XR-9');
    assert.deepEqual(readdirSync(inside).sort(), [
      'foto-1.jpg',
      'foto-2.jpg',
      'ready',
      'report.json',
    ]);
    assert.equal(readFileSync(join(inside, 'foto-2.jpg'), 'utf8'), 'other');
    assert.deepEqual(JSON.parse(readFileSync(join(inside, 'report.json'), 'utf8')), {
      id: 'report-1',
      reference: 'K7M4-P2XR-9',
    });
  });

  test('dropped again it is there once, as it was', async () => {
    await drop();
    writeFileSync(join(folder, 'K7M4-P2XR-9', 'seen-by-them'), '');
    await drop({ first: false });
    assert.deepEqual(readdirSync(folder), ['K7M4-P2XR-9']);
    assert.ok(existsSync(join(folder, 'K7M4-P2XR-9', 'seen-by-them')));
  });

  test('an attempt that was cut off leaves nothing behind in the next', async () => {
    const half = join(folder, `.${outgoing().delivery}`);
    mkdirSync(half);
    writeFileSync(join(half, 'foto-9.jpg'), 'half');
    await drop();
    assert.deepEqual(readdirSync(folder), ['K7M4-P2XR-9']);
    assert.ok(!existsSync(join(folder, 'K7M4-P2XR-9', 'foto-9.jpg')));
  });

  test('is never seen half: it stands under another name until the last byte', async () => {
    const wrong = drop({ attachments: [photo('foto-1.jpg'), photo('../evil.jpg')] });
    await assert.rejects(wrong, /Not a name/);
    assert.deepEqual(readdirSync(folder), []);
    assert.ok(!existsSync(join(root, 'evil.jpg')));
  });

  test('never lands on a folder of somebody else’s making', async () => {
    mkdirSync(join(folder, 'K7M4-P2XR-9'));
    writeFileSync(join(folder, 'K7M4-P2XR-9', 'theirs'), '');
    await assert.rejects(drop());
    assert.deepEqual(readdirSync(folder), ['K7M4-P2XR-9']);
    assert.deepEqual(readdirSync(join(folder, 'K7M4-P2XR-9')), ['theirs']);
  });
});

describe('a folder that cannot be used', () => {
  test('that is not there is not made: it may be a disk that is not mounted', async () => {
    folder = join(folder, 'not-mounted');
    assert.equal(await failure(drop()), 'no-folder');
    assert.ok(!existsSync(folder));
    await folderDrop(folder, true).deliver(outgoing());
    assert.deepEqual(readdirSync(folder), ['K7M4-P2XR-9']);
  });

  test('that is a file is no folder', async () => {
    folder = join(folder, 'file');
    writeFileSync(folder, '');
    assert.equal(await failure(drop()), 'no-folder');
  });

  test('whose disk fills up halfway says so, and leaves nothing', async () => {
    // What the system throws at a write; a disk that is really full takes a mount of its own.
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const second = Object.defineProperty(photo('foto-2.jpg'), 'content', {
      get: () => {
        throw full;
      },
    });
    const attachments = [photo('foto-1.jpg'), second];
    assert.equal(await failure(drop({ attachments })), 'disk-full');
    assert.deepEqual(readdirSync(folder), []);
  });
});
