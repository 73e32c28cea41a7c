import { bin } from './run.mjs';
import { tests } from './stage.mjs';

const componentsIn = (engine) => () => tests(bin('web-test-runner'), [], { ENGINE: engine });

/**
 * The stages of `npm run test:all`, in order.
 * @type {readonly import('./stage.mjs').Stage[]}
 */
export const stages = [
  { name: 'firefox', together: true, run: componentsIn('firefox') },
  { name: 'webkit', together: true, run: componentsIn('webkit') },
];
