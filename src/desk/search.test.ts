import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReference } from './reference.ts';
import { parseSearch } from './search.ts';

test('a reference, however it is typed', () => {
  const reference = newReference();
  const typed = ` ${reference.toLowerCase().replaceAll('-', ' ')}`;
  assert.deepEqual(parseSearch(typed), { kind: 'reference', reference });
});

test('a phone number in any notation', () => {
  for (const typed of [
    '0612345678',
    '06-12 34 56 78',
    '+31 6 12345678',
    '0031612345678',
    '06 12345678 (na 17u)',
  ])
    assert.deepEqual(parseSearch(typed), { kind: 'phone', phone: '+31612345678' });
  assert.deepEqual(parseSearch('٠٦١٢٣٤٥٦٧٨'), { kind: 'phone', phone: '+31612345678' });
});

test('a postcode with or without number', () => {
  assert.deepEqual(parseSearch('9401ab 12'), { kind: 'place', postcode: '9401 AB', number: '12' });
  assert.deepEqual(parseSearch('9401 AB, 12 A'), {
    kind: 'place',
    postcode: '9401 AB',
    number: '12',
    addition: 'a',
  });
  assert.deepEqual(parseSearch('9401ab'), { kind: 'place', postcode: '9401 AB' });
});

test('anything else is words', () => {
  assert.deepEqual(parseSearch(' kraan  keuken '), { kind: 'words', words: ['kraan', 'keuken'] });
  assert.equal(parseSearch('   '), undefined);
});
