import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  repairQuestions,
  safetyOf,
  urgencyOfAnswers,
} from '../../components/repair-form/questions.ts';
import {
  AT_ONCE,
  optionsOf,
  OTHER,
  questionById,
  UNKNOWN,
} from '../../src/contract/questionnaire.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { problems, rooms } from '../../src/contract/triage/tree.ts';
import type { ProblemId } from '../../src/contract/triage/tree.ts';
import type { RoomId } from '../../src/contract/triage/types.ts';

/**
 * Walks the tiles as a tenant does who never presses "Meer laten zien". Where something urgent must be
 * found is said here by hand, as she would look for it: the tree cannot agree with itself.
 */

const own: readonly RoomId[] = [
  ...(['keuken', 'badkamer', 'toilet', 'woonkamer', 'slaapkamer'] as const),
  ...(['hal', 'trap', 'meterkast', 'zolder', 'berging'] as const),
];
const roofed: readonly RoomId[] = [...own, 'gedeeld', 'hele_woning'];
const gas: readonly RoomId[] = [
  ...(['keuken', 'woonkamer', 'slaapkamer', 'hal', 'meterkast'] as const),
  ...(['zolder', 'berging', 'gedeeld', 'hele_woning'] as const),
];
const taps: readonly RoomId[] = ['keuken', 'badkamer', 'toilet'];

const sensible = {
  lekkage_plafond: roofed,
  leiding_gesprongen: roofed,
  leiding_bevroren: ['berging', 'tuin', 'buiten', 'hele_woning'],
  geen_water: [...taps, 'hele_woning'],
  kraan_dicht: taps,
  riool_komt_omhoog: [...taps, 'berging', 'tuin'],
  ketel_lekt: ['keuken', 'hal', 'zolder', 'berging', 'hele_woning'],
  boiler_lekt: ['keuken', 'badkamer', 'berging', 'hele_woning'],
  blokverwarming: ['woonkamer', 'slaapkamer', 'gedeeld', 'hele_woning'],
  gaslucht: gas,
  co_alarm: [...gas, 'trap'],
  brand_schade: [...gas, 'trap'],
  vonken: rooms.map(({ id }) => id),
  geen_stroom_huis: [...own, 'hele_woning'],
  buitengesloten: ['hal', 'gedeeld', 'hele_woning'],
  voordeur_sluit_niet: ['hal', 'keuken', 'woonkamer', 'balkon', 'hele_woning'],
  inbraak: ['hal', 'keuken', 'woonkamer', 'slaapkamer', 'berging', 'hele_woning'],
  daklekkage: ['zolder', 'slaapkamer', 'buiten'],
  balkonhek_los: ['balkon'],
  lift_stil: ['gedeeld'],
  lift_opgesloten: ['gedeeld'],
} satisfies Partial<Record<ProblemId, readonly RoomId[]>>;

/** The tiles on this screen before "Meer laten zien". */
const seen = (id: 'room' | 'item' | 'problem', answers: RepairAnswers): readonly string[] =>
  optionsOf(questionById(repairQuestions, id), answers)
    .filter((each) => each !== OTHER && each !== UNKNOWN)
    .slice(0, AT_ONCE);

/** What she can come to from a room by tiles that she sees at once. */
const reached = (room: string): Set<string> =>
  new Set(seen('item', { room }).flatMap((item) => seen('problem', { room, item })));

describe('whoever never presses "Meer laten zien"', () => {
  for (const [id, where] of Object.entries(sensible))
    it(`finds ${id} in every room where it makes sense`, () => {
      for (const room of where) assert.ok(reached(room).has(id), `${id} in ${room}`);
    });

  it('finds everything urgent that can happen inside her own door from the first six rooms', () => {
    const first = new Set(seen('room', {}).flatMap((room) => [...reached(room)]));
    const elsewhere = ['balkonhek_los', 'lift_stil', 'lift_opgesloten'];
    for (const id of Object.keys(sensible))
      if (!elsewhere.includes(id)) assert.ok(first.has(id), id);
  });
});

describe('every urgent problem', () => {
  const urgent = problems.filter(({ urgency }) => ['danger', 'urgent'].includes(urgency));

  it('is in the list above, and nothing else is', () => {
    assert.deepEqual(urgent.map(({ id }) => id).sort(), Object.keys(sensible).sort());
  });

  it('says what to do until help comes, with a number to call', () => {
    for (const { id, safety } of urgent) {
      // Its own, not what an association's urgent problem falls back on.
      assert.ok(safety, id);
      const answers = { danger: 'none', problem: id };
      assert.ok(['danger', 'urgent'].includes(urgencyOfAnswers(answers).urgency), id);
      assert.ok((safetyOf(answers)?.calls.length ?? 0) > 0, id);
    }
  });
});

describe('tiles as a tenant thinks', () => {
  const withMore = (room: string): Set<string> =>
    new Set(
      optionsOf(questionById(repairQuestions, 'item'), { room }).flatMap((item) =>
        optionsOf(questionById(repairQuestions, 'problem'), { room, item }),
      ),
    );

  it('the cold radiator is found at once from the room that is cold', () => {
    for (const room of ['woonkamer', 'slaapkamer', 'trap'])
      assert.ok(reached(room).has('radiator_koud'), room);
    for (const room of own.filter((each) => each !== 'meterkast'))
      assert.ok(withMore(room).has('radiator_koud'), room);
  });

  it('a broken lamp is found at once in every room', () => {
    for (const { id } of rooms)
      assert.ok(reached(id).has(id === 'gedeeld' ? 'licht_gedeeld' : 'lamp_vast'), id);
  });

  it('there is no shower, no toilet and no lift in the kitchen, and no cupboard in the bathroom', () => {
    for (const id of ['douche_kraan', 'wc_verstopt', 'lift_stil', 'dakpan_los'])
      assert.ok(!withMore('keuken').has(id), id);
    assert.ok(!withMore('badkamer').has('kastdeur'));
  });

  it('every one of the problems is found somewhere', () => {
    const found = new Set(rooms.flatMap(({ id }) => [...withMore(id)]));
    for (const { id } of problems) assert.ok(found.has(id), id);
    assert.equal(rooms.length, 15);
    // With "Iets anders" they are the 95 of the taxonomy.
    assert.equal(problems.length + 1, 95);
  });
});
