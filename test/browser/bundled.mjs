import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../scripts/lib/files.mjs';

/**
 * Packages that a browser cannot load as they lie on the disk (tus-js-client stands on CommonJS), made
 * one module by the same bundler that makes them for a tenant.
 */
const PACKAGES = ['tus-js-client'];
const PREFIX = '/bundled/';

async function bundle(name) {
  const entry = join(ROOT, 'node_modules', name);
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: name } },
  });
  return [built].flat()[0].output[0].code;
}

/** For Web Test Runner. */
export function bundled() {
  const made = new Map();
  return {
    name: 'bundled',
    resolveImport: ({ source }) =>
      PACKAGES.includes(source) ? `${PREFIX}${source}.js` : undefined,
    async serve({ path }) {
      if (!path.startsWith(PREFIX)) return undefined;
      const name = path.slice(PREFIX.length, -'.js'.length);
      if (!made.has(name)) made.set(name, bundle(name));
      return { body: await made.get(name), type: 'js' };
    },
  };
}
