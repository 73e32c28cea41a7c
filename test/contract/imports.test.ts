import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint, Linter } from 'eslint';
import { ROOT } from '../../scripts/lib/files.mjs';
import importDirections from '../../scripts/lint/import-directions.mjs';

/** What the rule says of one import line in one file. */
function lint(file: string, line: string): string[] {
  const linter = new Linter({ cwd: ROOT });
  const config: Linter.Config[] = [
    {
      files: ['**/*.ts'],
      plugins: { house: { rules: { 'import-directions': importDirections } } },
      rules: { 'house/import-directions': 'error' },
    },
  ];
  return linter.verify(line, config, join(ROOT, file)).map((message) => message.message);
}

const REFUSED: readonly [why: string, file: string, line: string][] = [
  ['the contract knows the runtime', 'src/contract/a.ts', "import '../runtime/x.ts'"],
  [
    'the contract knows a component',
    'src/contract/a.ts',
    "import '../../components/a/questions.ts'",
  ],
  ['the contract draws', 'src/contract/a.ts', "import { html } from 'lit'"],
  ['the contract reads files', 'src/contract/a.ts', "import fs from 'node:fs'"],
  ['the runtime knows a component', 'src/runtime/a.ts', "import '../../components/a/a.ts'"],
  ['the runtime knows the desk', 'src/runtime/a.ts', "import '../desk/a.ts'"],
  ['the runtime shares a screen', 'src/runtime/a.ts', "import '../mirror/a.ts'"],
  ['a component knows the desk', 'components/a/a.ts', "import '../../src/desk/a.ts'"],
  ['a component knows the console', 'components/a/a.ts', "import '../../src/console/a.ts'"],
  ['a component takes the questions of another', 'components/a/a.ts', "import '../b/questions.ts'"],
  [
    'a component takes a screen of another',
    'components/a/screens/s.ts',
    "import '../../b/screens/s.ts'",
  ],
  ['a component takes the way of another', 'components/a/a.ts', "import '../b/as-way.ts'"],
  ['the runtime knows a way', 'src/runtime/a.ts', "void import('../../components/a/as-way.ts')"],
  ['the console takes a way', 'src/console/a.ts', "import '../../components/a/as-way.ts'"],
  ['a component shares a screen', 'components/a/a.ts', "import '../../src/mirror/a.ts'"],
  ['a component knows its stories', 'components/a/a.ts', "import '../../stories/a.stories.ts'"],
  ['a model draws', 'components/a/model.ts', "import { html } from 'lit'"],
  ['a story knows the desk', 'stories/a.stories.ts', "import '../src/desk/a.ts'"],
  ['the desk draws the runtime', 'src/desk/a.ts', "import '../runtime/a.ts'"],
  ['the desk takes more than questions', 'src/desk/a.ts', "import '../../components/a/model.ts'"],
  ['the desk looks into the console', 'src/desk/a.ts', "import '../console/a.ts'"],
  [
    'the console takes more than a journey',
    'src/console/a.ts',
    "import '../../components/a/model.ts'",
  ],
  ['the console takes from the desk', 'src/console/a.ts', "import '../desk/a.ts'"],
  ['the site uses sources of the kit', 'src/site/a.ts', "import '../../components/a/define.ts'"],
  ['the site uses the contract', 'src/site/a.ts', "import '../contract/a.ts'"],
  ['the mirror knows the kit', 'src/mirror/a.ts', "import '../runtime/a.ts'"],
  ['by way of an export', 'src/contract/a.ts', "export * from '../runtime/x.ts'"],
  ['by way of a named export', 'src/contract/a.ts', "export { x } from '../runtime/x.ts'"],
  ['by way of a late import', 'src/contract/a.ts', "void import('../runtime/x.ts')"],
];

const ALLOWED: readonly [why: string, file: string, line: string][] = [
  ['the contract checks with valibot', 'src/contract/a.ts', "import * as v from 'valibot'"],
  ['the runtime builds on the contract', 'src/runtime/a.ts', "import '../contract/a.ts'"],
  ['a component mounts a journey', 'components/a/a.ts', "import '../b/journey.ts'"],
  [
    'a component builds on the runtime',
    'components/a/screens/s.ts',
    "import '../../../src/runtime/a.ts'",
  ],
  [
    'the assist button shares a screen',
    'components/assist-button/a.ts',
    "import '../../src/mirror/a.ts'",
  ],
  ['a story shows a component', 'stories/a.stories.ts', "import '../components/a/define.ts'"],
  ['the desk asks the questions', 'src/desk/a.ts', "import '../../components/a/questions.ts'"],
  ['the console mounts a journey', 'src/console/a.ts', "import '../../components/a/journey.ts'"],
  [
    'a test leans on a test helper',
    'components/a/a.test.ts',
    "import '../../test/browser/helpers.ts'",
  ],
];

describe('the import directions', () => {
  for (const [why, file, line] of REFUSED)
    it(`refuse that ${why}`, () => assert.equal(lint(file, line).length, 1));
  for (const [why, file, line] of ALLOWED)
    it(`let be that ${why}`, () => assert.deepEqual(lint(file, line), []));

  it('are an error in the whole house', async () => {
    const eslint = new ESLint({ cwd: ROOT });
    for (const file of [
      'src/contract/a.ts',
      'src/runtime/a.ts',
      'components/a/a.ts',
      'stories/a.stories.ts',
      'src/desk/a.ts',
      'src/console/a.ts',
      'src/site/a.ts',
    ]) {
      const config: Linter.Config = await eslint.calculateConfigForFile(join(ROOT, file));
      assert.deepEqual(config.rules?.['house/import-directions'], [2], file);
    }
  });
});
