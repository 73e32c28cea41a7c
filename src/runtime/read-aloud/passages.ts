/** What stands on a screen, in the order in which a person reads it. */
export interface Passage {
  /** Is marked while it is read. */
  element: Element;
  text: string;
  /** BCP 47. */
  language: string;
}

/** Each is read in one breath. */
const UNITS = 'h1,h2,h3,h4,p,li,dt,dd,label,legend,summary,button,a,th,td,blockquote,figcaption';
/** Never read: the controls of the page around her words, what is said to screen readers alone. */
const PASSED_OVER =
  '.head,.bar,.visually-hidden,[aria-hidden="true"],[hidden],[role="timer"],svg,script,style,textarea,option';

/** A control that has its name and no words. */
const NAMED = 'input[aria-label],textarea[aria-label],img[alt]';

const isShown = (element: Element): boolean => {
  const closed = element.closest('details:not([open])');
  if (closed && !element.closest('summary')) return false;
  return element.getClientRects().length > 0;
};

const languageOf = (element: Element): string =>
  element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? 'nl';

const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '';

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * From the heading of the screen on: how far she is and the way back are there for the eyes.
 * @param frame of an element of the kit
 */
export function passagesOf(frame: Element): Passage[] {
  const passages: Passage[] = [];
  const add = (element: Element, text: string, language: string) => {
    const last = passages.at(-1);
    if (last?.element === element && last.language === language) last.text += ` ${text}`;
    else passages.push({ element, text, language });
  };
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      if (node.matches(PASSED_OVER) && !node.matches(NAMED)) return NodeFilter.FILTER_REJECT;
      return node.matches(NAMED) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    },
  });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node instanceof Element ? node : node.parentElement!;
    const text = tidy(node instanceof Element ? nameOf(node) : (node.textContent ?? ''));
    // A mark alone ("✓", "·") is not read.
    if (!/[\p{L}\p{N}]/u.test(text) || !isShown(parent)) continue;
    const element = parent.closest(UNITS) ?? parent;
    add(element, text, languageOf(parent));
  }
  const heading = frame.querySelector('[data-heading]');
  const first = passages.findIndex(({ element }) => element === heading);
  return passages.slice(Math.max(0, first));
}
