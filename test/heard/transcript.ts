import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT, writeIfChanged } from '../../scripts/lib/files.mjs';
import { JOURNEY, wordsOf } from './journey.ts';
import type { Browser } from './journey.ts';
import type { Moment } from './listener.ts';

/** What was heard, kept in `docs/heard/` for whoever wants to read it. */

const pathOf = (browser: string): string => join(ROOT, 'docs/heard', `${browser}.md`);

/** As text; one space between pieces, however they were cut. */
export const textOf = (moments: readonly Moment[]): string =>
  plain(moments.flatMap(({ heard }) => heard).join(' '));

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

const told = ({ did, heard }: Moment): string => {
  const pieces = heard.map(plain).filter((piece) => SAYS_SOMETHING.test(piece));
  return `She ${did}\n\n> ${pieces.join(' · ') || '…'}\n`;
};

/** @param chapters the moments of each, in the order of `JOURNEY` */
export async function writeTranscript(
  browser: string,
  version: string,
  chapters: readonly (readonly Moment[])[],
): Promise<void> {
  const parts = JOURNEY.map(
    ({ title }, index) => `## ${title}\n\n${chapters[index]!.map(told).join('\n')}`,
  );
  const text = [
    `# A repair, heard in ${browser}`,
    `Orca's own words in Dutch, with ${version}: what it gave to the voice, piece by piece. Made by ` +
      '`npm run test:all -- heard --write`; the hours, the date and the number are those of that day.',
    ...parts,
  ].join('\n\n');
  const path = pathOf(browser);
  writeIfChanged(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

/** Sentences about what the kept transcript does not have; empty when it is as it was heard. */
export function faultsInTranscript(browser: Browser): string[] {
  const path = pathOf(browser);
  if (!existsSync(path)) return ['there is no transcript: run this once more with --write'];
  const [, ...chapters] = readFileSync(path, 'utf8').split(/^## /m);
  return JOURNEY.flatMap((chapter, index) => {
    const { title } = chapter;
    const [head = '', ...lines] = (chapters[index] ?? '').split('\n');
    if (head !== title)
      return [`its transcript has no "${title}": run this once more with --write`];
    const text = plain(lines.join(' ').replace(/\\|> /g, '').replaceAll(' · ', ' '));
    return wordsOf(chapter, browser)
      .filter((words) => !text.includes(words))
      .map((words) => `"${words}" is not in the transcript of "${title}"`);
  });
}
