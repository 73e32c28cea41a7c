/**
 * Writes `src/generated/` from the folders: text loaders and text keys, pictograms, components.
 * Nothing in it is ever listed by hand. A file that would not change is left alone, so that it may run
 * before every command.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, foldersIn, fromRoot, readJson, walk, writeIfChanged } from './lib/files.mjs';
import { saidFirst } from './lib/first-texts.mjs';
import { roundPath } from './lib/round-path.mjs';
import { reviewedIn } from './lib/reviewed.mjs';
import {
  componentsIn,
  inTwoParts,
  neededBy,
  restOf,
  SAFETY,
  textFilesOf,
  waysIn,
  wayTextsIn,
} from './lib/texts.mjs';

const HEAD = '// Made by scripts/generate.mjs from the folders. Not kept in git.\n';
const PICTOGRAMS = 'node_modules/@material-symbols/svg-400/rounded';
const PICTOGRAM_IMPORT = /generated\/pictograms\/([a-z0-9_-]+)\.ts['"]/g;
/** The language in which the texts are written first; it also stands first in the list. */
const SOURCE = 'nl';
/** Read by the desk and the console from disk or by a plain import: the kit never loads these. */
const NOT_IN_THE_KIT = new Set(['desk', 'console', 'outward', 'duty', 'recognition']);

/** Built into the runtime: the way to a person needs no file in the language it was written in. */
const BUILT_IN = 'frame';

const quote = (text) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
const isSource = (path) => path.endsWith('.ts') && !path.endsWith('.d.ts');

const found = (paths, pattern) =>
  new Set(
    paths.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(pattern)].map((m) => m[1])),
  );

/** The `d` of the one path of a Material Symbol, viewBox "0 -960 960 960". */
function pictogram(root, name) {
  const path = join(root, PICTOGRAMS, `${name}.svg`);
  if (!existsSync(path))
    throw new Error(
      `There is no pictogram "${name}" in Material Symbols (fonts.google.com/icons).`,
    );
  const shapes = [...readFileSync(path, 'utf8').matchAll(/<path d="([^"]+)"/g)].map((m) => m[1]);
  if (!shapes.length) throw new Error(`The pictogram "${name}" holds no path.`);
  return shapes.map(roundPath).join('');
}

/** The names that the triage tree uses: asked of the data itself, however it is written down. */
async function namesInTree(root) {
  const path = join(root, 'src/contract/triage/tree.ts');
  if (!existsSync(path)) return [];
  const { tsImport } = await import('tsx/esm/api');
  const { rooms, items, problems } = await tsImport(path, import.meta.url);
  return [...new Set([...rooms, ...items, ...problems].map((each) => each.pictogram))].sort();
}

async function pictograms(root) {
  const sources = [join(root, 'components'), join(root, 'src'), join(root, 'stories')]
    .flatMap((folder) => walk(folder, isSource))
    .filter((path) => !fromRoot(path, root).startsWith('src/generated/'));
  const files = new Map();
  for (const name of found(sources, PICTOGRAM_IMPORT))
    files.set(`pictograms/${name}.ts`, `${HEAD}export default ${quote(pictogram(root, name))};\n`);
  const inTree = await namesInTree(root);
  files.set(
    'triage-pictograms.ts',
    `${HEAD}export const triagePictograms: Readonly<Record<string, string>> = {\n` +
      inTree.map((name) => `  ${quote(name)}: ${quote(pictogram(root, name))},\n`).join('') +
      '};\n',
  );
  return files;
}

/** Dutch first, and after it the easier Dutch. */
const languagesIn = (root) =>
  foldersIn(join(root, 'locales')).sort(
    (a, b) => Number(b.startsWith(SOURCE)) - Number(a.startsWith(SOURCE)) || (a < b ? -1 : 1),
  );

const union = (values) => (values.length ? values.map(quote).join(' | ') : 'never');

const textsIn = (root, language, file) => {
  const path = join(root, 'locales', language, `${file}.json`);
  return existsSync(path) ? readJson(path) : {};
};

/** Each file that comes in two parts, cut: `first/<lang>/<file>.json` and `rest/<lang>/<file>.json`. */
function parts(root, languages) {
  const files = new Map();
  const users = componentsIn(root).map((name) => ({
    files: neededBy(root, name).texts,
    says: saidFirst(root, name),
  }));
  for (const file of inTwoParts(root)) {
    const says = users.filter((each) => each.files.includes(file)).map((each) => each.says);
    const isFirst = ([key]) => says.some((said) => said(`${file}:${key}`));
    for (const language of languages) {
      const all = Object.entries(textsIn(root, language, file));
      const first = all.filter(isFirst);
      const rest = all.filter((entry) => !isFirst(entry));
      for (const [part, texts] of Object.entries({ first, rest }))
        files.set(`${part}/${language}/${file}.json`, JSON.stringify(Object.fromEntries(texts)));
    }
  }
  return files;
}

function loadersOf(root, language, loaded) {
  const cut = inTwoParts(root);
  const at = (name, path) => `    ${quote(name)}: () => import('${path}'),\n`;
  return loaded
    .flatMap((name) => {
      if (!cut.includes(name)) return [at(name, `../../locales/${language}/${name}.json`)];
      return [
        language === SOURCE && name === BUILT_IN
          ? `    ${quote(name)}: () => Promise.resolve({ default: frameInDutch }),\n`
          : at(name, `./first/${language}/${name}.json`),
        at(restOf(name), `./rest/${language}/${name}.json`),
      ];
    })
    .join('');
}

function texts(root) {
  const languages = languagesIn(root);
  const names = textFilesOf(root, SOURCE);
  const loaded = names.filter((name) => !NOT_IN_THE_KIT.has(name));
  const cut = parts(root, languages);
  const keys = names.flatMap((name) =>
    Object.keys(textsIn(root, SOURCE, name)).map(
      (key) => `${name}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`,
    ),
  );
  const reviewed = languages
    .map((language) => [language, reviewedIn(root, language, SAFETY)])
    .filter(([, found]) => found.length);
  const fileNames = [...loaded, ...inTwoParts(root).map(restOf)];
  return new Map([
    ...cut,
    [
      'languages.ts',
      `${HEAD}export const languages = [${languages.map(quote).join(', ')}] as const;\n\n` +
        '/** Safety texts that a speaker of the language has read, as they are now. */\n' +
        `export const reviewed = ${JSON.stringify(Object.fromEntries(reviewed))};\n\n` +
        '/** Files of which the first screen has a part; the rest is "frame+". */\n' +
        `export const inTwoParts: readonly string[] = ${JSON.stringify(inTwoParts(root))};\n\n` +
        '/** Files that the ways to a person need on whatever element. */\n' +
        `export const wayTexts: readonly string[] = ${JSON.stringify(wayTextsIn(root))};\n`,
    ],
    [
      'texts.ts',
      // Bundlers and the test server read JSON by a plain import(); the attribute that Node asks for
      // is refused by a browser to which the JSON comes as a module.
      `// @ts-nocheck\n${HEAD}import { frameInDutch } from './frame-in-dutch.ts';\n\n` +
        `export type Lang = ${union(languages)};\n` +
        `export type FileName = ${union(fileNames)};\n` +
        'export const loaders: Readonly<\n' +
        '  Record<Lang, Readonly<Record<FileName, () => Promise<{ default: Record<string, string> }>>>>\n' +
        '> = {\n' +
        languages
          .map((language) => `  ${quote(language)}: {\n${loadersOf(root, language, loaded)}  },\n`)
          .join('') +
        '};\n',
    ],
    [
      // What the frame says first, in Dutch, is part of the runtime: the way to a person needs no file.
      'frame-in-dutch.ts',
      `${HEAD}export const frameInDutch: Readonly<Record<string, string>> = ` +
        `${cut.get(`first/${SOURCE}/${BUILT_IN}.json`) ?? '{}'};\n`,
    ],
    [
      'text-keys.ts',
      `${HEAD}export type TextKey =\n` +
        (keys.length
          ? [...new Set(keys)].map((key) => `  | ${quote(key)}`).join('\n')
          : '  never') +
        ';\n',
    ],
  ]);
}

function components(root) {
  const tags = componentsIn(root);
  const list = (values) => `[${values.map(quote).join(', ')}]`;
  return new Map([
    [
      'components.ts',
      `${HEAD}import type { FileName } from './texts.ts';\n\n` +
        '/**\n * `texts` are those of the first screen, to be fetched at once; `later` those that only the\n' +
        ' * screens after it ask for.\n */\n' +
        'export interface Component {\n' +
        '  define: () => Promise<void>;\n' +
        '  texts: readonly FileName[];\n' +
        '  later: readonly FileName[];\n' +
        '}\n\n' +
        `export type Tag = ${tags.map((name) => quote(`kt-${name}`)).join(' | ') || 'never'};\n\n` +
        'export const components: Readonly<Record<Tag, Component>> = {\n' +
        tags
          .map((name) => {
            const { texts: first, later } = neededBy(root, name);
            return (
              `  ${quote(`kt-${name}`)}: {\n` +
              `    define: async () => void (await import('../../components/${name}/define.ts')),\n` +
              `    texts: ${list(first)},\n` +
              `    later: ${list(later)},\n` +
              '  },\n'
            );
          })
          .join('') +
        '};\n',
    ],
  ]);
}

/** The journeys that are ways to a person, by folder: each comes when it is asked for. */
const speakWays = (root) =>
  new Map([
    [
      'speak-ways.ts',
      `${HEAD}import type { Way } from '../runtime/speak/way.ts';\n\n` +
        'export const speakWays: Readonly<Record<string, () => Promise<{ way: Way }>>> = {\n' +
        waysIn(root)
          .map((name) => `  ${quote(name)}: () => import('../../components/${name}/as-way.ts'),\n`)
          .join('') +
        '};\n',
    ],
  ]);

/** @throws with one sentence when a pictogram or a language file cannot be read */
export async function generate(root = ROOT) {
  const target = join(root, 'src/generated');
  const files = new Map([
    ...texts(root),
    ...(await pictograms(root)),
    ...components(root),
    ...speakWays(root),
  ]);
  for (const path of walk(target)) if (!files.has(fromRoot(path, target))) rmSync(path);
  let written = 0;
  for (const [name, text] of files) if (writeIfChanged(join(target, name), text)) written += 1;
  return { files: files.size, written };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await generate();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
