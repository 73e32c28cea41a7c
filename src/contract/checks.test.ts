import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { email, houseNumber, latin, LIMITS, phone, postcode, tooLong } from './checks.ts';

describe('a postcode', () => {
  for (const typed of [
    '9401ab',
    '9401 AB',
    ' 9401-ab ',
    '9401.AB',
    '٩٤٠١ AB',
    '۹۴۰۱ab',
    'NL-9401 AB',
    'nl 9401ab',
    '9401 AB Assen',
    '9401AB, Assen',
    '\u200e9401 AB',
  ])
    test(`"${typed}" is 9401 AB`, () => assert.equal(postcode(typed), '9401 AB'));
  for (const typed of ['', '0401 AB', '9401', '940 AB', '94011 AB', '9401 ABC', 'AB 9401'])
    test(`"${typed}" is none`, () => assert.equal(postcode(typed), undefined));
});

describe('a house number', () => {
  const right: [string, string, string?][] = [
    ['12', '12'],
    ['012', '12'],
    ['12a', '12', 'a'],
    ['12 A', '12', 'A'],
    ['12-3', '12', '3'],
    ['12/3', '12', '3'],
    ['12 bis', '12', 'bis'],
    ['12 bis A', '12', 'bis A'],
    ['nr. 12 hs', '12', 'hs'],
    ['Nummer 12', '12'],
    ['12 (achter)', '12', '(achter)'],
    ['12, 1e etage links', '12', '1e etage links'],
    ['١٢', '12'],
    ['۱۲ب', '12', 'ب'],
  ];
  for (const [typed, number, addition] of right)
    test(`"${typed}" is ${number} ${addition ?? ''}`, () =>
      assert.deepEqual(houseNumber(typed), { number, ...(addition ? { addition } : {}) }));
  for (const typed of ['', 'achter', '0', '123456', 'a12'])
    test(`"${typed}" is none`, () => assert.equal(houseNumber(typed), undefined));
});

describe('a phone number', () => {
  const right: [string, string][] = [
    ['0612345678', '0612345678'],
    ['06-12345678', '06-12345678'],
    ['06–12345678', '06–12345678'],
    ['06 12 34 56 78', '06 12 34 56 78'],
    ['+31 (0)6 12345678', '+31 (0)6 12345678'],
    ['0031 592 12 34 56', '0031 592 12 34 56'],
    ['(0592) 123456', '0592) 123456'],
    ['06-12345678 na 17 uur', '06-12345678'],
    ['Bel mijn dochter: 0612345678', '0612345678'],
    ['٠٦١٢٣٤٥٦٧٨', '0612345678'],
    ['۰۶ ۱۲۳۴ ۵۶۷۸', '06 1234 5678'],
    ['\u202a+31 6 12345678\u202c', '+31 6 12345678'],
    ['06\u00a012345678', '06\u00a012345678'],
  ];
  for (const [typed, number] of right)
    test(`"${typed}" can be called`, () => assert.equal(phone(typed), number));
  for (const typed of ['', '112', '12345', 'bel maar', 'na 17 uur'])
    test(`"${typed}" cannot`, () => assert.equal(phone(typed), undefined));
});

describe('an e-mail address', () => {
  for (const typed of ['berg@voorbeeld.nl', ' j.van-den.berg+huis@post.voorbeeld.nl '])
    test(`"${typed}" is one`, () => assert.equal(email(typed), typed.trim()));
  test('a space that a keyboard left around the @ or a dot is none of it', () =>
    assert.equal(email('berg @voorbeeld. nl'), 'berg@voorbeeld.nl'));
  for (const typed of [
    '',
    'berg',
    'berg.nl',
    'berg@nl',
    'a@b@c.nl',
    'an berg@voorbeeld.nl',
    '@b.nl',
  ])
    test(`"${typed}" is none`, () => assert.equal(email(typed), undefined));
  test('one that no mail server takes is none', () =>
    assert.equal(email(`${'a'.repeat(LIMITS.email)}@b.nl`), undefined));
});

test('a text is too long from one character over the limit', () => {
  assert.equal(tooLong(undefined, 3), undefined);
  assert.equal(tooLong('abc', 3), undefined);
  assert.equal(tooLong('abcd', 3), 'too-long');
});

test('only digits and invisible marks are changed', () => {
  assert.equal(latin('شارع ١٢ – Brink 3é'), 'شارع 12 – Brink 3é');
});
