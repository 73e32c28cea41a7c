/** What every element of the kit has in common, for tests that know no element in particular. */

export interface Kit {
  loadTexts: (language: string, file: string) => Promise<unknown>;
  desk?: unknown;
  profile: { callbacks?: unknown; offices: readonly unknown[] };
}

export interface KitElementLike extends HTMLElement {
  ready: Promise<void>;
  updateComplete: Promise<boolean>;
  kit?: Kit;
}

export const kitElements = (root: ParentNode = document): KitElementLike[] =>
  [...root.querySelectorAll<KitElementLike>('*')].filter(({ localName }) =>
    localName.startsWith('kt-'),
  );

/**
 * Waits until every element shows what will stay: axe would pass on an empty one. An element whose
 * words never come is ready once it says so.
 */
export async function settled(root: ParentNode = document): Promise<void> {
  for (const element of kitElements(root)) {
    await element.ready;
    await element.updateComplete;
  }
}

/** The language that an element shows, which is not always the one it was asked for. */
export const languageShown = (element: KitElementLike): string =>
  element.shadowRoot?.querySelector('[lang]')?.getAttribute('lang') ?? '';

/** Words that were fetched before come at once; those that do not come in this time never will. */
const PATIENCE = 1500;

/** Whether this language can be had at all: a state may be just that it cannot. */
export async function offers(element: KitElementLike, language: string): Promise<boolean> {
  const asked = element.kit?.loadTexts(language, 'frame').then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  return (await Promise.race([asked, late])) === true;
}

/** Switches every element in place, as the language control does. */
export async function switchLanguage(language: string, root: ParentNode = document): Promise<void> {
  for (const element of kitElements(root)) element.lang = language;
  await Promise.all(kitElements(root).map((element) => element.updateComplete));
  await settled(root);
}
