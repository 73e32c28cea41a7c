/**
 * What sticks out of an element, or is cut off by a box around it. A page that does not scroll sideways
 * says nothing of that: the frame clips.
 */

/** Meant to be out of sight: what is only read aloud, and the control under a tile or a file button. */
const ASIDE = '.visually-hidden, .file-input, svg, progress, select';

/** Half a pixel of rounding, and what a slanted letter needs. */
const SLACK = 1.5;

interface Sides {
  left: number;
  right: number;
}

const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible';

/** The narrowest of all boxes around it that cut. */
function roomFor(element: Element, frame: Element): Sides {
  const room = { left: -Infinity, right: Infinity };
  for (let box: Element | null = element; box; box = box === frame ? null : box.parentElement) {
    if (box !== frame && !clips(box)) continue;
    const { left, right } = box.getBoundingClientRect();
    room.left = Math.max(room.left, left);
    room.right = Math.min(room.right, right);
  }
  return room;
}

const sticksOut = (part: Sides, room: Sides): boolean =>
  part.left < room.left - SLACK || part.right > room.right + SLACK;

const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !element.closest(ASIDE);

function* textsIn(frame: Element): Generator<Text> {
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.textContent?.trim()) yield walker.currentNode as Text;
}

const CONTROLS = 'a[href], button, input, textarea, summary, label.option, img';

/** Sentences; empty when every word and every control of this element can be seen whole. */
export function cutOff(element: Element): string[] {
  const frame = element.shadowRoot?.querySelector('.frame');
  if (!frame) return [];
  const faults: string[] = [];
  const fault = (what: string, { left, right }: Sides, room: Sides) =>
    faults.push(
      `${what} stands from ${Math.round(left)} to ${Math.round(right)} px, and there is room from ${Math.round(room.left)} to ${Math.round(room.right)}`,
    );
  for (const text of textsIn(frame)) {
    const around = text.parentElement!;
    if (!isSeen(around)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const room = roomFor(around, frame);
    const out = [...range.getClientRects()].find((line) => line.width && sticksOut(line, room));
    if (out) fault(`"${text.data.trim().slice(0, 40)}"`, out, room);
  }
  for (const control of frame.querySelectorAll(CONTROLS)) {
    if (!isSeen(control)) continue;
    const box = control.getBoundingClientRect();
    const room = roomFor(control.parentElement!, frame);
    if (box.width && sticksOut(box, room)) fault(`<${control.localName}>`, box, room);
  }
  return faults;
}
