import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../scripts/lib/files.mjs';
import { TARGET } from '../../scripts/build/target.mjs';
import { shell } from './shell.ts';
import type { Words } from './words.ts';

/** One bundle, built as the kit is: minified, for the same browsers. */
export async function litBundle(words: Words): Promise<string> {
  const built = await build({
    configFile: false,
    root: join(ROOT, 'bench'),
    publicDir: false,
    logLevel: 'warn',
    define: { WORDS: JSON.stringify(words) },
    build: {
      write: false,
      target: TARGET,
      modulePreload: false,
      rolldownOptions: { input: join(ROOT, 'bench/pages/lit-form.ts') },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first) || first.output.length !== 1)
    throw new Error('The Lit page must be one bundle');
  return first.output[0].code;
}

export const litPage = (): string =>
  shell(
    '<script type="module" src="/lit/lit-form.js"></script>',
    '<lit-form><a href="tel:+31592123456">Bel ons: 0592 12 34 56</a></lit-form>',
  );
