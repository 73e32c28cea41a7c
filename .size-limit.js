import { readFileSync } from 'node:fs';

/** What a tenant waits for on the first screen, told by the manifest that the build wrote. */
const { entryFiles, components } = JSON.parse(readFileSync('dist/cdn/manifest.json', 'utf8'));
const { files, texts } = components['kt-repair-form'];

export default Object.entries(texts).map(([language, own]) => ({
  name: `first screen of kt-repair-form, ${language}`,
  path: [...new Set([...entryFiles, ...files, ...own])].map((file) => `dist/cdn/${file}`),
  brotli: true,
  limit: '30 kB',
}));
