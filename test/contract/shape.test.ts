import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/files.mjs';
import { componentsOf, faultsOfComponent } from './shape.ts';

describe('every component', () => {
  it('is found', () => assert.ok(componentsOf(ROOT).length > 0));
  for (const name of componentsOf(ROOT))
    it(`${name} has all that it may not lack`, async () =>
      assert.deepEqual(await faultsOfComponent(ROOT, name), []));
});
