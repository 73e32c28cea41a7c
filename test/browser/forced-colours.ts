import { colourOf, contrast } from './colours.ts';

/**
 * What is lost when the reader's own few colours are forced on everything (Windows' contrast themes): all
 * grounds become one, shadows go. axe sees the words; this sees the edges and the pictograms.
 */

const CONTROLS = 'button, input, textarea, summary, a.button, a.row, label.option';
/** Edges of controls and pictograms (WCAG 1.4.11). */
const ENOUGH = 3;

const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** The first ground behind it that is not transparent. */
function groundBehind(element: Element): string {
  for (let each: Element | null = element; each;) {
    const { backgroundColor } = getComputedStyle(each);
    if (colourOf(backgroundColor).alpha > 0.99) return backgroundColor;
    const root = each.getRootNode();
    each = each.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return 'rgb(255, 255, 255)';
}

function hasEdge(control: Element): boolean {
  const style = getComputedStyle(control);
  const around = groundBehind(control.parentElement ?? control);
  const bordered =
    parseFloat(style.borderBottomWidth) >= 1 &&
    style.borderBottomStyle !== 'none' &&
    contrast(style.borderBottomColor, around) >= ENOUGH;
  const underlined = style.textDecorationLine.includes('underline');
  return bordered || underlined || contrast(groundBehind(control), around) >= ENOUGH;
}

/** A box that is ticked, inside a label that has an edge; and one that lies over what is shown for it. */
const isShownByLabel = (control: Element): boolean =>
  control.matches('input[type=radio], input[type=checkbox], input[type=file]') &&
  control.closest('label') !== null;

const nameOf = (element: Element): string =>
  `<${element.localName}> "${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)}"`;

/** Sentences; empty when nothing of this element is lost. */
export function unseenIn(element: Element): string[] {
  const root = element.shadowRoot;
  if (!root) return [];
  const controls = [...root.querySelectorAll(CONTROLS)].filter(
    (control) => isSeen(control) && !isShownByLabel(control),
  );
  const pictograms = [...root.querySelectorAll('svg')].filter(isSeen);
  return [
    ...controls
      .filter((control) => !hasEdge(control))
      .map((control) => `${nameOf(control)} has no edge in forced colours`),
    ...pictograms
      .filter((svg) => contrast(getComputedStyle(svg).fill, groundBehind(svg)) < ENOUGH)
      .map(
        (svg) =>
          `the pictogram of ${nameOf(svg.parentElement!)} is ${getComputedStyle(svg).fill} on ${groundBehind(svg)} in forced colours`,
      ),
  ];
}
