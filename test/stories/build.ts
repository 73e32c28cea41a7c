/** Builds the static Storybook, when what it is made of changed. */
import { buildStorybook } from './storybook.ts';

await buildStorybook();
