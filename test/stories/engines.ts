/**
 * Every story in an engine: on a phone, at 320 px and with text doubled, and in forced colours where the
 * engine has them. `node --import tsx test/stories/engines.ts firefox`; a part of an id as second
 * argument opens only those. (Chromium has all but the forced colours in `npm test`.)
 */
import { within } from '../../src/runtime/deadline.ts';
import {
  A_STORY,
  ASKED,
  checksSource,
  DOUBLED,
  others,
  PHONE,
  report,
  SMALL,
  SOURCE,
} from './checks.ts';
import type { Result } from './checks.ts';
import { eyesOf } from './eyes.ts';
import type { Eyes } from './eyes.ts';
import { serve } from './serve.ts';
import { axeSource, buildStorybook, LISTEN, storiesIn } from './storybook.ts';
import type { StoryEntry } from './storybook.ts';

type Faults = Promise<string[]>;
type Check = (eyes: Eyes) => Faults;

const faults = (eyes: Eyes): Faults => eyes.ask(`checks.faultsNow(${JSON.stringify(ASKED)})`);

/** On the smallest phone, in every language. */
const narrow: Check = async (eyes) => {
  await eyes.resize(SMALL);
  const found = await eyes.ask<string[]>('checks.sideways()');
  for (const language of others) {
    found.push(...(await eyes.ask<string[]>(`checks.switchTo("${language}")`)));
    found.push(...(await eyes.ask<string[]>('checks.sideways()')));
  }
  return found;
};

const whole: Check = async (eyes) => [...(await faults(eyes)), ...(await narrow(eyes))];

const forced: Check = async (eyes) => {
  const on = await eyes.ask<boolean>('matchMedia("(forced-colors: active)").matches');
  if (!on) return ['its colours were not forced'];
  return [...(await faults(eyes)), ...(await eyes.ask<string[]>('checks.unseen()'))];
};

interface Round {
  name: string;
  reader: Parameters<(typeof eyesOf)['chromium']>[0];
  check: Check;
}

const LIKE_ANYBODY: Round = { name: `${SOURCE} and others`, reader: {}, check: whole };
const TEXT_DOUBLED: Round = {
  name: 'text doubled',
  reader: { fontSize: DOUBLED },
  check: narrow,
};
const FORCED: Round = { name: 'forced colours', reader: { forced: true }, check: forced };

const ROUNDS = {
  chromium: [FORCED],
  firefox: [LIKE_ANYBODY, TEXT_DOUBLED, FORCED],
  webkit: [LIKE_ANYBODY, TEXT_DOUBLED],
} satisfies Record<string, readonly Round[]>;

async function look(eyes: Eyes, url: string, check: Check): Faults {
  try {
    await eyes.open(url);
    await eyes.resize(PHONE);
    const wrong = await eyes.ask<string>('storyFinished()');
    if (wrong) return [wrong];
    await eyes.ask('checks.settled()');
    return await within(A_STORY, check(eyes));
  } catch (error) {
    return [String(error)];
  }
}

const engine = process.argv[2] as keyof typeof ROUNDS;
const wanted = process.argv[3] ?? '';
const folder = await buildStorybook();
const stories: StoryEntry[] = storiesIn(folder).filter(({ id }) => id.includes(wanted));
// The scripts come with the page: not every engine lets a test put them in before the story begins.
const served = await serve(folder, {
  'iframe.html': [LISTEN, axeSource(), await checksSource()],
});
const results: Result[] = [];
for (const { name, reader, check } of ROUNDS[engine]) {
  const eyes = await eyesOf[engine](reader);
  for (const story of stories) {
    const url = `${served.origin}/iframe.html?id=${story.id}&viewMode=story&globals=a11y.manual:!true`;
    results.push({
      name: `${engine}: ${story.title} / ${story.name}, ${name}`,
      faults: await look(eyes, url, check),
    });
  }
  await eyes.close();
}
served.close();
report(results);
