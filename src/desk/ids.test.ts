import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUuid, newId } from './ids.ts';

test('an id is a UUIDv7 that carries its moment', () => {
  const moment = Date.UTC(2026, 10, 21, 12, 0, 0, 123);
  const id = newId(moment);
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), moment);
  assert.ok(isUuid(id));
});

test('later ids sort behind earlier ones', () => {
  assert.ok(newId(1_000) < newId(2_000));
});

test('what is no uuid is not taken for one', () => {
  for (const wrong of ['', 'x', "1'; drop table report", newId().slice(1)])
    assert.ok(!isUuid(wrong));
});
