export type NetworkId = 'slow-4g' | '3g';

export interface Network {
  id: NetworkId;
  name: string;
  /** Kilobits per second. */
  down: number;
  up: number;
  /** Round trip, ms. */
  latency: number;
}

export const networks: readonly Network[] = [
  { id: 'slow-4g', name: 'Slow 4G', down: 1600, up: 750, latency: 150 },
  { id: '3g', name: '3G', down: 400, up: 400, latency: 400 },
];

/** How much slower than this machine the phone is taken to be. */
export const SLOWER = 6;

/** A phone of the middle class, as Lighthouse has it. */
export const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
