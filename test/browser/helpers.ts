/** What a component test in the browser does, said as a person would. */
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { axeViolations } from './axe.ts';
import { thingsFound } from './screen-reader.ts';
import type { AxeTree } from './screen-reader.ts';

export { smallTargets } from './targets.ts';

declare global {
  var axe: Axe | undefined;
}

type Axe = Parameters<typeof axeViolations>[0] & AxeTree;

/** axe-core is no module: it comes as the script it is. */
async function loadAxe(): Promise<Axe> {
  if (!globalThis.axe) {
    const script = document.createElement('script');
    script.src = '/node_modules/axe-core/axe.min.js';
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error('axe-core did not load'));
      document.head.append(script);
    });
  }
  if (!globalThis.axe) throw new Error('axe-core did not start');
  return globalThis.axe;
}

/**
 * Faults that axe sees in one element, with everything in its shadow root, as readable sentences.
 * Wait for the element's texts first: on an empty element axe passes on nothing.
 */
export const accessibilityFaults = async (element: Element): Promise<string[]> =>
  axeViolations(await loadAxe(), element);

/** The roles, names and states that a screen reader finds; leaves out descriptions and focus. */
export async function ariaSnapshot(selector: string): Promise<string> {
  const root = document.querySelector(selector);
  if (!root) throw new Error(`Nothing matches "${selector}"`);
  return thingsFound(await loadAxe(), root);
}

/** Keys one after another, by their name: "Tab", "Enter", "Space", "ArrowDown". */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Typed as by hand, into what has the focus. */
export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Also zoom: 400 % on a desktop is 320 px wide. */
export const viewport = (width: number, height = 823): Promise<void> =>
  setViewport({ width, height });

/** The element that has the focus, through every open shadow root. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
