import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { items, problems, rooms } from './tree.ts';
import { veraItems, veraProblems, veraRooms } from './vera.ts';

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort();

describe('what VERA calls it', () => {
  it('is known for every room, item and problem, and for nothing else', () => {
    assert.deepEqual(Object.keys(veraRooms).sort(), ids(rooms));
    assert.deepEqual(Object.keys(veraItems).sort(), ids(items));
    assert.deepEqual(Object.keys(veraProblems).sort(), ids(problems));
  });

  it('is a code of three with its name', () => {
    const all = [
      ...Object.values(veraRooms),
      ...Object.values(veraItems).filter((code) => code !== null),
      ...Object.values(veraProblems).flatMap(({ defect, specialism }) => [defect, specialism]),
    ];
    for (const { code, naam } of all) {
      assert.match(code, /^[A-Z0-9]{3}$/u);
      assert.match(naam, /^[A-Z].+/u);
    }
  });

  it('puts a front door that will not lock in the hall, wherever it was found', () => {
    assert.equal(veraProblems.voordeur_sluit_niet.location?.code, 'HAL');
  });

  it('takes the names from the right lists', () => {
    assert.deepEqual(veraProblems.kraan_drupt.defect, { code: 'DRP', naam: 'Druppelt' });
    assert.deepEqual(veraProblems.kraan_drupt.specialism, {
      code: 'LOA',
      naam: 'Loodgieter allrounder',
    });
  });
});
