/** What every element of the kit has in common, for tests that know no element in particular. */

interface Kit {
  loadTexts: (language: string, file: string) => Promise<unknown>;
}

export interface KitElementLike extends HTMLElement {
  ready: Promise<void>;
  updateComplete: Promise<boolean>;
  kit?: Kit;
}

/** Words that do not come by then are part of the state that is shown: "Een ogenblik". */
const PATIENCE = 1500;

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE));

export const kitElements = (root: ParentNode = document): KitElementLike[] =>
  [...root.querySelectorAll<KitElementLike>('*')].filter(({ localName }) =>
    localName.startsWith('kt-'),
  );

/** Waits for the words of every element: axe would pass on an empty one. */
export async function settled(root: ParentNode = document): Promise<void> {
  for (const element of kitElements(root)) {
    await Promise.race([element.ready, patience()]);
    await element.updateComplete;
  }
}

/** The language that an element shows, which is not always the one it was asked for. */
export const languageShown = (element: KitElementLike): string =>
  element.shadowRoot?.querySelector('[lang]')?.getAttribute('lang') ?? '';

/** Whether this language can be had at all: a state may be just that it cannot. */
export async function offers(element: KitElementLike, language: string): Promise<boolean> {
  const asked = element.kit?.loadTexts(language, 'frame').then(
    () => true,
    () => false,
  );
  return (await Promise.race([asked, patience()])) === true;
}

/** Switches every element in place, as the language control does. */
export async function switchLanguage(language: string, root: ParentNode = document): Promise<void> {
  for (const element of kitElements(root)) element.lang = language;
  await Promise.all(kitElements(root).map((element) => element.updateComplete));
  await settled(root);
}
