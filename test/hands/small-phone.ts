import type { World } from '../e2e/world.ts';
import type { Phone } from '../e2e/world.ts';

/** The narrowest phone that the form must fit. */
export const smallPhone = (world: World, touch: boolean): Promise<Phone> =>
  world.phone({ viewport: { width: 320, height: 640 }, hasTouch: touch, isMobile: touch });
