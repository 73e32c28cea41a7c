/** `npm run create appointment-picker`: the skeleton of a component, its story and its language files. */
import './lib/check-node.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, foldersIn, walk, writeIfChanged } from './lib/files.mjs';
import { Refusal, main, say } from './lib/say.mjs';

const SKELETON = join(ROOT, 'scripts/skeleton');

const words = (name) => name.split('-');
const capital = (word) => word[0].toUpperCase() + word.slice(1);

function filled(text, name) {
  const pascal = words(name).map(capital).join('');
  return text
    .replaceAll('__name__', name)
    .replaceAll('__Name__', pascal)
    .replaceAll('__camel__', pascal[0].toLowerCase() + pascal.slice(1))
    .replaceAll('__Sentence__', capital(words(name).join(' ')));
}

/** Where each file of the skeleton goes, and what stands in it. */
function filesOf(name, root) {
  const component = walk(join(SKELETON, 'component')).map((path) => {
    const target = filled(relative(join(SKELETON, 'component'), path).replace(/\.tpl$/, ''), name);
    return [join('components', name, target), path];
  });
  const locales = foldersIn(join(root, 'locales')).map((language) => {
    const path = join(SKELETON, 'locales', `${language}.json`);
    if (!existsSync(path))
      throw new Refusal(
        `The skeleton has no texts in "${language}": add scripts/skeleton/locales/${language}.json.`,
      );
    return [join('locales', language, `${name}.json`), path];
  });
  const story = [join('stories', `${name}.stories.ts`), join(SKELETON, 'stories.ts.tpl')];
  return [...component, ...locales, story];
}

/**
 * @param {string} name of the folder and, after "kt-", of the tag
 * @returns {Promise<string[]>} the files it wrote, from the root
 * @throws {Refusal} when the name is no tag's, or is taken
 */
export async function create(name, root = ROOT) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? ''))
    throw new Refusal('Give a name in small letters, such as: npm run create appointment-picker');
  if (existsSync(join(root, 'components', name)))
    throw new Refusal(`There is a component "${name}" already.`);
  const { format, resolveConfig } = await import('prettier');
  const options = await resolveConfig(join(ROOT, 'package.json'));
  const written = [];
  for (const [target, path] of filesOf(name, root)) {
    const text = filled(readFileSync(path, 'utf8'), name);
    writeIfChanged(join(root, target), await format(text, { ...options, filepath: target }));
    written.push(target);
  }
  const { generate } = await import('./generate.mjs');
  await generate(root);
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => {
    const written = await create(process.argv[2]);
    say(written.map((path) => `  ${path}`).join('\n'));
    say('Next: say in questions.ts what it asks, and look at it with npm run storybook.');
  });
