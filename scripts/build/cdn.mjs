/** The browser's files: hashed modules that every association shares, and the list of who needs what. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../lib/files.mjs';
import { componentsIn, neededBy, SAFETY } from '../lib/texts.mjs';
import { compress } from './compress.mjs';
import { kitManifest } from './kit-manifest.mjs';
import { small } from './small.mjs';
import { staticReach } from '../lib/static-reach.mjs';
import { TARGET } from './target.mjs';

const ENTRY = join(ROOT, 'src/runtime/entry.ts');
/** A file of texts, or the part of it that the first screen says, or the rest. */
const TEXT = /\/(locales|first|rest)\/([a-z0-9-]+)\/([a-z-]+)\.json$/;

const defineOf = (name) => join(ROOT, 'components', name, 'define.ts');

/**
 * What every element stands on goes into one chunk; what is fetched by a late `import()` stays out of
 * it, and so does the triage, which only the repair form needs.
 */
function isRuntime(names) {
  const reached = staticReach([ENTRY, ...names.map(defineOf)]);
  return (id) =>
    /\/src\/(runtime|contract|generated)\//.test(id) &&
    !id.includes('/contract/triage/') &&
    reached.has(id);
}

/**
 * The texts of a first screen come in one file a language, and those of the screens after it in
 * another. With more than one component, the files that the same components need go together. What is
 * also shown beside every other language is a file of its own.
 */
function textGroups(names) {
  const needed = names.map((name) => ({ name, ...neededBy(ROOT, name) }));
  const suffix = (users) => (users.length === names.length ? '' : `-${users.join('-')}`);
  const groupOf = (when, file, chunk) => {
    const users = needed.filter((each) => each[when].includes(file)).map(({ name }) => name);
    return users.length ? `${chunk}${suffix(users)}` : undefined;
  };
  return (part, language, file) =>
    groupOf('texts', file, `${part === 'rest' ? 'more' : 'texts'}-${language}`) ??
    groupOf('later', file, `${SAFETY.includes(file) ? file : 'more'}-${language}`);
}

function groups(names) {
  const runtime = isRuntime(names);
  const textGroup = textGroups(names);
  const firstScreens = new Map(names.map((name) => [name, staticReach([defineOf(name)])]));
  return [
    {
      debugName: 'texts',
      name: (id) => {
        const [, part, language, file] = TEXT.exec(id) ?? [];
        return file && textGroup(part, language, file);
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
  const [, , language, file] = TEXT.exec(facadeModuleId ?? '') ?? [];
  return `assets/${component ?? (language ? `${file}-${language}` : name)}-[hash].js`;
}

/**
 * Writes `folder`; without `src/runtime/entry.ts` it builds the components alone.
 * @returns what the bundler says of each file, for whoever wants to weigh it
 */
export default async function buildKit(folder) {
  const names = componentsIn(ROOT);
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
