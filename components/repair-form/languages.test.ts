import { expect } from '@open-wc/testing';
import { mendAll, withoutWaiting } from '../../test/browser/broken.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import {
  choose,
  control,
  field,
  fill,
  heading,
  newVisitor,
  onScreen,
  openForm,
  pick,
  read,
  says,
} from '../../test/browser/form.ts';
import { ariaSnapshot } from '../../test/browser/helpers.ts';
import { drippingTap, seed, seedPhotos } from '../../test/browser/seed.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { fromDisk, wordsOf } from '../../test/browser/words.ts';
import { languages } from '../../src/contract/languages.ts';
import type { Language } from '../../src/contract/languages.ts';
import { dangers, safeties, safetyKey } from '../../src/contract/triage/danger.ts';
import type { Receipt } from '../../src/contract/repair-request.ts';
import type { Translate } from '../../src/contract/text.ts';
import { uuid } from '../../src/runtime/ids.ts';
import type { RepairForm } from './repair-form.ts';

let form: RepairForm;
let dutch: Translate;
let arabic: Translate;
const open = async (lang = 'ar'): Promise<RepairForm> => (form = await openForm({ lang }));
const shown = (): string => form.renderRoot.querySelector('.frame')!.getAttribute('lang') ?? 'none';
const inLanguage = (language: string): Promise<void> =>
  waitUntil(() => shown() === language, `${language}, not ${shown()}`);
const ceiling = {
  room: 'woonkamer',
  item: 'waterleiding',
  problem: 'lekkage_plafond',
} as const;

before(async () => {
  [dutch, arabic] = await Promise.all([wordsOf('nl'), wordsOf('ar')]);
});
beforeEach(() => newVisitor());
afterEach(() => {
  mendAll();
  form.remove();
});

describe('a safety text', () => {
  /** What the screens of danger say, and where a life may hang on it after them. */
  const screens: readonly [string, Parameters<typeof seed>[0], readonly string[]][] = [
    [
      'the first screen',
      { screen: 'danger', answers: {} },
      [...dangers.map(({ id }) => `danger:danger.${id}`), 'danger:danger.none'],
    ],
    ...dangers.map(({ id, safety }): (typeof screens)[number] => {
      const { leaveFirst, steps } = safeties[safety];
      const all = Array.from({ length: steps }, (_, at) => safetyKey(safety, `step.${at + 1}`));
      return [
        `"${id}"`,
        { screen: leaveFirst ? 'outside' : 'stop', answers: { danger: id, someoneElse: true } },
        ['danger:safety.elsewhere', ...all, ...(leaveFirst ? [] : [safetyKey(safety, 'title')])],
      ];
    }),
    [
      '"Ga nu naar buiten"',
      { screen: 'stop', answers: { danger: 'gaslucht' } },
      ['danger:safety.gas.first', 'danger:safety.gas.confirm'],
    ],
    [
      'the calls',
      { screen: 'outside', answers: { danger: 'gaslucht' } },
      ['danger:call.112', 'danger:call.grid', 'danger:call.no-phone'],
    ],
    [
      'what is urgent',
      { screen: 'urgent', answers: { danger: 'none', ...ceiling } },
      ['danger:call.urgent', 'danger:call.nobody', 'safety:safety.plafond.step.4'],
    ],
    ['check-answers', { screen: 'check' }, ['danger:danger.none']],
  ];

  for (const [where, state, keys] of screens) {
    it(`that nobody has read comes after its Dutch: ${where}`, async () => {
      await seed(state);
      await open();
      for (const key of keys) await says(form, dutch(key) + arabic(key));
      for (const each of form.renderRoot.querySelectorAll('.dutch')) {
        expect(each.getAttribute('lang')).to.equal('nl');
        expect(each.getAttribute('dir')).to.equal('ltr');
        expect(each.hasAttribute('aria-hidden'), 'it is read out too').to.equal(false);
      }
    });

    it(`that somebody has read comes before its Dutch, which is for the eyes: ${where}`, async () => {
      newVisitor({ reviewed: () => true });
      await seed(state);
      await open();
      for (const key of keys) await says(form, arabic(key) + dutch(key));
      for (const each of form.renderRoot.querySelectorAll('.dutch'))
        expect(each.getAttribute('aria-hidden')).to.equal('true');
    });
  }

  it('is never shown without its Dutch, also when that hangs', async () => {
    const mend = withoutWaiting();
    newVisitor({
      loadTexts: (language, file) =>
        language === 'nl' ? new Promise(() => undefined) : fromDisk(language, file),
    });
    await open();
    expect(read(form)).not.to.include(arabic('danger:danger.gaslucht'));
    expect(form.renderRoot.querySelector(`a[href="tel:${demoProfile.phone.tel}"]`)).to.exist;
    mend();
  });

  for (const easy of languages.filter((each) => each.startsWith('nl')))
    it(`in ${easy} is Dutch, and stands alone`, async () => {
      await seed({ screen: 'stop', answers: { danger: 'brand_nu' } });
      await open(easy);
      expect(form.renderRoot.querySelector('.dutch')).to.equal(null);
    });

  it("takes the association's own Dutch", async () => {
    const texts = { nl: { 'danger:danger.gaslucht': 'Het ruikt naar gas' } };
    newVisitor({ profile: { ...demoProfile, texts } });
    await open();
    expect(read(form)).to.include(`Het ruikt naar gas${arabic('danger:danger.gaslucht')}`);
  });
});

describe('"Nederlands erbij"', () => {
  const toggle = () => control(form, /Nederlands erbij/);
  const beside = (element: Element): string | undefined =>
    element.querySelector('.dutch')?.textContent.trim();

  it('is offered in every language but Dutch, in that language and in Dutch', async () => {
    for (const language of languages) {
      await open(language);
      if (language.startsWith('nl')) expect(toggle).to.throw('Nederlands erbij');
      else {
        const t = await wordsOf(language);
        expect(toggle().textContent).to.include(t('frame:dutch-beside'));
        expect(toggle().querySelector('[lang=nl]')!.textContent).to.equal('Nederlands erbij');
      }
      form.remove();
    }
  });

  it('brings the Dutch of headings, questions, hints, choices and buttons, and takes it away', async () => {
    await seed({ screen: 'contact' });
    await open();
    expect(form.renderRoot.querySelector('.dutch')).to.equal(null);
    toggle().click();
    await says(form, dutch('repair-form:screen.contact.title'));
    expect(toggle().getAttribute('aria-pressed')).to.equal('true');
    const root = form.renderRoot;
    expect(beside(root.querySelector('[data-heading]')!)).to.equal('Hoe bereiken wij u?');
    expect(beside(root.querySelector('fieldset legend')!)).to.equal('Kies één manier');
    expect(beside(root.querySelector('label[for=phone]')!)).to.equal('Uw telefoonnummer');
    expect([...root.querySelectorAll('fieldset .option')].map(beside)).to.include('Bel mij');
    expect(beside(root.querySelector('.option small')!)).to.equal(
      'Naar het adres dat u net invulde',
    );
    expect(beside(root.querySelector('[part~=submit]')!)).to.equal('Verder');
    expect(beside(root.querySelector('.table .button')!)).to.equal('Ik wil liever iemand spreken');
    toggle().click();
    await waitUntil(() => !form.renderRoot.querySelector('.dutch'));
    expect(toggle().getAttribute('aria-pressed')).to.equal('false');
  });

  it('keeps what need not be filled in between brackets of its own', async () => {
    await seed({ screen: 'contact', answers: { danger: 'none' } });
    await open();
    toggle().click();
    await says(form, '(niet verplicht)');
    const optional = form.renderRoot.querySelector('.optional')!;
    expect(beside(optional)).to.equal('(niet verplicht)');
    expect(optional.textContent.replace('(niet verplicht)', '').trim()).to.match(/^\(.+\)$/);
  });

  it('a screen reader still hears everything once', async () => {
    await seed({ screen: 'contact' });
    await open();
    const before = await ariaSnapshot('kt-repair-form');
    toggle().click();
    await says(form, 'Hoe bereiken wij u?');
    const after = await ariaSnapshot('kt-repair-form');
    expect(after.replace(' [pressed]', '')).to.equal(before.replace(' [pressed]', ''));
  });

  it('puts Dutch dates and numbers beside hers', async () => {
    await seed({ screen: 'visit', answers: { ...drippingTap, when: 'pick', days: [] } });
    await open();
    toggle().click();
    await says(form, 'Welke dagen kunt u?');
    const [day] = [...form.renderRoot.querySelectorAll('#days')].map((input) =>
      input.closest('label')!,
    );
    expect(beside(day!)).to.match(/^(maandag|dinsdag|woensdag|donderdag|vrijdag) \d+ \p{L}+$/u);
  });

  it('is there on the next screen, and after a reload; the Dutch comes only when it is asked for', async () => {
    const asked: string[] = [];
    newVisitor({
      loadTexts: (language, file) => {
        asked.push(`${language} ${file}`);
        return fromDisk(language, file);
      },
    });
    await seed({ screen: 'photos' });
    await open();
    await says(form, arabic('repair-form:screen.photos.title'));
    expect(asked.filter((each) => each.startsWith('nl '))).to.have.members(
      // Of what a life may hang on, at the start and with the later screens.
      ['nl danger', 'nl danger', 'nl safety', 'nl alarm'],
    );
    toggle().click();
    await says(form, 'Hebt u een foto?');
    await choose(form, new RegExp(arabic('repair-form:photos.skip')));
    await says(form, 'Waar moeten wij zijn?');
    form.remove();
    await open();
    await says(form, 'Waar moeten wij zijn?');
    expect(toggle().getAttribute('aria-pressed')).to.equal('true');
  });

  it('says to the live region, to the page and in names what it said before', async () => {
    await seed({ screen: 'address' });
    await open();
    toggle().click();
    await says(form, 'Waar moeten wij zijn?');
    const steps: string[] = [];
    form.addEventListener('kt-step', (event) => steps.push(event.text));
    form.renderRoot.querySelector<HTMLElement>('[part~=submit]')!.click();
    await says(form, 'Hoe bereiken wij u?');
    expect(typeof steps[0]).to.equal('string');
    form.announce(form.texts.t('frame:offline'));
    await form.updateComplete;
    const live = form.renderRoot.querySelector('[aria-live=polite].visually-hidden')!;
    expect(live.textContent).to.equal(arabic('frame:offline'));
  });
});

describe('a language that is switched', () => {
  /** In the control, as she does. */
  const speak = async (language: Language): Promise<void> => {
    const button = form.renderRoot.querySelector<HTMLElement>(
      `.language button[lang="${language}"]`,
    );
    button!.click();
    await inLanguage(language);
  };
  const others = languages.filter((each) => each !== 'nl');

  it('on every screen of the form keeps the place, what was typed and chosen, the photos and the address', async () => {
    const photos = await seedPhotos(2);
    const answers = {
      ...drippingTap,
      photos,
      story: 'De kraan drupt al een week',
      someoneElse: true,
    } as const;
    const screens = [
      'danger',
      'what',
      'item',
      'problem',
      'photos',
      'address',
      'contact',
      'door',
      'visit',
      'check',
    ] as const;
    for (const screen of screens) {
      newVisitor();
      await seed({ screen, answers });
      await open('nl');
      await waitUntil(() => heading(form) === dutch(`repair-form:screen.${screen}.title`));
      const { length } = history;
      const { href } = location;
      const typed = () =>
        [...form.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea')].map((input) =>
          ['radio', 'checkbox'].includes(input.type)
            ? `${input.value} ${input.checked}`
            : input.value,
        );
      const place = form.place;
      const before = typed();
      const pictures = form.renderRoot.querySelectorAll('.photo').length;
      for (const language of [...others, 'nl' as const]) {
        await speak(language);
        expect(form.place, language).to.equal(place);
        // In easy Dutch the tiles come before her own words.
        expect(typed(), `${screen} in ${language}`).to.have.members(before);
        expect(form.renderRoot.querySelectorAll('.photo')).to.have.length(pictures);
      }
      expect(history.length).to.equal(length);
      expect(location.href).to.equal(href);
      form.remove();
    }
  });

  it('keeps what is typed and not yet said to anybody, letter by letter, and the caret in it', async () => {
    await seed({ screen: 'contact' });
    await open('nl');
    const phone = field(form, 'phone') as HTMLInputElement;
    phone.focus();
    await fill(form, 'phone', '06 98 76');
    phone.setSelectionRange(2, 2);
    form.lang = 'ar';
    await inLanguage('ar');
    expect(field(form, 'phone')).to.equal(phone);
    expect(phone.value).to.equal('06 98 76');
    expect(phone.selectionStart).to.equal(2);
    expect((form.renderRoot as ShadowRoot).activeElement).to.equal(phone);
  });

  it('leaves the way to a person open, and the message in it as it was', async () => {
    newVisitor({ deskOrigin: 'http://127.0.0.1:9' });
    await seed({ screen: 'address' });
    await open('nl');
    await choose(form, 'Ik wil liever iemand spreken');
    await choose(form, /^Stuur een bericht/);
    await fill(form, 'message-text', 'Bel mij alstublieft');
    for (const language of [...others, 'nl' as const]) {
      // The language control stands in the form behind it; the page may switch as well.
      form.lang = language;
      await inLanguage(language);
      expect(field(form, 'message-text').value).to.equal('Bel mij alstublieft');
      expect(form.place).to.equal('address');
    }
    await choose(form, 'Terug naar alle manieren');
    await onScreen(form, 'Hoe wilt u ons spreken?');
    await choose(form, 'Terug naar mijn melding');
    await onScreen(form, 'Waar moeten wij zijn?');
  });

  it('in danger says the same instruction in the other', async () => {
    await open('nl');
    await choose(form, /Ik ruik gas/);
    form.lang = 'ar';
    await inLanguage('ar');
    expect(read(form)).to.include(arabic('danger:safety.gas.first'));
  });

  it('and does not come for a while: she is told, in her own, and can go on', async () => {
    let come = (): void => undefined;
    const line = new Promise<void>((resolve) => (come = resolve));
    newVisitor({
      loadTexts: async (language, file) => {
        if (language === 'ar') await line;
        return fromDisk(language, file);
      },
    });
    await seed({ screen: 'address', answers: { danger: 'none' } });
    await open('nl');
    await says(form, 'Waar moeten wij zijn?');
    form.renderRoot.querySelector<HTMLElement>('.language button[lang=ar]')!.click();
    await says(form, 'Deze taal komt eraan. U kunt gewoon verdergaan.');
    expect(form.renderRoot.querySelector('.notice [lang=ar]')!.textContent).to.equal('العربية');
    await fill(form, 'address-postcode', '9401 AB');
    await fill(form, 'address-number', '12');
    await choose(form, 'Verder');
    await says(form, 'Hoe bereiken wij u?');
    expect(shown()).to.equal('nl');
    come();
    await inLanguage('ar');
    expect(read(form)).not.to.include('Deze taal komt eraan');
    expect(heading(form)).to.equal(arabic('repair-form:screen.contact.title'));
  });

  it('and is given up for another: the word about it goes too', async () => {
    newVisitor({
      loadTexts: (language, file) =>
        language === 'ar' ? new Promise(() => undefined) : fromDisk(language, file),
    });
    await open('nl');
    form.renderRoot.querySelector<HTMLElement>('.language button[lang=ar]')!.click();
    await says(form, 'Deze taal komt eraan.');
    await speak('nl');
    await waitUntil(() => !read(form).includes('Deze taal komt eraan.'));
  });
});

describe('in Arabic no number stands bare', () => {
  /** What would change places from right to left: groups of digits, a postcode, a reference, an address. */
  const BARE = /\d[ -]\d|\d{4} ?[A-Z]{2}\b|[A-Z0-9]{4}-[A-Z0-9]{4}|\S@\S/;
  const bare = (): string[] => {
    const found: string[] = [];
    const walker = document.createTreeWalker(
      form.renderRoot.querySelector('.frame')!,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      if (BARE.test(data) && !parentElement?.closest('bdi, [dir=ltr]')) found.push(data);
    }
    return found;
  };
  const receipt: Receipt = {
    reference: 'K7M4-P2XR-9',
    receivedAt: '2026-11-24T09:41:00Z',
    promise: { kind: 'by', date: '2026-12-08' },
    photosLost: [],
  };
  const mail = {
    ...drippingTap,
    reach: 'email',
    email: 'berg@voorbeeld.nl',
    letter: true,
  } as const;
  const states: readonly [string, Parameters<typeof seed>[0]][] = [
    ...dangers.map(({ id }): (typeof states)[number] => [
      id,
      { screen: 'stop', answers: { danger: id } },
    ]),
    ['outside', { screen: 'outside', answers: { danger: 'gaslucht' } }],
    ['where', { screen: 'where', answers: { danger: 'none', problem: 'kraan_drupt' } }],
    ...(
      [
        'danger',
        'what',
        'item',
        'problem',
        'tell',
        'photos',
        'address',
        'contact',
        'door',
        'visit',
        'check',
      ] as const
    ).map((screen): (typeof states)[number] => [
      screen,
      { screen, answers: { ...drippingTap, someoneElse: true } },
    ]),
    ['details', { screen: 'details', answers: { danger: 'none', ...ceiling } }],
    ['urgent', { screen: 'urgent', answers: { danger: 'none', ...ceiling } }],
    ['check, by mail', { screen: 'check', answers: mail }],
    ['visit on days', { screen: 'visit', answers: { ...drippingTap, when: 'pick', days: [] } }],
    [
      'errors',
      {
        screen: 'address',
        answers: { danger: 'none', address: { postcode: '94', number: '' } },
        errors: [
          { field: 'address.postcode', code: 'postcode' },
          { field: 'address.number', code: 'house-number' },
        ],
      },
    ],
    [
      'wrong phone and mail',
      {
        screen: 'contact',
        answers: mail,
        errors: [
          { field: 'email', code: 'email' },
          { field: 'phone', code: 'phone' },
        ],
      },
    ],
    ['on its way', { screen: 'check', phase: 'sending', sendKey: uuid() }],
    ['sent', { screen: 'check', phase: 'sent', receipt }],
  ];

  for (const [name, state] of states)
    it(name, async () => {
      newVisitor({ deskOrigin: 'http://127.0.0.1:9' });
      await seed(state);
      await open();
      await says(form, '');
      expect(bare()).to.deep.equal([]);
    });

  it('where the person is, opened and closed, with the Dutch beside it too', async () => {
    const closed = { ...demoProfile, phoneOpen: demoProfile.phoneOpen.slice(1) };
    for (const profile of [demoProfile, closed]) {
      newVisitor({ profile, deskOrigin: 'http://127.0.0.1:9' });
      await open();
      await choose(form, /Nederlands erbij/);
      await says(form, 'Is er nu gevaar?');
      await choose(form, new RegExp(arabic('frame:speak.open')));
      expect(bare()).to.deep.equal([]);
      await choose(form, new RegExp(arabic('frame:speak.office')));
      expect(bare()).to.deep.equal([]);
      form.remove();
    }
  });

  it('and the check sees one', async () => {
    await open();
    form.renderRoot.querySelector('.inner')!.append('0592 12 34 56');
    expect(bare()).to.deep.equal(['0592 12 34 56']);
  });
});

/** The words that stand on two lines. */
const brokenIn = (text: Text): string[] =>
  [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
  });

describe('"Makkelijk lezen"', () => {
  const EASY = languages.find((each) => (each as string) === 'nl-x-a2');
  const toggle = () => control(form, 'Makkelijk lezen');

  if (EASY)
    it('switches Dutch to easy Dutch and back, and keeps what was typed', async () => {
      await seed({ screen: 'address', answers: { danger: 'none' } });
      await open('nl');
      await fill(form, 'address-postcode', '9401 AB');
      expect(toggle().getAttribute('aria-pressed')).to.equal('false');
      toggle().click();
      await inLanguage(EASY);
      expect(toggle().getAttribute('aria-pressed')).to.equal('true');
      expect(field(form, 'address-postcode').value).to.equal('9401 AB');
      toggle().click();
      await inLanguage('nl');
    });

  if (EASY)
    it('breaks no word of a tile, however narrow the place it is given', async () => {
      await seed({ screen: 'what', answers: { danger: 'none' } });
      await open(EASY);
      await document.fonts.ready;
      for (const width of [248, 290, 302, 320, 352, 360]) {
        form.style.width = `${width}px`;
        const broken = [...form.renderRoot.querySelectorAll('.tile > span')].flatMap(
          ({ childNodes }) =>
            [...childNodes].filter((node) => node instanceof Text).flatMap(brokenIn),
        );
        expect(broken, `${width} px`).to.deep.equal([]);
      }
    });

  it('is not offered to who reads another language, nor by who has no easy Dutch', async () => {
    await open('ar');
    expect(toggle).to.throw('Makkelijk lezen');
    form.remove();
    newVisitor({ profile: { ...demoProfile, languages: ['nl', 'ar'] } });
    await open('nl');
    expect(toggle).to.throw('Makkelijk lezen');
    await pick(form, 'Ik vul dit in voor iemand anders');
  });
});
