import type { PublicProfile } from '../contract/profile.ts';
import type { KitManifest } from './kit-manifest.ts';

/** JSON that may stand anywhere in a script, also in one that somebody copies into a page. */
const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The association's own script, `/<association>/keukentafel.js`. It asks for all that the tags on the
 * page need before it waits for anything: entry, component, runtime and texts leave in one turn. By
 * `import()`, which every browser with modules has: `modulepreload` came with Safari 17 and Firefox
 * 115, and the phones before those would wait two turns more. An element that is defined before the
 * kit is configured waits for it; what does not come is asked for again by whoever needs it.
 *
 * @param deskOrigin without a slash at the end
 */
export function entryScript(
  profile: PublicProfile,
  manifest: KitManifest,
  deskOrigin: string,
): string {
  const components = Object.fromEntries(
    Object.entries(manifest.components).map(([tag, { files, texts }]) => [
      tag,
      {
        files,
        texts: Object.fromEntries(profile.languages.map((each) => [each, texts[each] ?? []])),
      },
    ]),
  );
  return `const desk = ${inScript(deskOrigin)};
const components = ${inScript(components)};
const needed = new Set(${inScript(manifest.entryFiles)});
for (const [tag, { files, texts }] of Object.entries(components)) {
  const element = document.querySelector(tag);
  if (!element) continue;
  const language = element.closest('[lang]')?.lang;
  for (const file of [...files, ...(texts[language] ?? texts[language?.split('-')[0]] ?? texts.nl)]) needed.add(file);
}
for (const file of needed) import(desk + '/' + file).catch(() => {});
const { start } = await import(desk + ${inScript(`/${manifest.entry}`)});
start(${inScript(profile)}, desk);
`;
}
