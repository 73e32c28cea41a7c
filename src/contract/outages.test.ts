import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { liesIn, outagesAt } from './outages-shown.ts';
import { areasIn, NewOutageSchema } from './outages.ts';

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

describe('a tenant sees', () => {
  const NOON = Date.parse('2026-11-24T11:00:00Z');
  const outage = (area: string, hours: number) => ({
    areas: [area],
    until: new Date(NOON + hours * 3_600_000).toISOString(),
    words: {},
    text: '',
  });
  const all = [outage('9401', 1), outage('9402', 1), outage('9403', -1)];
  const areas = (typed?: string) => outagesAt(all, NOON, typed).map((each) => each.areas[0]);

  test('what lasts anywhere, as long as nobody knows where she lives', () => {
    assert.deepEqual(areas(), ['9401', '9402']);
    assert.deepEqual(areas('94'), ['9401', '9402'], 'half a postcode is none');
  });

  test('only what lasts where she lives', () => {
    assert.deepEqual(areas('9402 xx'), ['9402']);
    assert.deepEqual(areas('1234 AB'), []);
  });

  test('three at most of what may not be hers', () => {
    const many = Array.from({ length: 9 }, () => outage('9401', 1));
    assert.equal(outagesAt(many, NOON, undefined).length, 3);
    assert.equal(outagesAt(many, NOON, '9401 AB').length, 9);
  });
});
