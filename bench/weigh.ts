/**
 * `npm run bench:weigh`: what each file of the first screen weighs, and what each module in it adds:
 * the bytes by which the compressed file would be smaller without it. A part of a path as argument
 * shows the files of later screens with that name as well.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { minifySync } from 'vite';
import buildKit from '../scripts/build/cdn.mjs';
import { generate } from '../scripts/generate.mjs';
import { ROOT, fromRoot } from '../scripts/lib/files.mjs';
import { main, say } from '../scripts/lib/say.mjs';

interface Chunk {
  type: 'chunk';
  fileName: string;
  code: string;
  modules: Readonly<Record<string, { code: string | null }>>;
}

interface Manifest {
  entryFiles: readonly string[];
  components: Readonly<
    Record<string, { files: readonly string[]; texts: Readonly<Record<string, readonly string[]>> }>
  >;
}

const weigh = (text: string): number => brotliCompressSync(text).length;

/** Under the name that a person knows it by. */
const nameOf = (module: string): string =>
  fromRoot(module.replace('\0', ''), ROOT).replace(/^.*node_modules\//, '');

/** As far as one module can be made small by itself: what others use of it looks unused here. */
const small = (code: string): string => {
  const options = { compress: { unused: false }, mangle: { toplevel: true } };
  const { code: smaller, errors } = minifySync('module.js', code, options);
  return errors.length ? code : smaller;
};

function modulesOf(chunk: Chunk): { name: string; adds: number }[] {
  const parts = Object.entries(chunk.modules).flatMap(([module, { code }]) =>
    code ? [{ name: nameOf(module), code: small(code) }] : [],
  );
  const together = (left: typeof parts) => weigh(left.map(({ code }) => code).join('\n'));
  const whole = together(parts);
  return parts
    .map((part) => ({
      name: part.name,
      adds: whole - together(parts.filter((each) => each !== part)),
    }))
    .sort((a, b) => b.adds - a.adds);
}

await main(async () => {
  await generate();
  const folder = mkdtempSync(join(tmpdir(), 'keukentafel-weigh-'));
  try {
    const output = (await buildKit(folder)) as readonly (Chunk | { type: 'asset' })[];
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const first = new Set([
      ...manifest.entryFiles,
      ...Object.values(manifest.components).flatMap(({ files, texts }) => [
        ...files,
        ...Object.values(texts).flat(),
      ]),
    ]);
    const wanted = process.argv[2];
    for (const chunk of output) {
      if (chunk.type !== 'chunk') continue;
      const { fileName, code } = chunk;
      const when = first.has(fileName) ? 'first screen' : 'later';
      say(`${String(weigh(code)).padStart(6)}  ${fileName} (${when})`);
      if (!first.has(fileName) && !(wanted && fileName.includes(wanted))) continue;
      for (const { name, adds } of modulesOf(chunk)) say(`${String(adds).padStart(14)}  ${name}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
