import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { run } from './run.mjs';
import { Refusal } from './say.mjs';

/**
 * Builds the kit, the site and the console, and the Storybook.
 * @throws {Refusal} with the last words of what could not be built
 */
export async function build() {
  for (const args of [['scripts/build.mjs'], ['--import', 'tsx', 'test/stories/build.ts']]) {
    const path = join(ROOT, args.at(-1));
    const { code, output } = await run(process.execPath, [...args.slice(0, -1), path]);
    if (code !== 0) throw new Refusal(output.trim().split('\n').slice(-20).join('\n'));
  }
}
