import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { screensAsked } from '../../src/contract/questionnaire.ts';
import type { Receipt, RepairAnswers } from '../../src/contract/repair-request.ts';
import { carriedOver } from '../../src/runtime/journey/carry-over.ts';
import { needs, next, start } from './model.ts';
import type { RepairAction, RepairState } from './model.ts';
import { repairQuestions } from './questions.ts';

const KEY = '3b241101-e2bb-4255-8caf-4136c566a962';
const PHOTO = '9c858901-8a57-4791-81fe-4c455b099bc9';
const SECOND = '16fd2706-8baf-433b-82eb-8c7fada847da';
const receipt: Receipt = {
  reference: 'K7M4-P2XR-9',
  receivedAt: '2026-11-24T09:41:00Z',
  promise: { kind: 'none' },
  photosLost: [],
};

/** Somebody filling in the form: what she does, and which screens she has seen. */
class Visit {
  state: RepairState = start();
  readonly seen: string[] = [this.state.screen];
  furthest = 0;

  does(...actions: RepairAction[]): this {
    for (const action of actions) {
      const before = this.state.screen;
      this.state = next(this.state, action);
      if (this.state.screen !== before) this.seen.push(this.state.screen);
      assert.ok(this.state.furthest >= this.furthest, 'the bar went back');
      this.furthest = this.state.furthest;
    }
    return this;
  }

  says(answers: RepairAnswers): this {
    for (const [id, value] of Object.entries(answers))
      this.does({ type: 'answer', id, value } as RepairAction);
    return this;
  }

  onward(): this {
    return this.does({ type: 'continue' });
  }

  get codes(): string[] {
    return this.state.errors.map(({ field, code }) => `${field} ${code}`);
  }
}

const address = { postcode: '9401ab', number: '12' };

/** As far as check-answers, with a dripping tap in the kitchen. */
const drippingTap = (): Visit =>
  new Visit()
    .says({ danger: 'none' })
    .onward()
    .says({ room: 'keuken' })
    .onward()
    .says({ item: 'kraan' })
    .onward()
    .says({ problem: 'kraan_drupt' })
    .onward()
    .onward()
    .says({ address })
    .onward()
    .says({ reach: 'letter' })
    .onward()
    .says({ when: 'always' })
    .onward();

describe('a dripping tap', () => {
  test('takes at most ten screens, the confirmation among them', () => {
    const visit = drippingTap();
    assert.deepEqual(visit.seen, [
      'danger',
      'what',
      'item',
      'problem',
      'photos',
      'address',
      'contact',
      'visit',
      'check',
    ]);
    visit.does({ type: 'send', key: KEY, language: 'nl' }, { type: 'accepted', receipt });
    assert.equal(visit.state.phase, 'sent');
    assert.ok(visit.seen.length + 1 <= 10);
  });

  test('asks for nothing but the address and one way to reach her', () => {
    const visit = new Visit().says({ danger: 'none' }).onward().onward().onward();
    assert.equal(visit.state.screen, 'photos');
    visit.onward().onward();
    assert.deepEqual(visit.codes, ['address.postcode missing', 'address.number missing']);
    visit.says({ address }).onward().onward();
    assert.deepEqual(visit.codes, ['reach choose']);
    visit.says({ reach: 'phone' }).onward();
    assert.deepEqual(visit.codes, ['phone missing']);
    visit.says({ phone: '0612345678' }).onward().onward();
    assert.deepEqual(visit.codes, ['when choose']);
    visit.says({ when: 'call-first' }).onward();
    assert.equal(visit.state.screen, 'check');
  });

  test('an error goes away when its field changes, and the others stay', () => {
    const visit = new Visit().says({ danger: 'none' }).onward().onward().onward().onward().onward();
    assert.equal(visit.codes.length, 2);
    visit.says({ address: { postcode: '9' } });
    assert.deepEqual(visit.codes, []);
    visit.onward();
    assert.deepEqual(visit.codes, ['address.postcode postcode', 'address.number missing']);
  });
});

describe('danger', () => {
  const personal = repairQuestions.questions.filter((each) => each.private).map(({ id }) => id);
  const asksNothingPersonal = ({ answers }: RepairState): void => {
    const asked = screensAsked(repairQuestions, answers).flatMap(({ questions }) => questions);
    assert.deepEqual(
      // In her own words, written or spoken, she may have said what the danger is.
      asked.filter((id) => personal.includes(id) && id !== 'story' && id !== 'voice'),
      [],
    );
  };

  test('gas: first outside, then the phone, and there it ends', () => {
    const visit = new Visit().says({ danger: 'gaslucht' }).onward();
    assert.equal(visit.state.screen, 'stop');
    asksNothingPersonal(visit.state);
    visit.onward();
    assert.equal(visit.state.screen, 'outside');
    assert.throws(() => visit.onward(), /where the way ends/);
    assert.throws(() => visit.does({ type: 'send', key: KEY, language: 'nl' }), /before the end/);
  });

  for (const danger of ['brand_nu', 'vonken', 'water_veel', 'lift_opgesloten'])
    test(`${danger}: the form stops at once`, () => {
      const visit = new Visit().says({ danger }).onward();
      assert.equal(visit.state.screen, 'stop');
      asksNothingPersonal(visit.state);
      assert.throws(() => visit.onward(), /where the way ends/);
    });

  test('a follow-up answer may be dangerous: water beside electricity', () => {
    const visit = new Visit()
      .says({ danger: 'none' })
      .onward()
      .says({ room: 'woonkamer' })
      .onward()
      .says({ item: 'waterleiding' })
      .onward()
      .says({ problem: 'lekkage_plafond' })
      .onward()
      .says({ details: { water_bij_stroom: 'yes' } })
      .onward();
    assert.equal(visit.state.screen, 'stop');
    asksNothingPersonal(visit.state);
  });

  test('a smell that may be gas leads outside', () => {
    const visit = new Visit()
      .says({ danger: 'none' })
      .onward()
      .says({ room: 'toilet' })
      .onward()
      .says({ item: 'afvoer' })
      .onward()
      .says({ problem: 'rioollucht' })
      .onward()
      .says({ details: { kan_gas_zijn: 'yes' } })
      .onward()
      .onward();
    assert.equal(visit.state.screen, 'outside');
  });

  test('it was a mistake: she goes back and on', () => {
    const visit = new Visit()
      .says({ danger: 'gaslucht' })
      .onward()
      .onward()
      .does({ type: 'back' }, { type: 'back' })
      .says({ danger: 'none' })
      .onward();
    assert.equal(visit.state.screen, 'what');
  });

  test('found while changing an answer, it stops there too, and from its first instruction', () => {
    const visit = drippingTap().does({ type: 'edit', screen: 'danger' });
    // Twice: the instruction was read before, and is given again.
    for (const _ of [1, 2]) {
      visit.says({ danger: 'gaslucht' }).onward();
      assert.equal(visit.state.screen, 'stop');
      visit
        .onward()
        .does({ type: 'back' }, { type: 'back' })
        .does({ type: 'open', screen: 'danger' });
      visit.says({ danger: 'none' });
    }
  });
});

describe('urgent', () => {
  const urgent = (): Visit =>
    new Visit()
      .says({ danger: 'none' })
      .onward()
      .says({ room: 'keuken' })
      .onward()
      .says({ item: 'kraan' })
      .onward()
      .says({ problem: 'geen_water' })
      .onward();

  test('a problem that cannot wait: phone first, then the form', () => {
    const visit = urgent().onward();
    assert.equal(visit.state.screen, 'urgent');
    assert.equal(visit.onward().state.screen, 'photos');
  });

  test('a follow-up answer makes it urgent', () => {
    const visit = new Visit()
      .says({ danger: 'none' })
      .onward()
      .says({ room: 'toilet' })
      .onward()
      .says({ item: 'wc' })
      .onward()
      .says({ problem: 'wc_verstopt' })
      .onward()
      .says({ details: { enige_toilet: 'yes' } })
      .onward();
    assert.equal(visit.state.screen, 'urgent');
  });

  test('another urgent problem, chosen with "Aanpassen", is told again', () => {
    const visit = urgent()
      .onward()
      .onward()
      .onward()
      .says({ address })
      .onward()
      .says({ reach: 'letter' })
      .onward()
      .says({ when: 'always' })
      .onward();
    visit.does({ type: 'edit', screen: 'problem' }).says({ problem: 'kraan_dicht' }).onward();
    assert.equal(visit.state.screen, 'urgent');
    assert.equal(visit.onward().state.screen, 'check');
  });
});

describe('"Aanpassen"', () => {
  test('leads to its screen and straight back', () => {
    const visit = drippingTap()
      .does({ type: 'edit', screen: 'address' })
      .says({ address: { postcode: '9401 AC', number: '3' } })
      .onward();
    assert.equal(visit.state.screen, 'check');
    assert.equal(visit.state.editing, false);
  });

  test('asks again what a changed room wiped, and nothing else', () => {
    const visit = drippingTap().does({ type: 'edit', screen: 'what' }).says({ room: 'toilet' });
    const from = visit.seen.length;
    visit.onward().says({ item: 'wc' }).onward().says({ problem: 'wc_los' }).onward();
    assert.deepEqual(visit.seen.slice(from), ['item', 'problem', 'check']);
  });

  test('an address that was made wrong holds her there', () => {
    const visit = drippingTap()
      .does({ type: 'edit', screen: 'address' })
      .says({ address: { postcode: '', number: '12' } });
    assert.equal(visit.does({ type: 'open', screen: 'check' }).state.screen, 'address');
    assert.deepEqual(visit.onward().codes, ['address.postcode missing']);
  });

  test('of a screen that is not asked is a bug', () => {
    assert.throws(() => drippingTap().does({ type: 'edit', screen: 'door' }), /not asked/);
  });
});

describe('her own words', () => {
  const told = (): Visit =>
    new Visit()
      .says({ danger: 'none' })
      .onward()
      .says({ story: 'de wc zit los', problem: 'wc_los' });

  test('keep the way short: where it is, and no tiles of things', () => {
    const visit = told().onward();
    assert.equal(visit.state.screen, 'where');
    visit.says({ room: 'badkamer' }).onward();
    assert.equal(visit.state.screen, 'photos');
    assert.equal(visit.state.answers.problem, 'wc_los');
  });

  test('where it is may stay unsaid', () => {
    assert.equal(told().onward().onward().state.screen, 'photos');
  });

  test('of something in danger ask nothing first', () => {
    const visit = new Visit().says({ danger: 'none' }).onward();
    visit.says({ story: 'gaslucht', problem: 'gaslucht' }).onward();
    assert.equal(visit.state.screen, 'stop');
  });

  test('what they may mean stays when she goes on, until it is sent', () => {
    const visit = told().does({ type: 'suggest', problems: ['wc_los'] });
    const { state } = visit;
    assert.equal(visit.does({ type: 'suggest', problems: ['wc_los'] }).state, state);
    assert.deepEqual(visit.onward().onward().state.suggested, ['wc_los']);
  });

  test('a room of that problem keeps it', () => {
    const visit = told().says({ room: 'badkamer' });
    assert.equal(visit.state.answers.problem, 'wc_los');
    assert.equal(visit.onward().state.screen, 'photos');
  });

  test('a room that cannot have it asks on', () => {
    const visit = told().says({ room: 'woonkamer' });
    assert.equal(visit.state.answers.problem, undefined);
    assert.equal(visit.onward().state.screen, 'item');
  });

  test('found after a room that cannot have it, they drop that room', () => {
    const visit = new Visit()
      .says({ danger: 'none' })
      .onward()
      .says({ room: 'woonkamer', problem: 'wc_los' });
    assert.equal(visit.state.answers.room, undefined);
    assert.equal(visit.onward().state.screen, 'where');
  });

  test('alone are enough, and "Iets anders" and "Weet ik niet" never block', () => {
    const start = () => new Visit().says({ danger: 'none' }).onward();
    assert.equal(start().says({ story: 'iets met de muur' }).onward().state.screen, 'photos');
    for (const unsure of ['other', 'unknown']) {
      assert.equal(start().says({ room: unsure }).onward().onward().state.screen, 'photos');
      assert.equal(
        start().says({ room: 'keuken' }).onward().says({ item: unsure }).onward().onward().state
          .screen,
        'photos',
      );
      assert.equal(
        start()
          .says({ room: 'keuken' })
          .onward()
          .says({ item: 'kraan' })
          .onward()
          .says({ problem: unsure })
          .onward()
          .onward().state.screen,
        'photos',
      );
    }
  });
});

describe("the browser's own back and forward", () => {
  const open = (visit: Visit, screen: string): string =>
    visit.does({ type: 'open', screen }).state.screen;

  test('lead to every screen that she has been on', () => {
    const visit = drippingTap();
    for (const screen of ['danger', 'what', 'contact', 'check'])
      assert.equal(open(visit, screen), screen);
  });

  test('never jump ahead', () => {
    const visit = new Visit().says({ danger: 'none' }).onward();
    for (const screen of ['photos', 'address', 'check', 'stop'])
      assert.equal(open(visit, screen), 'what');
    assert.equal(open(visit, 'no such screen'), 'what');
  });

  test('to the screen that she is on, change nothing: what is wrong on it stays', () => {
    const visit = drippingTap();
    open(visit, 'contact');
    visit.says({ reach: 'phone' }).says({ phone: '12' }).onward();
    const { errors } = visit.state;
    assert.ok(errors.length > 0);
    open(visit, 'contact');
    assert.deepEqual(visit.state.errors, errors);
  });

  test('a screen that is no longer asked leads to the one before it', () => {
    const visit = new Visit().says({ danger: 'none' }).onward().says({ room: 'unknown' }).onward();
    assert.equal(visit.state.screen, 'tell');
    visit.says({ story: 'het tocht' }).onward();
    assert.equal(open(visit, 'tell'), 'what');
  });

  test('change nothing while it is sent, and nothing after', () => {
    const visit = drippingTap().does({ type: 'send', key: KEY, language: 'nl' });
    const sending = visit.state;
    assert.equal(visit.does({ type: 'open', screen: 'danger' }).state, sending);
    visit.does({ type: 'accepted', receipt });
    const sent = visit.state;
    assert.equal(visit.does({ type: 'open', screen: 'visit' }).state, sent);
    assert.equal(sent.receipt, receipt);
  });
});

describe('what must be running', () => {
  const withPhotos = (...photos: string[]): Visit => {
    const visit = drippingTap();
    for (const photo of photos) visit.does({ type: 'add-photo', photo });
    return visit;
  };

  test('photos go while she fills in the rest', () => {
    assert.deepEqual(needs(withPhotos(PHOTO).state), [{ kind: 'upload', photo: PHOTO }]);
  });

  test('the report goes after its photos', () => {
    const visit = withPhotos(PHOTO, SECOND).does({ type: 'send', key: KEY, language: 'nl' });
    assert.deepEqual(
      needs(visit.state).map(({ kind }) => kind),
      ['upload', 'upload'],
    );
    visit.does({ type: 'uploaded', photo: PHOTO });
    assert.deepEqual(needs(visit.state), [{ kind: 'upload', photo: SECOND }]);
    visit.does({ type: 'uploaded', photo: SECOND });
    assert.deepEqual(needs(visit.state), [{ kind: 'submit', key: KEY }]);
  });

  test('or without them, when she does not want to wait', () => {
    const visit = withPhotos(PHOTO).does(
      { type: 'send', key: KEY, language: 'nl' },
      { type: 'leave-photos' },
    );
    assert.deepEqual(needs(visit.state), [{ kind: 'submit', key: KEY }]);
  });

  test('a photo that nobody will have does not hold up the report', () => {
    const visit = withPhotos(PHOTO).does(
      { type: 'send', key: KEY, language: 'nl' },
      { type: 'drop-photo', photo: PHOTO },
    );
    assert.deepEqual(visit.state.answers.photos, []);
    assert.deepEqual(needs(visit.state), [{ kind: 'submit', key: KEY }]);
  });

  test('a photo that the desk must open is asked about before the report goes', () => {
    const visit = withPhotos(PHOTO).does(
      { type: 'uploaded', photo: PHOTO, unchecked: true },
      { type: 'send', key: KEY, language: 'nl' },
    );
    assert.deepEqual(needs(visit.state), [{ kind: 'check', photo: PHOTO }]);
    const reopened = JSON.parse(JSON.stringify(visit.state)) as RepairState;
    assert.deepEqual(needs(reopened), [{ kind: 'check', photo: PHOTO }]);
    visit.does({ type: 'checked', photo: PHOTO });
    assert.deepEqual(needs(visit.state), [{ kind: 'submit', key: KEY }]);
    assert.deepEqual(visit.state.answers.photos, [PHOTO]);
  });

  test('one that cannot be opened brings her back to the photos, when she is there to be asked', () => {
    const visit = withPhotos(PHOTO, SECOND).does(
      { type: 'uploaded', photo: PHOTO, unchecked: true },
      { type: 'uploaded', photo: SECOND },
      { type: 'send', key: KEY, language: 'nl' },
      { type: 'drop-photo', photo: PHOTO, ask: true },
    );
    const { phase, screen, sendKey, answers, unchecked } = visit.state;
    assert.deepEqual([phase, screen, sendKey], ['filling', 'photos', undefined]);
    assert.deepEqual([answers.photos, unchecked], [[SECOND], []]);
    assert.deepEqual(needs(visit.state), []);
    visit.does({ type: 'continue' });
    assert.equal(visit.state.screen, 'check');
  });

  test('one that cannot be opened while she is filling in leaves her where she is', () => {
    const visit = withPhotos(PHOTO).does(
      { type: 'uploaded', photo: PHOTO, unchecked: true },
      { type: 'drop-photo', photo: PHOTO, ask: true },
    );
    assert.equal(visit.state.screen, 'check');
    assert.deepEqual(visit.state.answers.photos, []);
  });

  test('a photo that was being made small when she pressed Send still goes first', () => {
    const visit = drippingTap().does(
      { type: 'send', key: KEY, language: 'nl' },
      { type: 'add-photo', photo: PHOTO },
    );
    assert.deepEqual(needs(visit.state), [{ kind: 'upload', photo: PHOTO }]);
  });

  test('a form reopened while it was being sent goes on, with the same key', () => {
    const { state } = drippingTap().does({ type: 'send', key: KEY, language: 'nl' });
    const reopened = JSON.parse(JSON.stringify(state)) as RepairState;
    assert.deepEqual(needs(reopened), [{ kind: 'submit', key: KEY }]);
    assert.equal(reopened.language, 'nl');
  });

  test('nothing, once it is sent, and of her answers only how we reach her stays', () => {
    const visit = withPhotos(PHOTO).does(
      { type: 'uploaded', photo: PHOTO },
      { type: 'send', key: KEY, language: 'nl' },
      { type: 'accepted', receipt },
    );
    assert.deepEqual(needs(visit.state), []);
    assert.deepEqual(visit.state.answers, { reach: 'letter' });
  });
});

describe('the desk says no', () => {
  const sending = (): Visit => drippingTap().does({ type: 'send', key: KEY, language: 'nl' });

  test('she comes to the first screen with something wrong, and back to check from there', () => {
    const visit = sending().does({
      type: 'refused',
      code: 'wrong-answers',
      errors: [
        { field: 'when', code: 'unknown-choice' },
        { field: 'address.number', code: 'house-number' },
      ],
    });
    assert.equal(visit.state.screen, 'address');
    assert.deepEqual(visit.codes, ['when unknown-choice', 'address.number house-number']);
    assert.equal(visit.state.sendKey, undefined);
    assert.equal(visit.says({ address }).onward().state.screen, 'check');
  });

  test('without a field she stays on check, with a word about it, and may send again', () => {
    const visit = sending().does({ type: 'refused', code: 'too-large', errors: [] });
    assert.equal(visit.state.screen, 'check');
    assert.equal(visit.state.refused, 'too-large');
    visit.does({ type: 'send', key: KEY, language: 'nl' });
    assert.equal(visit.state.refused, undefined);
  });
});

describe('"Het is gelukt"', () => {
  const helped = (): Visit =>
    new Visit()
      .says({ danger: 'none' })
      .onward()
      .says({ room: 'woonkamer' })
      .onward()
      .says({ item: 'radiator' })
      .onward()
      .says({ problem: 'radiator_koud' })
      .onward()
      .onward();

  test('ends without a report, and can be undone', () => {
    const visit = helped().does({ type: 'solved', value: true });
    assert.equal(visit.state.solved, true);
    assert.equal(visit.does({ type: 'solved', value: false }).state.screen, 'self-help');
  });

  test('is not undone by a photo that arrives meanwhile', () => {
    const visit = helped().does(
      { type: 'solved', value: true },
      { type: 'uploaded', photo: PHOTO },
      { type: 'drop-photo', photo: PHOTO },
    );
    assert.equal(visit.state.solved, true);
  });

  test('outlives a look at the ways to a person', () => {
    const visit = helped().does(
      { type: 'solved', value: true },
      { type: 'open', screen: 'solved' },
    );
    assert.equal(visit.state.solved, true);
  });

  test('is undone by going back', () => {
    const visit = helped().does(
      { type: 'solved', value: true },
      { type: 'open', screen: 'self-help' },
    );
    assert.equal(visit.state.solved, undefined);
    assert.equal(visit.state.screen, 'self-help');
  });
});

describe('what can never happen throws', () => {
  const sending = (): Visit => drippingTap().does({ type: 'send', key: KEY, language: 'nl' });
  const sent = (): Visit => sending().does({ type: 'accepted', receipt });
  const forbidden: [string, () => Visit, RepairAction][] = [
    ['an answer while sending', sending, { type: 'answer', id: 'name', value: 'B' }],
    ['"Verder" while sending', sending, { type: 'continue' }],
    ['a second send', sending, { type: 'send', key: KEY, language: 'nl' }],
    ['an answer after it was sent', sent, { type: 'answer', id: 'name', value: 'B' }],
    ['a photo after it was sent', sent, { type: 'add-photo', photo: PHOTO }],
    ['accepted twice', sent, { type: 'accepted', receipt }],
    ['accepted while filling in', drippingTap, { type: 'accepted', receipt }],
    ['refused while filling in', drippingTap, { type: 'refused', code: 'fault', errors: [] }],
    ['leaving photos while filling in', drippingTap, { type: 'leave-photos' }],
    ['"Verder" on check', drippingTap, { type: 'continue' }],
    ['solved on check', drippingTap, { type: 'solved', value: true }],
    ['send on the first screen', () => new Visit(), { type: 'send', key: KEY, language: 'nl' }],
  ];
  for (const [name, visit, action] of forbidden)
    test(name, () => assert.throws(() => visit().does(action)));
});

describe('a draft of another version of the form', () => {
  const ofOld = (change: object) => ({
    ...drippingTap().state,
    version: 0,
    ...change,
  });
  const carried = (stored: unknown) => carriedOver(repairQuestions, stored, start());

  test('keeps every answer that still fits, and the screen she was on', () => {
    const { answers, passed } = drippingTap().state;
    const state = carried(ofOld({ colour: 'blue' }));
    assert.deepEqual(state, {
      ...start(),
      answers,
      passed,
      furthest: 4,
      screen: 'check',
      unchecked: [],
    });
  });

  test('leaves behind what is no longer asked, has another shape, or is no choice any more', () => {
    const { answers } = drippingTap().state;
    const { when: _, address: __, ...left } = answers;
    const state = carried(
      ofOld({ answers: { ...answers, when: 'at-night', address: 'Brink 12', shoeSize: '41' } }),
    );
    assert.deepEqual(state.answers, left);
    assert.equal(state.screen, 'address', 'the first that has to be asked again');
  });

  test('goes on being sent under the same key, and keeps the reference of what was sent', () => {
    const sending = carried(ofOld({ phase: 'sending', sendKey: KEY, language: 'tr' }));
    assert.deepEqual(needs(sending), [{ kind: 'submit', key: KEY }]);
    assert.equal(sending.language, 'tr');
    const sent = carried(ofOld({ phase: 'sent', receipt }));
    assert.deepEqual([sent.phase, sent.receipt], ['sent', receipt]);
  });

  test('that says nothing that we understand is a new form', () => {
    const odd = ofOld({ answers: 7, passed: {}, screen: 'attic', uploaded: 'x', phase: 'sending' });
    for (const stored of [null, 4, 'x', [], {}, odd]) {
      const { answers, screen, passed, uploaded, phase } = carried(stored);
      assert.deepEqual([answers, passed, uploaded], [{}, [], []]);
      assert.deepEqual([screen, phase], [start().screen, 'filling']);
    }
  });
});
