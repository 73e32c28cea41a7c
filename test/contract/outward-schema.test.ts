import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { OUTWARD_SCHEMA, outwardSchema } from '../../scripts/outward-schema.mjs';

test('the JSON Schema in docs is that of the code', async () =>
  assert.equal(
    readFileSync(OUTWARD_SCHEMA, 'utf8'),
    await outwardSchema(),
    'run node --import tsx scripts/outward-schema.mjs',
  ));
