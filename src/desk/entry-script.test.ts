import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { entryScript } from './entry-script.ts';
import { readProfiles } from './profiles.ts';
import { publicProfile } from './public-profile.ts';
import { projectRoot } from './root.ts';

const [profile] = readProfiles(join(projectRoot(), 'profiles')).values();
assert.ok(profile);
const manifest = {
  entry: 'assets/entry-a.js',
  entryFiles: ['assets/entry-a.js', 'assets/runtime-b.js'],
  components: {
    'kt-repair-form': {
      files: ['assets/repair-form-c.js'],
      texts: { nl: ['assets/nl.js'], ar: ['assets/ar.js'], xx: ['assets/xx.js'] },
    },
  },
};

/** Runs the script in a page that has these tags, and tells what it asked for. Some files do not come. */
async function run(name: string, page: Record<string, string>, lost: readonly string[] = []) {
  const source = entryScript(
    publicProfile({ ...profile!, name }, Date.UTC(2026, 10, 23, 9)),
    manifest,
    'https://desk.example',
  );
  const imported: string[] = [];
  const started: unknown[][] = [];
  const document = {
    querySelector: (tag: string) => (tag in page ? { closest: () => ({ lang: page[tag] }) } : null),
  };
  const load = async (url: string) => {
    imported.push(url);
    if (lost.some((each) => url.endsWith(each))) throw new TypeError('the line is gone');
    return { start: (...args: unknown[]) => started.push(args) };
  };
  const body = source.replaceAll('import(', 'load(');
  const running = new Function('document', 'load', `return (async () => {${body}})()`)(
    document,
    load,
  );
  const atOnce = [...imported];
  await running;
  return { source, imported, atOnce, started };
}

test('asks for everything that the tags on the page need, before it waits for anything', async () => {
  const { atOnce } = await run('De Linde', { 'kt-repair-form': 'ar' });
  assert.deepEqual(atOnce, [
    'https://desk.example/assets/entry-a.js',
    'https://desk.example/assets/runtime-b.js',
    'https://desk.example/assets/repair-form-c.js',
    'https://desk.example/assets/ar.js',
    // Waited for: the browser has it under way already.
    'https://desk.example/assets/entry-a.js',
  ]);
});

test('a page in a language that is not offered gets Dutch, a page without tags only the entry', async () => {
  assert.ok(
    (await run('De Linde', { 'kt-repair-form': 'xx' })).imported.includes(
      'https://desk.example/assets/nl.js',
    ),
  );
  assert.equal(new Set((await run('De Linde', {})).imported).size, 2);
});

test('starts without what a poor line lost: the elements ask for it again', async () => {
  const { started } = await run('De Linde', { 'kt-repair-form': 'nl' }, ['nl.js']);
  assert.equal(started.length, 1);
});

test('a name with a script in it stays a name', async () => {
  const name = '</script><script>alert(1)//\u2028<!--';
  const { source, started } = await run(name, {});
  assert.ok(
    !/[<>\u2028]/.test(source.replace(/=>/g, '').replace('? texts', '')),
    'no angle bracket from the profile',
  );
  assert.equal((started[0]?.[0] as { name: string }).name, name);
  assert.equal(started[0]?.[1], 'https://desk.example');
});
