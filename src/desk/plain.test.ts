import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { repairQuestions } from '../../components/repair-form/questions.ts';
import type { MessageLine, Page, Report, ReportLine } from '../contract/staff.ts';
import { isDutch, languages } from '../contract/languages.ts';
import { dangers, safeties } from '../contract/triage/danger.ts';
import { PlainVisitor } from './plain-visitor.ts';
import { ask, eventually, phonePhoto } from './test-data.ts';
import { startDesk } from './testing.ts';

let clock = Date.parse('2026-11-23T10:00:00Z');
const desk = await startDesk({ now: () => clock });
after(() => desk.close());
beforeEach(async () => {
  clock = Date.parse('2026-11-23T10:00:00Z');
  await desk.empty();
});

const visit = () => new PlainVisitor(desk);

async function reports(): Promise<Report[]> {
  const cookie = await desk.signIn();
  const { items } = (await (await ask(desk, cookie, 'staffReports')).json()) as Page<ReportLine>;
  return Promise.all(
    items.map(
      async ({ id }) => (await (await ask(desk, cookie, 'staffReport', { id })).json()) as Report,
    ),
  );
}

/** From the first page to the photos, by way of the tiles. */
async function toPhotos(visitor = visit(), query = ''): Promise<PlainVisitor> {
  await visitor.open(query);
  await visitor.press({}, ['a.danger', 'none']);
  await visitor.press({ 'a.room': 'keuken' });
  await visitor.press({ 'a.item': 'kraan' });
  return visitor.press({ 'a.problem': 'kraan_drupt' });
}

async function toCheck(visitor = visit(), query = ''): Promise<PlainVisitor> {
  await toPhotos(visitor, query);
  await visitor.press();
  await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12a' });
  await visitor.press({ 'a.name': 'Mevrouw Berg', 'a.reach': 'letter' });
  return visitor.press({ 'a.when': 'always' });
}

describe('a repair on plain pages', () => {
  test('goes from the first question to a number, and the association has it', async () => {
    const visitor = await toCheck();
    assert.equal(visitor.heading, 'Klopt dit?');
    for (const word of ['De kraan druppelt', '9401 AB', 'Mevrouw Berg', 'Stuur mij een brief'])
      assert.ok(visitor.words.includes(word), word);
    await visitor.press();
    assert.equal(visitor.heading, 'Wij hebben uw melding');
    const [report] = await reports();
    assert.ok(visitor.words.includes(report?.reference ?? 'none'));
    assert.match(
      visitor.words,
      /Wij sturen u een brief.*Wij komen uiterlijk op maandag 7 december/,
    );
    assert.equal(report?.who, 'Mevrouw Berg');
    assert.equal(report?.reach.kind, 'letter');
  });

  test('takes as few screens as the kit: ten with the last one', async () => {
    const visitor = visit();
    const seen = new Set<string>();
    await visitor.open();
    const look = () => seen.add(visitor.heading);
    look();
    for (const fields of [
      ['a.danger', 'none'],
      { 'a.room': 'keuken' },
      { 'a.item': 'kraan' },
      { 'a.problem': 'kraan_drupt' },
      {},
      { 'a.address.postcode': '9401ab', 'a.address.number': '12' },
      { 'a.reach': 'letter' },
      { 'a.when': 'always' },
      {},
    ] as const) {
      if (Array.isArray(fields)) await visitor.press({}, fields as unknown as [string, string]);
      else await visitor.press(fields as Record<string, string>);
      look();
    }
    assert.equal(visitor.heading, 'Wij hebben uw melding');
    assert.ok(seen.size <= 10, [...seen].join(' | '));
  });

  test('pressing "Verstuur" twice is one report; going back and changing it is told plainly', async () => {
    const visitor = await toCheck();
    const check = visitor.html;
    await visitor.press();
    const first = visitor.words;
    visitor.html = check;
    await visitor.press();
    assert.equal(visitor.words, first, 'the same page again');
    visitor.html = check;
    await visitor.press({}, 'edit:contact');
    await visitor.press({ 'a.name': 'Iemand anders' });
    await visitor.press();
    assert.equal(visitor.heading, 'Uw melding was al bij ons');
    assert.match(visitor.words, /0592 12 34 56/);
    assert.equal((await reports()).length, 1);
  });

  test('nothing that was filled in is ever in an address', async () => {
    const visitor = await toCheck();
    for (const [, url] of visitor.html.matchAll(/(?:href|action)="([^"]*)"/g))
      assert.ok(!/9401|Berg/.test(url ?? ''), url);
  });

  test('what was typed is shown as text, whatever it is', async () => {
    const visitor = await toPhotos();
    const evil = '"><script>alert(1)</script>\'&amp;';
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12' });
    await visitor.press({ 'a.name': evil, 'a.reach': 'letter' });
    assert.ok(!visitor.html.includes('<script'));
    await visitor.press({ 'a.when': 'always' });
    assert.ok(visitor.words.includes(evil), 'shown whole on check-answers');
    assert.ok(!visitor.html.includes('<script'));
    await visitor.press();
    assert.equal((await reports())[0]?.who, evil);
  });

  /** Answers that lead to the screens that not everybody sees. */
  const LEADING: Partial<Record<string, object>> = {
    tell: { room: undefined, item: undefined, problem: undefined },
    where: { room: undefined, item: undefined, problem: 'kraan_drupt' },
    details: { item: 'waterleiding', problem: 'lekkage_plafond' },
    urgent: { item: 'waterleiding', problem: 'lekkage_plafond' },
    'self-help': { problem: 'kraan_kalk' },
    door: { someoneElse: true },
  };
  for (const { id } of repairQuestions.screens.filter(
    ({ id }) => !['stop', 'outside'].includes(id),
  ))
    for (const language of ['nl', 'ar'])
      test(`the page "${id}" in "${language}" has its words and a way to a person`, async () => {
        const visitor = await toCheck();
        const state = JSON.parse(visitor.value('state') ?? '{}') as { answers: object };
        const answers = { ...state.answers, ...LEADING[id] };
        const url = `/delinde/reparatie?taal=${language}`;
        await visitor.press(
          { state: JSON.stringify({ ...state, answers, screen: id }) },
          'stay',
          url,
        );
        const { screen } = JSON.parse(visitor.value('state') ?? '{}') as { screen: string };
        assert.equal(screen, id);
        assert.ok(visitor.heading);
        assert.ok(
          !/repair-form:|frame:|triage:|danger:|desk:|\{\{/.test(visitor.words),
          'a key is shown',
        );
        assert.match(visitor.html, /<summary class="button">/);
        assert.match(visitor.html, /href="tel:\+31592123456"/);
        for (const [tile] of visitor.html.matchAll(/<label class="option tile">.*?<\/label>/gs))
          assert.match(tile, /<svg\s+class="pictogram"/, 'a tile with its pictogram');
      });
});

describe('one page at a time', () => {
  test('"Terug" goes a page back, and everything is still there', async () => {
    const visitor = await toCheck();
    await visitor.press({}, 'back');
    assert.equal(visitor.value('a.when'), 'always');
    await visitor.press({}, 'back');
    assert.deepEqual(
      [visitor.value('a.name'), visitor.value('a.reach')],
      ['Mevrouw Berg', 'letter'],
    );
    await visitor.press({ 'a.name': 'Mevrouw Bergsma' }, 'back');
    assert.equal(visitor.value('a.address.postcode'), '9401ab');
    await visitor.press();
    assert.equal(visitor.value('a.name'), 'Mevrouw Bergsma', 'typed before going back');
  });

  test('"Aanpassen" changes one answer and comes straight back', async () => {
    const visitor = await toCheck();
    await visitor.press({}, 'edit:address');
    await visitor.press({ 'a.address.number': '14' });
    assert.equal(visitor.heading, 'Klopt dit?');
    assert.ok(visitor.words.includes('14'));
  });

  test('another room asks what hangs on it again, and nothing more', async () => {
    const visitor = await toCheck();
    await visitor.press({}, 'edit:what');
    await visitor.press({ 'a.room': 'toilet' });
    assert.equal(visitor.heading, 'Wat is er kapot?');
    assert.ok(visitor.choices('a.item').includes('wc'));
    await visitor.press({ 'a.item': 'other' });
    assert.equal(visitor.heading, 'Klopt dit?');
    assert.ok(!visitor.words.includes('De kraan druppelt'));
  });

  test('"Bel mij" brings the phone number, without a word about a mistake', async () => {
    const visitor = await toPhotos();
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12' });
    assert.ok(!visitor.html.includes('a.phone'));
    await visitor.press({ 'a.reach': 'phone' });
    assert.ok(visitor.html.includes('name="a.phone"'));
    assert.ok(!visitor.words.includes('Er klop'));
    assert.match(visitor.html, /name="a\.phone"[^>]*autofocus/);
    await visitor.press();
    assert.match(visitor.words, /Er klopt nog 1 ding niet/);
    await visitor.press({ 'a.phone': '06 12345678' });
    await visitor.press({ 'a.when': 'pick' });
    assert.deepEqual(visitor.choices('a.days')[0], '2026-11-25');
    await visitor.press({ 'a.days': ['2026-11-25', '2026-11-26'] });
    assert.match(visitor.words, /woensdag 25 november en donderdag 26 november/);
  });

  test('what is not right is said above, with links to the fields, and beside them', async () => {
    const visitor = await toPhotos();
    await visitor.press();
    await visitor.press({ 'a.address.postcode': 'x', 'a.address.number': '' });
    assert.match(visitor.html, /<title>Fout: Waar moeten wij zijn\?/);
    const summary = /<div class="summary"[\s\S]*?<\/div>/.exec(visitor.html)?.[0] ?? '';
    assert.match(summary, /autofocus/);
    for (const [, id] of summary.matchAll(/href="#([^"]+)"/g)) {
      const control = new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(visitor.html)?.[0] ?? '';
      assert.match(control, /aria-invalid="true"/, id);
      assert.match(control, new RegExp(`aria-describedby="[^"]*${id}-error`));
      assert.ok(visitor.html.includes(`id="${id}-error"`));
    }
    assert.equal(visitor.value('a.address.postcode'), 'x', 'what was typed stays');
  });

  test('for somebody else it also asks who opens the door', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({ 'a.someoneElse': 'yes' }, ['a.danger', 'none']);
    await visitor.press({ 'a.room': 'unknown', 'a.story': 'Er druppelt iets' });
    while (visitor.heading !== 'Hebt u een foto?') await visitor.press();
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12' });
    await visitor.press({ 'a.reach': 'letter' });
    assert.equal(visitor.heading, 'Wie doet de deur open?');
  });

  test('her own words are enough: it offers what they may mean, once', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({}, ['a.danger', 'none']);
    await visitor.press({ 'a.story': 'de kraan drupt de hele nacht' });
    const offered = visitor.choices('suggestion');
    assert.ok(offered.includes('kraan_drupt'), offered.join());
    assert.match(visitor.words, /Bedoelt u dit\?/);
    await visitor.press({ suggestion: 'kraan_drupt' });
    assert.equal(visitor.heading, 'Waar is het?');
    assert.deepEqual(visitor.choices('a.room').slice(0, 3), ['keuken', 'badkamer', 'toilet']);
    await visitor.press({ 'a.room': 'toilet' });
    assert.equal(visitor.heading, 'Hebt u een foto?');
  });

  test('the room that her own words name is not asked', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({}, ['a.danger', 'none']);
    await visitor.press({ 'a.story': 'de kraan in de keuken drupt' });
    await visitor.press({ suggestion: 'kraan_drupt' });
    assert.equal(visitor.heading, 'Hebt u een foto?');
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12' });
    await visitor.press({ 'a.reach': 'letter' });
    await visitor.press({ 'a.when': 'always' });
    assert.match(visitor.words, /Waar is het\? Keuken/);
  });

  test('words that mean nothing to us never hold her up', async () => {
    for (const story of ['xyzzy plugh', '???']) {
      const visitor = visit();
      await visitor.open();
      await visitor.press({}, ['a.danger', 'none']);
      await visitor.press({ 'a.story': story });
      assert.equal(visitor.heading, 'Hebt u een foto?', story);
    }
  });

  test('neither does choosing none of the suggestions', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({}, ['a.danger', 'none']);
    await visitor.press({ 'a.story': 'de kraan drupt' });
    await visitor.press({ suggestion: 'none' });
    assert.equal(visitor.heading, 'Hebt u een foto?');
  });
});

describe('danger', () => {
  test('gas: one instruction and one button; the numbers come outside', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({}, ['a.danger', 'gaslucht']);
    assert.match(visitor.heading, /Ga nu naar buiten\. Gebruik uw telefoon pas buiten\./);
    assert.ok(!visitor.html.includes('tel:'), 'nothing to call indoors');
    await visitor.press();
    assert.match(visitor.html, /href="tel:08009009"/);
    assert.match(visitor.html, /href="tel:112"/);
    assert.match(visitor.words, /Vraag de buren/);
  });

  for (const { id, safety } of dangers)
    test(`${id}: steps and numbers, and nothing is asked`, async () => {
      const visitor = visit();
      await visitor.open();
      await visitor.press({}, ['a.danger', id]);
      if (safeties[safety].leaveFirst) await visitor.press();
      assert.match(visitor.html, /href="tel:/);
      assert.ok(!/name="a\./.test(visitor.html));
      assert.ok(!/danger:|frame:/.test(visitor.words));
    });

  test('a second number stands behind the association’s own, for when nobody answers', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({}, ['a.danger', 'water_veel']);
    assert.match(visitor.words, /Niemand neemt op\?/);
    assert.match(visitor.html, /href="tel:\+31592654321"/);
    assert.match(visitor.html, /href="tel:\+31881234567"/);
  });

  test('in Arabic the Dutch stands under every line, and the numbers keep their order', async () => {
    const visitor = visit();
    await visitor.open('?taal=ar');
    await visitor.press({}, ['a.danger', 'gaslucht']);
    assert.match(visitor.html, /dir="rtl"/);
    assert.match(visitor.words, /Ga nu naar buiten/);
    await visitor.press();
    assert.match(visitor.html, /<bdi class="number" dir="ltr">0800-9009<\/bdi>/);
    assert.match(visitor.words, /Blijf buiten/);
  });

  for (const language of languages.filter((each) => !isDutch(each)))
    test(`in "${language}", as long as nobody has read it, the Dutch of every line goes first`, async () => {
      const read = desk.desk.texts(desk.desk.profiles.get('delinde')!, language);
      const dutch = desk.desk.texts(desk.desk.profiles.get('delinde')!, 'nl');
      for (const { id, safety } of dangers) {
        const visitor = visit();
        await visitor.open(`?taal=${language}`);
        const chosen = `danger:danger.${id}`;
        for (let page = 0; page < (safeties[safety].leaveFirst ? 3 : 2); page++) {
          if (page === 1) await visitor.press({}, ['a.danger', id]);
          if (page === 2) await visitor.press();
          const keys =
            page === 0
              ? [chosen]
              : ['title', 'first', 'confirm', 'step.1', 'step.2', 'step.3', 'step.4']
                  .map((each) => `danger:safety.${safety}.${each}`)
                  .filter((key) => dutch.has(key) && visitor.words.includes(read.t(key)));
          assert.ok(keys.length, `${id}, page ${page + 1}`);
          for (const key of keys) {
            const [first, after] = [dutch.t(key), read.t(key)].map((text) =>
              visitor.words.indexOf(text),
            );
            assert.ok(first! >= 0 && after! > first!, `${key}: ${visitor.words}`);
          }
        }
      }
    });

  test('for somebody else it says to call 112 and name the address', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({ 'a.someoneElse': 'yes' }, ['a.danger', 'brand_nu']);
    assert.match(visitor.words, /Bent u daar niet\? Bel 112/);
  });

  test('found by a follow-up question it stops as well, and the way back leads to that question', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({}, ['a.danger', 'none']);
    await visitor.press({ 'a.room': 'keuken' });
    await visitor.press({ 'a.item': 'waterleiding' });
    await visitor.press({ 'a.problem': 'lekkage_plafond' });
    await visitor.press({ 'a.details.water_bij_stroom': 'yes' });
    assert.match(visitor.heading, /Raak niets aan/);
    await visitor.press({}, 'safe');
    assert.equal(visitor.heading, 'Nog even dit');
  });

  test('no danger any more: the form begins where it stopped', async () => {
    const visitor = visit();
    await visitor.open();
    await visitor.press({}, ['a.danger', 'gaslucht']);
    await visitor.press();
    await visitor.press({}, 'safe');
    assert.equal(visitor.heading, 'Is er nu gevaar?');
    await visitor.press({}, ['a.danger', 'none']);
    assert.equal(visitor.heading, 'Wat is er kapot?');
  });
});

describe('photos', () => {
  const file = (bytes: Buffer | string, name = 'foto.jpg') =>
    new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);

  test('are taken with the page, and cleaned like all others', async () => {
    const visitor = await toPhotos();
    const bytes = await phonePhoto(600, 400);
    await visitor.press({ files: [file(bytes), file(bytes)] }, 'add');
    assert.match(visitor.words, /Foto 1 is bij ons .* Foto 2 is bij ons/);
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12' });
    await visitor.press({ 'a.reach': 'letter' });
    await visitor.press({ 'a.when': 'always' });
    assert.match(visitor.words, /2 foto's/);
    await visitor.press();
    const pictures = await eventually(async () => {
      const [report] = await reports();
      return report?.pictures.every(({ state }) => state === 'ready') && report.pictures;
    });
    assert.equal(pictures.length, 2);
  });

  test('chosen but not "added" go along with "Verder"', async () => {
    const visitor = await toPhotos();
    await visitor.press({ files: [file(await phonePhoto(600, 400))] });
    assert.equal(visitor.heading, 'Waar moeten wij zijn?');
    await visitor.press({}, 'back');
    assert.match(visitor.words, /Foto 1 is bij ons/);
  });

  test('one can be taken away again', async () => {
    const visitor = await toPhotos();
    await visitor.press({ files: [file(await phonePhoto(600, 400))] }, 'add');
    const photo = /value="remove:([^"]+)"/.exec(visitor.html)?.[1] ?? '';
    await visitor.press({}, `remove:${photo}`);
    assert.ok(!visitor.words.includes('Foto 1'));
    assert.equal(
      (await desk.desk.database.db.selectFrom('attachment').selectAll().execute()).length,
      0,
    );
  });

  test('what is no photo is said so, and what is one is kept', async () => {
    const visitor = await toPhotos();
    await visitor.press(
      { files: [file('<svg/>', 'a.svg'), file(await phonePhoto(600, 400))] },
      'add',
    );
    assert.match(visitor.words, /Deze foto kunnen wij niet openen/);
    assert.match(visitor.words, /Foto 1 is bij ons/);
  });

  test('too large, or one too many, is said in words', async () => {
    const visitor = await toPhotos();
    await visitor.press({ files: [file(Buffer.alloc(10 * 1024 * 1024 + 1))] }, 'add');
    assert.match(visitor.words, /Deze foto is te groot/);
    const small = file(await phonePhoto(100, 80));
    await visitor.press({ files: [small, small, small, small, small, small] }, 'add');
    assert.match(visitor.words, /U kunt 5 foto's sturen/);
    assert.ok(!visitor.html.includes('type="file"'));
  });

  test('the page says nothing about photos that are not hers', async () => {
    const mine = await toPhotos();
    await mine.press({ files: [file(await phonePhoto(200, 100))] }, 'add');
    const photo = /value="remove:([^"]+)"/.exec(mine.html)?.[1] ?? '';
    const other = await toPhotos();
    await other.press({}, `remove:${photo}`);
    assert.equal(
      (await desk.desk.database.db.selectFrom('attachment').selectAll().execute()).length,
      1,
    );
  });
});

describe('the language', () => {
  test('changes in place: what was filled in stays', async () => {
    const visitor = await toPhotos();
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab' }, 'stay', '/delinde/reparatie?taal=ar');
    assert.match(visitor.html, /<html lang="ar" dir="rtl">/);
    assert.equal(visitor.value('a.address.postcode'), '9401ab');
    await visitor.press({ 'a.address.number': '12' });
    assert.match(visitor.html, /<html lang="ar" dir="rtl">/);
    assert.ok(!/repair-form:|frame:/.test(visitor.words));
  });

  test('also after sending: the same number in the other language', async () => {
    const visitor = await toCheck();
    await visitor.press();
    const [report] = await reports();
    await visitor.press({}, 'stay', '/delinde/reparatie?taal=ar');
    assert.ok(visitor.words.includes(report?.reference ?? 'none'));
    assert.match(visitor.heading, /\p{Script=Arabic}/u);
    assert.equal((await reports()).length, 1);
  });

  test('one that the association does not offer is Dutch', async () => {
    for (const [association, query] of [
      ['delinde', '?taal=xx'],
      ['hetbaken', '?taal=ar'],
    ] as const) {
      const visitor = new PlainVisitor(desk, 'plainRepair', association);
      await visitor.open(query);
      assert.match(visitor.html, /<html lang="nl" dir="ltr">/);
    }
  });

  test('the report says in which language it was filled in', async () => {
    const visitor = await toCheck(visit(), '?taal=ar');
    await visitor.press();
    assert.equal((await reports())[0]?.language, 'ar');
  });
});

describe('the way to a person', () => {
  test('says whether it is open now, and when next', async () => {
    const visitor = visit();
    await visitor.open();
    assert.match(visitor.words, /Nu open tot 17:00 uur/);
    clock = Date.parse('2026-11-23T17:00:00Z');
    await visitor.open();
    assert.match(visitor.words, /Nu dicht\. Open op dinsdag 24 november om 08:30 uur/);
    assert.match(visitor.words, /Spoed\? Bel dag en nacht 0592 65 43 21/);
    assert.match(visitor.words, /Brink 4, 9401 AB Assen/);
  });

  test('a message is a page of its own, and the report waits for her', async () => {
    const visitor = await toPhotos();
    await visitor.press();
    await visitor.press(
      { 'a.address.postcode': '9401ab' },
      ['from', 'address'],
      '/delinde/bericht?taal=nl',
    );
    assert.equal(visitor.heading, 'Stuur ons een bericht');
    await visitor.press({ text: '', reach: '' }, 'send');
    assert.match(visitor.words, /Er kloppen nog 2 dingen niet/);
    await visitor.press({ text: 'Ik kom er niet uit', reach: '06 12345678' }, 'send');
    assert.equal(visitor.heading, 'Wij hebben uw bericht');
    const cookie = await desk.signIn();
    const { items } = (await (
      await ask(desk, cookie, 'staffMessages')
    ).json()) as Page<MessageLine>;
    assert.equal(items[0]?.text, 'Ik kom er niet uit');
    assert.equal(items[0]?.from, 'repair-form/address');
    assert.ok(visitor.words.includes(items[0].reference));
    const back =
      /<form[^>]*action="(\/delinde\/reparatie[^"]*)"[\s\S]*?name="state"[^>]*value="([^"]*)"/.exec(
        visitor.html,
      );
    visitor.html = `<form id="form" action="${back?.[1]}"><input name="state" type="hidden" value="${back?.[2]}"></form>`;
    await visitor.press({}, 'stay');
    assert.equal(visitor.heading, 'Waar moeten wij zijn?');
    assert.equal(visitor.value('a.address.postcode'), '9401ab');
  });

  test('sent twice it is one message', async () => {
    const visitor = new PlainVisitor(desk, 'plainMessage');
    await visitor.open();
    const page = visitor.html;
    for (let time = 0; time < 2; time++) {
      visitor.html = page;
      await visitor.press({ text: 'Hallo', reach: '06 12345678' }, 'send');
    }
    const { db } = desk.desk.database;
    assert.equal((await db.selectFrom('message').selectAll().execute()).length, 1);
  });
});

describe('what no page of ours would send', () => {
  test('begins anew, and never breaks', async () => {
    const states = ['', 'x', '{}', '[]', 'null', '{"answers":{"danger":5}}'];
    for (const state of states) {
      const visitor = await visit().open();
      await visitor.press({ state });
      assert.deepEqual([visitor.status, visitor.heading], [200, 'Is er nu gevaar?'], state);
    }
  });

  test('a choice that is not on the page is not taken', async () => {
    const visitor = await visit().open();
    await visitor.press({}, ['a.danger', 'none']);
    await visitor.press({ 'a.room': 'zolder<script>' });
    assert.ok(!visitor.html.includes('<script'));
    await visitor.press({ asked: 'name reach', 'a.name': 'x' });
    assert.ok(!(visitor.value('state') ?? '').includes('"name"'));
    for (const button of ['edit:nergens', 'edit:', 'remove:x', 'onbekend', 'back', 'safe']) {
      await visitor.press({}, button);
      assert.equal(visitor.status, 200, button);
    }
  });

  test('a skipped question is asked before it is sent', async () => {
    const visitor = await visit().open();
    const state = JSON.parse(visitor.value('state') ?? '{}') as object;
    await visitor.press({
      state: JSON.stringify({ ...state, screen: 'check', answers: { danger: 'none' } }),
      asked: '',
    });
    assert.match(visitor.words, /Er klop/);
    assert.equal((await reports()).length, 0);
  });

  test('a text that is too long stays on its page', async () => {
    const visitor = await toPhotos();
    await visitor.press();
    await visitor.press({ 'a.address.postcode': '9401ab', 'a.address.number': '12' });
    await visitor.press({ 'a.reach': 'letter', 'a.name': 'x'.repeat(5000) });
    assert.equal(visitor.status, 200);
  });
});
