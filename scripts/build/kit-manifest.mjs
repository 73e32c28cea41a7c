import { basename, join } from 'node:path';
import { ROOT, foldersIn } from '../lib/files.mjs';
import { inTwoParts, neededBy, SAFETY } from '../lib/texts.mjs';

/**
 * Who needs which file, so that the association's entry can ask for all of them in one turn:
 * `entry`, its static imports (`entryFiles`, itself first), and for each tag its code and, per
 * language, the texts of its first screen and those of later ones.
 * @param {readonly { type: string, fileName: string, imports?: string[], moduleIds?: string[] }[]} output of the bundler
 * @param {readonly string[]} names of the component folders
 */
export function kitManifest(output, names) {
  const chunks = new Map(
    output.filter((each) => each.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const holding = (module) =>
    [...chunks.values()].find((chunk) => chunk.moduleIds.includes(join(ROOT, module)))?.fileName;
  const withImports = (file, seen = new Set()) => {
    if (!file || seen.has(file)) return seen;
    seen.add(file);
    const { imports = [], code = '' } = chunks.get(file) ?? {};
    // An import that was inlined since is still listed.
    for (const next of imports.filter((each) => code.includes(basename(each))))
      withImports(next, seen);
    return seen;
  };
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
  const cut = inTwoParts(ROOT);
  const pathOf = (part, language, file) =>
    cut.includes(file)
      ? `src/generated/${part}/${language}/${file}.json`
      : `locales/${language}/${file}.json`;
  /** By language: its own, and of what a life may hang on the Dutch. */
  const textsOf = (part, files) =>
    Object.fromEntries(
      foldersIn(join(ROOT, 'locales')).map((language) => {
        const dutch = language.startsWith('nl')
          ? []
          : files.filter((file) => SAFETY.includes(file));
        const modules = [
          ...files.map((file) => pathOf(part, language, file)),
          ...dutch.map((file) => pathOf(part, 'nl', file)),
        ];
        return [language, [...new Set(modules.map(holding).filter(Boolean))]];
      }),
    );
  return {
    entry: entry?.fileName,
    entryFiles: [...withImports(entry?.fileName)],
    components: Object.fromEntries(
      names.map((name) => {
        const { texts, later } = neededBy(ROOT, name);
        return [
          `kt-${name}`,
          {
            files: [...withImports(holding(`components/${name}/define.ts`))],
            texts: textsOf('first', texts),
            later: textsOf('rest', [...texts.filter((file) => cut.includes(file)), ...later]),
          },
        ];
      }),
    ),
  };
}
