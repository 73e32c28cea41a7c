import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { repairQuestions } from '../../components/repair-form/questions.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { addressLine, summarise } from '../../src/contract/summary.ts';
import { translator } from '../../src/contract/text.ts';

const read = (language: string, file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../locales/${language}/${file}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;
const wordsIn = (language: string) =>
  translator(
    Object.fromEntries(
      ['frame', 'danger', 'repair-form', 'photos', 'triage'].map((file) => [
        file,
        read(language, file),
      ]),
    ),
    language,
  );

const answers: RepairAnswers = {
  danger: 'none',
  someoneElse: true,
  story: 'Het water staat\nop de vloer.',
  room: 'badkamer',
  item: 'wc',
  problem: 'wc_verstopt',
  details: { enige_toilet: 'no', loopt_over: 'unknown' },
  photos: ['a', 'b'],
  address: { postcode: '9401ab', number: '12', addition: 'a' },
  name: 'Mevrouw Berg',
  reach: 'phone',
  phone: '06 12 34 56 78',
  when: 'pick',
  days: ['2026-12-01', '2026-12-02'],
  needs: ['longer-at-door', 'call-first'],
};

const rows = (given: RepairAnswers, language = 'nl') =>
  summarise(repairQuestions, given, wordsIn(language), language);
const words = (given: RepairAnswers) =>
  Object.fromEntries(rows(given).map(({ id, value }) => [id, value]));

describe('the answers in words', () => {
  test('say everything that she said', () => {
    assert.deepEqual(words(answers), {
      danger: 'Nee, geen gevaar',
      someoneElse: 'Ja',
      story: 'Het water staat\nop de vloer.',
      room: wordsIn('nl')('triage:room.badkamer'),
      item: wordsIn('nl')('triage:item.wc'),
      problem: wordsIn('nl')('triage:problem.wc_verstopt'),
      'details.enige_toilet': 'Nee',
      'details.loopt_over': 'Weet ik niet',
      photos: "2 foto's",
      address: '9401 AB 12 a',
      name: 'Mevrouw Berg',
      reach: 'Bel mij',
      phone: '06 12 34 56 78',
      when: 'Ik kies zelf dagen',
      days: 'dinsdag 1 december en woensdag 2 december',
      needs: 'Wacht wat langer bij de deur en Bel even voordat u komt',
    });
  });

  test('lead each to a screen that asks it', () => {
    const screens = new Map(repairQuestions.screens.map(({ id, questions }) => [id, questions]));
    for (const { id, screen } of rows(answers))
      assert.ok(
        screens.get(screen)?.some((each) => each === id.split('.')[0]),
        id,
      );
  });

  test('say nothing that was not asked, or not answered', () => {
    const said = words({ ...answers, reach: 'letter', name: '', days: undefined, photos: [] });
    for (const id of ['phone', 'email', 'name', 'days', 'photos', 'doorName'])
      assert.ok(!(id in said), id);
  });

  test('each only once, also when two screens ask it', () => {
    const twice = {
      ...repairQuestions,
      screens: repairQuestions.screens.map((screen) =>
        screen.id === 'tell' ? { ...screen, when: () => true } : screen,
      ),
    };
    const given: RepairAnswers = { danger: 'none', story: 'Het tocht' };
    const ids = summarise(twice, given, wordsIn('nl'), 'nl').map(({ id }) => id);
    assert.deepEqual(ids, ['danger', 'story']);
  });

  test('a choice of its own, and what was typed', () => {
    const leak: RepairAnswers = {
      danger: 'none',
      room: 'woonkamer',
      item: 'waterleiding',
      problem: 'lekkage_plafond',
      details: { water_vandaan: 'regen' },
    };
    assert.equal(
      words(leak)['details.water_vandaan'],
      wordsIn('nl')('triage:detail.water_vandaan.option.regen'),
    );
    const boiler: RepairAnswers = {
      danger: 'none',
      room: 'verwarming_water',
      item: 'verwarming',
      problem: 'geen_verwarming',
      details: { foutcode: 'E9' },
    };
    assert.equal(words(boiler)['details.foutcode'], 'E9');
  });

  test('phone and e-mail read from left to right in Arabic too', () => {
    const ltr = rows(answers, 'ar').filter((row) => row.ltr);
    assert.deepEqual(
      ltr.map(({ id }) => id),
      ['phone'],
    );
  });

  test('mark what is hers alone', () => {
    const personal = rows(answers).filter((row) => row.private);
    assert.deepEqual(
      personal.map(({ id }) => id),
      ['story', 'photos', 'address', 'name', 'phone', 'needs'],
    );
  });
});

describe('an address on one line', () => {
  test('by postcode, by street, and as typed when it is no postcode', () => {
    assert.equal(addressLine({ postcode: '9401ab', number: '12' }), '9401 AB 12');
    assert.equal(
      addressLine({ street: 'Brink', number: '12', addition: 'a', city: 'Assen' }),
      'Brink 12 a, Assen',
    );
    assert.equal(addressLine({ postcode: '94', number: '1' }), '94 1');
  });
});
