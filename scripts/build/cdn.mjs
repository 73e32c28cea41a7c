/** The browser's files: hashed modules that every association shares, and the list of who needs what. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT, foldersIn } from '../lib/files.mjs';
import { neededBy, textFilesOf } from '../lib/texts.mjs';
import { compress } from './compress.mjs';
import { kitManifest } from './kit-manifest.mjs';
import { small } from './small.mjs';
import { staticReach } from './static-reach.mjs';
import { TARGET } from './target.mjs';

const LIT = /node_modules\/(@lit\/|lit\/|lit-html\/|lit-element\/)/;
const ENTRY = join(ROOT, 'src/runtime/entry.ts');
const TEXT = /\/locales\/([a-z-]+)\/([a-z-]+)\.json$/;

const components = () =>
  foldersIn(join(ROOT, 'components')).filter((name) =>
    existsSync(join(ROOT, 'components', name, 'define.ts')),
  );
const defineOf = (name) => join(ROOT, 'components', name, 'define.ts');

/**
 * What every element stands on goes into one chunk; what is fetched by a late `import()` stays out of
 * it, and so does the triage, which only the repair form needs.
 */
function isRuntime(names) {
  const reached = staticReach([ENTRY, ...names.map(defineOf)]);
  return (id) =>
    LIT.test(id) ||
    (/\/src\/(runtime|contract|generated)\//.test(id) &&
      !id.includes('/contract/triage/') &&
      reached.has(id));
}

/**
 * The texts of a first screen come in one file a language. With more than one component, the files
 * that the same components need on their first screens go together.
 */
function textGroups(names) {
  const first = new Map(names.map((name) => [name, neededBy(ROOT, name).texts]));
  return textFilesOf(ROOT, 'nl').flatMap((file) => {
    const users = names.filter((name) => first.get(name).includes(file));
    return users.length ? [[file, users.length === names.length ? 'all' : users.join('-')]] : [];
  });
}

function groups(names) {
  const runtime = isRuntime(names);
  const textGroup = new Map(textGroups(names));
  const firstScreens = new Map(names.map((name) => [name, staticReach([defineOf(name)])]));
  return [
    {
      debugName: 'texts',
      name: (id) => {
        const [, language, file] = TEXT.exec(id) ?? [];
        const group = textGroup.get(file);
        if (!group) return undefined;
        return group === 'all' ? `texts-${language}` : `texts-${language}-${group}`;
      },
      priority: 20,
    },
    {
      debugName: 'runtime',
      name: (id) => (runtime(id) ? 'runtime' : undefined),
      priority: 10,
    },
    {
      // What the first screen of an element shows, in one file: not one for each module that a later
      // screen shows as well.
      debugName: 'component',
      name: (id) => names.find((name) => firstScreens.get(name).has(id)),
      priority: 5,
    },
  ];
}

/** A component's chunk is called after its folder, a later text after itself and its language. */
function chunkName({ name, facadeModuleId }) {
  const [, component] = /\/components\/([a-z-]+)\/define\.ts$/.exec(facadeModuleId ?? '') ?? [];
  const [, language, file] = TEXT.exec(facadeModuleId ?? '') ?? [];
  return `assets/${component ?? (language ? `${file}-${language}` : name)}-[hash].js`;
}

/**
 * Writes `folder`; without `src/runtime/entry.ts` it builds the components alone.
 * @returns what the bundler says of each file, for whoever wants to weigh it
 */
export default async function buildKit(folder) {
  const names = components();
  const hasEntry = existsSync(ENTRY);
  mkdirSync(folder, { recursive: true });
  if (!hasEntry && !names.length) return [];
  const result = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    plugins: small(),
    logLevel: 'warn',
    base: './',
    json: { namedExports: false, stringify: false },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: TARGET,
      // The association's entry starts everything in one turn: nothing is left to preload.
      modulePreload: false,
      rolldownOptions: {
        input: hasEntry ? { entry: ENTRY } : Object.fromEntries(names.map((n) => [n, defineOf(n)])),
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: chunkName,
          codeSplitting: { groups: groups(names) },
        },
      },
    },
  });
  const manifest = kitManifest(result.output, names);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  compress(folder);
  return result.output;
}
