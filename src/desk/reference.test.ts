import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReference, parseReference } from './reference.ts';

const references = Array.from({ length: 200 }, () => newReference());

test('looks like K7M4-P2XR-9, without look-alikes', () => {
  for (const each of references)
    assert.match(
      each,
      /^[234679CDFGHJKMNPQRTVWXY]{4}-[234679CDFGHJKMNPQRTVWXY]{4}-[234679CDFGHJKMNPQRTVWXY]$/,
    );
});

test('is read back however it is typed', () => {
  for (const each of references) {
    assert.equal(parseReference(each), each);
    assert.equal(parseReference(` ${each.toLowerCase().replaceAll('-', ' ')} `), each);
    assert.equal(parseReference(each.replaceAll('-', '')), each);
  }
});

test('one character misheard is noticed', () => {
  for (const each of references)
    for (let at = 0; at < each.length; at++) {
      const original = each.charAt(at);
      if (original === '-') continue;
      for (const other of '234679CDFGHJKMNPQRTVWXY')
        if (other !== original)
          assert.equal(parseReference(each.slice(0, at) + other + each.slice(at + 1)), undefined);
    }
});

test('two neighbours swapped are noticed', () => {
  for (const each of references) {
    const nine = each.replaceAll('-', '');
    for (let at = 0; at < 7; at++) {
      const [first, second] = [nine.charAt(at), nine.charAt(at + 1)];
      if (first !== second)
        assert.equal(
          parseReference(nine.slice(0, at) + second + first + nine.slice(at + 2)),
          undefined,
        );
    }
  }
});

test('a phone number, a postcode and nothing at all are no reference', () => {
  for (const other of ['', '0592123456', '9401 AB 12', 'kraan'])
    assert.equal(parseReference(other), undefined);
});
