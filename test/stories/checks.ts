import { join } from 'node:path';
import { build } from 'vite';
import { ROOT, foldersIn, readJson } from '../../scripts/lib/files.mjs';
import type { Asked } from '../browser/story-checks.ts';
import { demoProfile } from '../browser/demo-profile.ts';

export const languages: string[] = foldersIn(join(ROOT, 'locales'));
function namesIn(language: string): Asked['names'][string] {
  const texts = (file: string): Record<string, string> =>
    readJson(join(ROOT, 'locales', language, `${file}.json`)) as Record<string, string>;
  const frame = texts('frame');
  return {
    loading: [frame['loading']!, frame['loading.slow']!],
    open: frame['speak.open']!,
    table: [frame['speak.return']!, frame['speak.ways']!],
    outside: Object.entries(texts('danger'))
      .filter(([key]) => key.endsWith('.confirm'))
      .map(([, text]) => text),
    ways: {
      call: frame['speak.call']!,
      callback: texts('callback-request')['way.title']!,
      office: frame['speak.office']!,
      message: frame['speak.message']!,
    },
  };
}

export const ASKED: Asked = {
  names: Object.fromEntries(languages.map((language) => [language, namesIn(language)])),
  emergency: ['112', demoProfile.urgentPhone.tel, demoProfile.urgentPhoneSecond.tel],
};

/** `story-checks.ts` as one script for the page. */
export async function checksSource(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(ROOT, 'test/browser/story-checks.ts'),
        formats: ['iife'],
        name: 'checks',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The checks cannot be built');
  return first.output[0].code;
}

export interface Result {
  name: string;
  faults: string[];
}

/** What was found, and "N passed, N failed" as the last line. */
export function report(results: readonly Result[]): void {
  const failed = results.filter(({ faults }) => faults.length);
  for (const { name, faults } of failed)
    process.stdout.write(
      `✗ ${name}\n${[...new Set(faults)].map((fault) => `    ${fault}\n`).join('')}`,
    );
  process.stdout.write(`${results.length - failed.length} passed, ${failed.length} failed\n`);
  process.exitCode = failed.length || !results.length ? 1 : 0;
}
