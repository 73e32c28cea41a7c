import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { areasIn, liesIn, NewOutageSchema } from './outages.ts';

describe('the areas of an outage', () => {
  test('are read as staff type them: postcodes and four digits, between commas or on lines', () => {
    assert.deepEqual(areasIn('9401ab, 9402\n 9403 CD ;9401 AB'), {
      areas: ['9401 AB', '9402', '9403 CD'],
      wrong: [],
    });
  });

  test('name what is no postcode, and keep the rest', () => {
    assert.deepEqual(areasIn('9401 AB, Brink 12, 0123'), {
      areas: ['9401 AB'],
      wrong: ['Brink 12', '0123'],
    });
    assert.deepEqual(areasIn('  ,\n'), { areas: [], wrong: [] });
  });

  test('hold an address by its postcode, however it was typed', () => {
    assert.equal(liesIn(['9401 AB'], '9401ab'), true);
    assert.equal(liesIn(['9401'], '9401 XY'), true);
    assert.equal(liesIn(['9401 AB'], '9401 AC'), false);
    assert.equal(liesIn(['9401'], '94'), false);
    assert.equal(liesIn(['9401'], undefined), false);
  });
});

test('an outage of another kind says in words what is out', () => {
  const outage = { areas: ['9401'], until: '2026-11-24T17:00:00Z', text: ' ' };
  assert.equal(v.safeParse(NewOutageSchema, { ...outage, kind: 'other' }).success, false);
  assert.equal(v.safeParse(NewOutageSchema, { ...outage, kind: 'lift' }).success, true);
  assert.equal(
    v.safeParse(NewOutageSchema, { ...outage, kind: 'lift', areas: ['94'] }).success,
    false,
  );
});
