/** Everything that is asked of every story, bundled into the page by the stories runner. */
import { axeViolations } from './axe.ts';
import { cutOff } from './fits.ts';
import { unseenIn } from './forced-colours.ts';
import { kitElements, languageShown, offers, settled, switchLanguage } from './kit-elements.ts';
import { smallWords } from './small-text.ts';
import { smallTargets } from './targets.ts';
import { leadsToPerson, waysFrom } from './way-to-person.ts';
import type { Names, WayNames } from './way-to-person.ts';

export interface Asked {
  /** Language → names, and what an element says that has no words yet. */
  names: Readonly<Record<string, Names & { loading: readonly string[]; ways: WayNames }>>;
  emergency: readonly string[];
}

/** Faults in what is shown now, as sentences. */
export async function faultsNow({ names, emergency }: Asked): Promise<string[]> {
  await settled();
  const elements = kitElements();
  if (!elements.length) return ['there is no element of the kit in it'];
  const faults: string[] = [];
  for (const element of elements) {
    const name = names[languageShown(element)];
    if (!name || !leadsToPerson(element, name, emergency))
      faults.push(`<${element.localName}> has no way to a person`);
    const text = element.shadowRoot?.textContent ?? '';
    if (name?.loading.some((each) => text.includes(each)) && (await offers(element, 'nl')))
      faults.push(`<${element.localName}> is still loading, though its words are there`);
    faults.push(...smallTargets(element));
    faults.push(...smallWords(element));
    faults.push(...(await axeViolations(globalThis.axe!, element)));
  }
  return faults;
}

/** Faults when an element does not lead to every way that its association has, in the one order. */
export async function waysNow({ names }: Asked): Promise<string[]> {
  const faults: string[] = [];
  for (const element of kitElements()) {
    const name = names[languageShown(element)];
    if (name)
      faults.push(...(await waysFrom(element, name, name.ways, await offers(element, 'nl'))));
  }
  return faults;
}

/** Switches in place; a fault when an element stays behind though the language is to be had. */
export async function switchTo(language: string): Promise<string[]> {
  await switchLanguage(language);
  const behind = await Promise.all(
    kitElements().map(
      async (element) =>
        languageShown(element) !== language && (await offers(element, language)) && element,
    ),
  );
  return behind.flatMap((element) =>
    element
      ? [`<${element.localName}> shows ${languageShown(element)}, asked was ${language}`]
      : [],
  );
}

/** Faults when the page is wider than the window (scrolling sideways), or an element cuts words off. */
export function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.scrollingElement!;
  const cut = kitElements()
    .flatMap(cutOff)
    .map((fault) => `at ${clientWidth} px ${fault}`);
  return scrollWidth > clientWidth
    ? [`at ${clientWidth} px it is ${scrollWidth} px wide and scrolls sideways`, ...cut]
    : cut;
}

/** Faults when the reader's colours are forced on it. */
export const unseen = (): string[] => kitElements().flatMap(unseenIn);

/** Faults when the page asked anybody else for something. */
export const strangers = (): string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => {
    const { protocol, hostname } = new URL(name);
    return /^https?:$/.test(protocol) && hostname !== location.hostname
      ? [`it asks ${hostname} for something`]
      : [];
  });

export { settled };
