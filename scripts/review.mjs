/**
 * `npm run review -- ar danger: "F. Haddad"`: writes down that this person has read these texts in this
 * language, as they are now. What is given is the beginning of a key: "danger:" is the whole file,
 * "danger:safety.gas.first" one text. A safety text that was read is no longer shown after its Dutch.
 */
import './lib/check-node.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, foldersIn, readJson } from './lib/files.mjs';
import { REVIEWED, reviewsOf, wordsNow } from './lib/reviewed.mjs';
import { Refusal, main, say } from './lib/say.mjs';
import { textFilesOf } from './lib/texts.mjs';

/**
 * @param {{ language: string, start: string, by: string, on?: string, root?: string }} review
 * @returns {number} how many texts it was
 * @throws {Refusal} when there is nothing to review
 */
export function review({ language, start, by, on, root = ROOT }) {
  if (!foldersIn(join(root, 'locales')).includes(language))
    throw new Refusal(`There is no language "${language}".`);
  if (!by) throw new Refusal('Say who has read it: npm run review -- ar danger: "F. Haddad"');
  const keys = textFilesOf(root, language)
    .flatMap((file) =>
      Object.keys(readJson(join(root, 'locales', language, `${file}.json`))).map(
        (key) => `${file}:${key}`,
      ),
    )
    .filter((key) => key.startsWith(start));
  if (!start || !keys.length) throw new Refusal(`No text of "${language}" begins with "${start}".`);
  const date = on ?? new Date().toISOString().slice(0, 10);
  const read = keys.map((key) => [key, { by, on: date, of: wordsNow(root, language, key) }]);
  const all = Object.entries({ ...reviewsOf(root, language), ...Object.fromEntries(read) });
  const sorted = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(
    join(root, 'locales', language, `${REVIEWED}.json`),
    `${JSON.stringify(sorted, null, 2)}\n`,
  );
  return keys.length;
}

if (process.argv[1]?.endsWith('review.mjs'))
  await main(async () => {
    const [language = '', start = '', by = ''] = process.argv.slice(2);
    const count = review({ language, start, by });
    const { format, resolveConfig } = await import('prettier');
    const path = join(ROOT, 'locales', language, `${REVIEWED}.json`);
    const options = { ...(await resolveConfig(path)), filepath: path };
    writeFileSync(path, await format(JSON.stringify(readJson(path)), options));
    say(`${count} texts of "${language}" were read by ${by}.`);
  });
