import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/files.mjs';
import { run } from '../../scripts/lib/run.mjs';

const OLD = join(ROOT, 'test/scripts/old-node.mjs');

describe('on a Node that is too old', () => {
  for (const script of ['start', 'test', 'setup', 'create'])
    it(`${script} says so in one sentence and stops`, async () => {
      const path = join(ROOT, 'scripts', `${script}.mjs`);
      const { code, output } = await run(process.execPath, ['--import', OLD, path]);
      assert.equal(code, 1);
      assert.equal(output, 'Keukentafel needs Node 20.19 or newer; this is Node 18.20.4.\n');
    });
});

describe('npm test', () => {
  it('names its stages when asked for one that is not there', async () => {
    const path = join(ROOT, 'scripts/test.mjs');
    const { code, output } = await run(process.execPath, [path, 'no-such-stage']);
    assert.equal(code, 1);
    assert.match(output, /There are these stages: format, lint, types, unused, languages, unit/);
  });
});
