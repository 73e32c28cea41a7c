/** The staff's page, served by the desk under /console/. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../lib/files.mjs';
import { compress } from './compress.mjs';

/** What both pages have in their head, in its place: before Vite looks for files in it. */
const withHead = (root) => {
  const head = readFileSync(join(root, 'head.html'), 'utf8').trim();
  return {
    name: 'head',
    transformIndexHtml: {
      order: 'pre',
      handler: (page) => page.replace('<!-- head.html -->', head.replaceAll('\n', '\n    ')),
    },
  };
};

export default async function buildConsole(folder) {
  const root = join(ROOT, 'src/console');
  if (!existsSync(join(root, 'index.html'))) return;
  await build({
    configFile: false,
    root,
    base: '/console/',
    logLevel: 'warn',
    plugins: [withHead(root)],
    build: {
      outDir: folder,
      emptyOutDir: true,
      // Staff have a browser that is kept up to date.
      target: 'es2022',
      modulePreload: { polyfill: false },
      // The console, and the page behind the link in a message to the people on duty.
      rolldownOptions: { input: ['index.html', 'duty.html'].map((name) => join(root, name)) },
      // The policy of the console allows no data: addresses.
      assetsInlineLimit: 0,
    },
  });
  compress(folder);
}
