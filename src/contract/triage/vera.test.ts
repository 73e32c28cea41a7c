import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { items, problems, rooms } from './tree.ts';
import { veraItems, veraOf, veraProblems, veraRooms } from './vera.ts';

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

  it('puts a front door in the hall when she named no room, and a lift and a roof in their own', () => {
    const place = (room: string | undefined, problem: string) =>
      veraOf({ room, problem }).location.code;
    assert.equal(place(undefined, 'voordeur_sluit_niet'), 'HAL');
    assert.equal(place('hele_woning', 'voordeur_sluit_niet'), 'HAL');
    assert.equal(place('balkon', 'voordeur_sluit_niet'), 'BAL');
    assert.equal(place('gedeeld', 'lift_stil'), 'LIF');
    assert.equal(place('zolder', 'daklekkage'), 'DAK');
  });

  it('has words for what she could not name, and for a room of an earlier version', () => {
    const { defect, specialism, location, element, payer } = veraOf({ room: 'other' });
    assert.deepEqual(
      [defect.code, specialism.code, location.code, element, payer],
      ['OVE', 'INS', 'OVE', null, 'depends'],
    );
    const former = { room: 'verwarming_water', item: 'verwarming', problem: 'geen_verwarming' };
    assert.deepEqual(veraOf(former), veraOf({ ...former, room: 'hele_woning' }));
    assert.equal(veraOf(former).element?.code, 'VTO');
    assert.equal(veraOf({ problem: 'toString', item: 'constructor' }).defect.code, 'OVE');
  });

  it('never blames her for the cause', () => {
    const causes = Object.values(veraProblems).flatMap(({ cause }) => (cause ? [cause.code] : []));
    assert.deepEqual([...new Set(causes)].sort(), ['BRA', 'STO', 'VAN']);
  });

  it('takes the names from the right lists', () => {
    assert.deepEqual(veraProblems.kraan_drupt.defect, { code: 'DRP', naam: 'Druppelt' });
    assert.deepEqual(veraProblems.kraan_drupt.specialism, {
      code: 'LOA',
      naam: 'Loodgieter allrounder',
    });
  });
});
