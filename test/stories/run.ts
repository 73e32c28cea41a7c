/**
 * Opens every story, as `npm test` and `npm run test:all` do. As arguments, each of them optional:
 * `--in=firefox` (`chromium` is usual; or `forced-colours`, `webkit`), `--languages=en,tr,uk,pl` (switches
 * in place to those instead of easy Dutch and Arabic), and a part of an id, which opens only those.
 */
import { parseArgs } from 'node:util';
import { within } from '../../src/runtime/deadline.ts';
import { checksSource, languages, report } from './checks.ts';
import type { Result } from './checks.ts';
import type { Eyes } from './eyes.ts';
import { PHONE } from './looks.ts';
import type { Look } from './looks.ts';
import { roundsOf } from './rounds.ts';
import type { Round } from './rounds.ts';
import { serve } from './serve.ts';
import { axeSource, buildStorybook, LISTEN, storiesIn, urlOf } from './storybook.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    in: { type: 'string', default: 'chromium' },
    // The shortest words and the other direction: what the rest could break beside is their length.
    languages: { type: 'string', default: 'nl-x-a2,ar' },
  },
});
const others = given.languages.split(',');
const unknown = others.filter((language) => !languages.includes(language));
if (unknown.length) throw new Error(`There is no language "${unknown.join('", "')}"`);
const rounds = roundsOf(others)[given.in];
if (!rounds) throw new Error(`There is no --in=${given.in}`);

const folder = await buildStorybook();
const stories = storiesIn(folder).filter(({ id }) => id.includes(positionals[0] ?? ''));
// The scripts come with the page: not every engine lets a test put them in before the story begins.
const served = await serve(folder, {
  'iframe.html': [LISTEN, axeSource(), await checksSource()],
});

/** No story takes this long, on a busy machine too: one that hangs would hold up all others. Milliseconds. */
const A_STORY = 120_000;

async function seen(eyes: Eyes, url: string, look: Look): Promise<string[]> {
  try {
    await eyes.open(url);
    await eyes.resize(PHONE);
    const wrong = await eyes.ask<string>('storyFinished()');
    if (wrong) return [wrong];
    await eyes.ask('checks.settled()');
    return await within(A_STORY, look(eyes));
  } catch (error) {
    return [String(error)];
  }
}

async function go({ name, eyes: open, reader, look, many }: Round): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...stories];
  const worker = async (): Promise<void> => {
    const eyes = await open(reader);
    for (let story = waiting.shift(); story; story = waiting.shift())
      results.push({
        name: `${given.in}: ${story.title} / ${story.name}, ${name}`,
        faults: await seen(eyes, urlOf(served.origin, story.id), look),
      });
    await eyes.close();
  };
  await Promise.all(Array.from({ length: many }, worker));
  return results;
}

const results: Result[] = [];
for (const round of rounds) results.push(...(await go(round)));
served.close();
report(results);
