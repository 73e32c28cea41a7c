import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { AT_ONCE as SHOWN } from '../questionnaire.ts';
import { dangers, safeties } from './danger.ts';
import { details, items, problems, problemsOf, rooms } from './tree.ts';
import type { ItemId, ProblemId, Room } from './tree.ts';
import type { RoomId, Urgency } from './types.ts';

/** One over what fits at once is still a short list; more than that is a cupboard. */
const MOST = 7;

const room = (id: RoomId): Room => {
  const found = rooms.find((each) => each.id === id);
  assert.ok(found, `no room ${id}`);
  return found;
};

/** The items of a room under which a problem is seen without "Meer laten zien", twice. */
const seenUnder = (at: RoomId, problem: ProblemId): readonly ItemId[] =>
  room(at)
    .items.slice(0, SHOWN)
    .filter((item) =>
      problemsOf(at, item)
        .slice(0, SHOWN)
        .some(({ id }) => id === problem),
    );

const under = (at: RoomId, item: ItemId): readonly string[] =>
  problemsOf(at, item).map(({ id }) => id);

/** Rooms that are no room: the open air. */
const outdoors: readonly RoomId[] = ['balkon', 'tuin', 'buiten'];
const roofed = rooms.map(({ id }) => id).filter((id) => !outdoors.includes(id));
/** Nobody heats a meter cupboard, and what she shares with neighbours she finds cold there. */
const heated = roofed.filter((id) => id !== 'meterkast' && id !== 'gedeeld');
const isUrgent = (urgency: Urgency): boolean => urgency === 'urgent' || urgency === 'danger';

describe('a tenant with water coming in', () => {
  for (const id of roofed)
    it(`finds "through the ceiling or the wall" among the first of ${id}`, () => {
      assert.ok(seenUnder(id, 'lekkage_plafond').length > 0);
    });

  it('finds it under "Lekkage", as the first', () => {
    for (const id of roofed) assert.equal(under(id, 'waterleiding')[0], 'lekkage_plafond');
  });
});

describe('a tenant who looks in her own room', () => {
  it('finds a cold radiator from it', () => {
    for (const id of heated)
      assert.ok(
        room(id).items.some((item) => under(id, item).includes('radiator_koud')),
        id,
      );
  });

  it('finds a broken lamp, and sparks, in every room', () => {
    for (const { id } of rooms)
      for (const problem of [id === 'gedeeld' ? 'licht_gedeeld' : 'lamp_vast', 'vonken'] as const)
        assert.ok(seenUnder(id, problem).length > 0, `${problem} in ${id}`);
  });

  it('finds no shower in the kitchen and no kitchen cupboard in the bathroom', () => {
    assert.ok(!room('keuken').items.includes('douche'));
    assert.deepEqual(under('keuken', 'douche'), []);
    assert.deepEqual(under('badkamer', 'keukenblok'), []);
  });

  it('finds a dripping tap as the first of the tap', () => {
    assert.equal(under('keuken', 'kraan')[0], 'kraan_drupt');
  });
});

describe('whatever cannot wait', () => {
  for (const { id, rooms: where, urgency } of problems.filter((each) => isUrgent(each.urgency)))
    it(`${id} (${urgency}) is seen at once in each of its rooms`, () => {
      for (const each of where) assert.ok(seenUnder(each, id).length > 0, each);
    });

  it('says what to do until help comes', () => {
    for (const { id, urgency, safety } of problems) if (isUrgent(urgency)) assert.ok(safety, id);
  });

  it('says so too when an answer made it urgent', () => {
    for (const { id, raises, safety } of details)
      if (raises === 'one-higher' || (raises && isUrgent(raises))) assert.ok(safety, id);
  });
});

describe('the tree holds together', () => {
  it('has each id once', () => {
    for (const list of [rooms, items, problems, details, dangers]) {
      const ids = list.map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)]);
    }
  });

  it('names only what exists', () => {
    const known = (list: readonly { id: string }[], id: string) =>
      assert.ok(
        list.some((each) => each.id === id),
        id,
      );
    for (const each of rooms) each.items.forEach((id) => known(items, id));
    for (const each of items) each.problems.forEach((id) => known(problems, id));
    for (const each of problems) {
      each.rooms.forEach((id) => known(rooms, id));
      each.ask.forEach((id) => known(details, id));
    }
    for (const { safety } of [...problems, ...details, ...dangers])
      if (safety) assert.equal(safeties[safety].id, safety);
  });

  it('uses every item, problem, question and safety somewhere', () => {
    const used = new Set<string>([
      ...rooms.flatMap((each) => each.items),
      ...rooms.flatMap((each) => each.items.flatMap((item) => under(each.id, item))),
      ...problems.flatMap((each) => each.ask),
      ...[...problems, ...details, ...dangers].map(({ safety }) => `safety ${safety}`),
    ]);
    for (const { id } of [...items, ...problems, ...details]) assert.ok(used.has(id), id);
    for (const id of Object.keys(safeties)) assert.ok(used.has(`safety ${id}`), id);
  });

  it('can reach a problem in every room that it claims', () => {
    for (const { id, rooms: where } of problems)
      for (const each of where)
        assert.ok(
          room(each).items.some((item) => under(each, item).includes(id)),
          `${id} in ${each}`,
        );
  });

  it('shows no empty item, no long list and nothing twice', () => {
    for (const { id, items: wanted } of rooms) {
      assert.deepEqual(wanted, [...new Set(wanted)]);
      for (const item of wanted) {
        const shown = under(id, item);
        assert.ok(shown.length > 0, `${item} in ${id} is empty`);
        assert.ok(shown.length <= MOST, `${item} in ${id} has ${shown.length}`);
        assert.deepEqual(shown, [...new Set(shown)]);
      }
    }
  });

  it('gives nothing for an item that is not in that room', () => {
    assert.deepEqual(under('toilet', 'keukenblok'), []);
    assert.deepEqual(under('woonkamer', 'wc'), []);
  });

  it('asks two questions at most, and none in danger', () => {
    for (const { id, ask, urgency } of problems)
      assert.ok(ask.length <= (urgency === 'danger' ? 0 : 2), id);
  });

  it('offers self-help and photos only when there is time for them', () => {
    for (const { id, urgency, selfHelp, photos } of problems) {
      if (isUrgent(urgency)) assert.equal(selfHelp, false, id);
      if (urgency === 'danger') assert.deepEqual(photos, [], id);
    }
  });

  it('has options for a choice, and only for a choice', () => {
    for (const { id, kind, options } of details)
      assert.equal((options?.length ?? 0) > 1, kind === 'choice', id);
  });

  it('has a pictogram for everything, from the one set', () => {
    for (const { id, pictogram } of [...dangers, ...rooms, ...items, ...problems])
      assert.ok(
        existsSync(
          new URL(
            `../../../node_modules/@material-symbols/svg-400/outlined/${pictogram}.svg`,
            import.meta.url,
          ),
        ),
        `${id}: ${pictogram}`,
      );
  });

  it('tells the tiles of one screen apart by their pictograms', () => {
    const apart = (where: string, tiles: readonly { pictogram: string }[]) => {
      const used = tiles.map(({ pictogram }) => pictogram);
      assert.deepEqual(used, [...new Set(used)], where);
    };
    apart('dangers', dangers);
    apart('rooms', rooms);
    for (const { id, items: wanted } of rooms) {
      apart(
        id,
        wanted.map((item) => items.find((each) => each.id === item) ?? assert.fail(item)),
      );
      for (const item of wanted) apart(`${item} in ${id}`, problemsOf(id, item));
    }
  });
});
