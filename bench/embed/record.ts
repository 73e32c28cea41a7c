import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readJson } from '../../scripts/lib/files.mjs';
import { SLOWER } from './networks.ts';

const DOCS = 'docs/bench.md';
/** Between two marks in the file stands what a run of this kind found. */
const marks = (kind: string): [string, string] => [
  `<!-- ${kind}: begin -->`,
  `<!-- ${kind}: end -->`,
];

const versionOf = (name: string): string =>
  (readJson(join(ROOT, 'node_modules', name, 'package.json')) as { version: string }).version;

export interface Run {
  chromiumVersion: string;
  /** Visits per page and network. */
  repeat: number;
  /** ms that the fixed work took. */
  calibration: number;
}

/** When, with what, and how fast the phone was that was played. */
export const conditions = ({ chromiumVersion, repeat, calibration }: Run): string =>
  [
    `Measured on ${new Date().toISOString().slice(0, 10)} with Chromium ${chromiumVersion}, Node ${process.versions.node}, ` +
      `lit ${versionOf('lit')} and govuk-frontend ${versionOf('govuk-frontend')}. ` +
      `Medians of ${repeat} visits; in brackets the fastest and the slowest.`,
    `The processor was slowed down ${SLOWER} times; the fixed piece of work then took ${Math.round(calibration)} ms.`,
  ].join('\n');

/** Replaces what the last run of this kind wrote. @returns the file, from the root */
export function writeDocs(told: string, kind = 'measured'): string {
  const [begin, end] = marks(kind);
  const path = join(ROOT, DOCS);
  const text = readFileSync(path, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${DOCS} must hold ${begin} and ${end}`);
  writeFileSync(path, `${before}${begin}\n\n${told}\n\n${end}${after}`);
  return DOCS;
}
