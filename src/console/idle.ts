/** Since when nobody has touched this page, so that the desk can tell her from the page itself. */
let touched = Date.now();
const touch = (): void => {
  touched = Date.now();
};

for (const event of ['pointerdown', 'keydown', 'wheel'])
  addEventListener(event, touch, { capture: true, passive: true });

/** Whole seconds. */
export const idleSeconds = (): number => Math.floor((Date.now() - touched) / 1000);
