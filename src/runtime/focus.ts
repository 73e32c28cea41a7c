/**
 * Where focus goes after something changed. Moving it to the error summary is the steadiest way to
 * have it read (Orca 43 with Chromium and Firefox); `role=alert` alone is silent in Firefox.
 */

const move = (target: HTMLElement | null): void => {
  if (!target) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
};

/**
 * The heading of a new screen, with the top of the frame in view. Without a place left for the caret: when the
 * control that she pressed is gone, Orca 43 with Chromium goes to the caret without a word, finds that it
 * stands in this heading already, and never says it.
 */
export function focusHeading(root: ParentNode): void {
  move(root.querySelector<HTMLElement>('[data-heading]'));
  getSelection()?.removeAllRanges();
  const frame = root.querySelector('.frame');
  if (frame && frame.getBoundingClientRect().top < 0) frame.scrollIntoView({ block: 'start' });
}

export const focusErrors = (root: ParentNode): void =>
  move(root.querySelector<HTMLElement>('[data-errors]'));

/** Any control of the screen, by its id. */
export const focusField = (root: ParentNode, id: string): void =>
  move(root.querySelector<HTMLElement>(`#${CSS.escape(id)}`));
