import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/files.mjs';

/** What a component stands on; everything else of the house is left out. */
const COPIED = [
  'locales',
  'package.json',
  '.prettierrc.json',
  '.prettierignore',
  'tsconfig.json',
  'eslint.config.js',
  'scripts',
  'src/contract',
  'src/runtime',
  'test/browser',
];

/** Runs `work` in a temporary folder and takes it down again. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'keukentafel-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs `work` in a copy of the house in which there is no component yet. */
export const inEmptyHouse = (work: (root: string) => Promise<void>): Promise<void> =>
  inFolder(async (root) => {
    for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
    for (const folder of ['components', 'stories']) mkdirSync(join(root, folder));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    await work(root);
  });

/** Runs `work` in a copy of the folder `house`: what it changes there is gone afterwards. */
export const inCopyOf = (house: string, work: (root: string) => Promise<void>): Promise<void> =>
  inFolder(async (root) => {
    cpSync(house, root, { recursive: true, verbatimSymlinks: true });
    await work(root);
  });
