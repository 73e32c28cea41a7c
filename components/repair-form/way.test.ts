import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { mendAll } from '../../test/browser/broken.ts';
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
import {
  accessibilityFaults,
  ariaSnapshot,
  focused,
  press,
  smallTargets,
  type,
  viewport,
} from '../../test/browser/helpers.ts';
import { drippingTap, seed } from '../../test/browser/seed.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { loaders } from '../../src/generated/texts.ts';
import type { FileName, Lang } from '../../src/generated/texts.ts';
import type { StepEvent } from './events.ts';
import type { RepairForm } from './repair-form.ts';

let form: RepairForm;
const open = async (attributes?: Record<string, string>): Promise<RepairForm> =>
  (form = await openForm(attributes));
const focusedText = (): string => (focused()?.textContent ?? '').replace(/\s+/g, ' ').trim();

beforeEach(() => newVisitor());
afterEach(() => {
  mendAll();
  form.remove();
});

describe('a dripping tap', () => {
  it('is reported in nine screens before the confirmation, each with its heading focused', async () => {
    await open();
    const seen: string[] = [heading(form)];
    const next = async (title: string) => {
      await onScreen(form, title);
      await waitUntil(() => focusedText() === title, `the focus on "${title}"`);
      seen.push(title);
    };
    await choose(form, 'Nee, geen gevaar');
    await next('Wat is er kapot?');
    await pick(form, 'Keuken');
    await choose(form, 'Verder');
    await next('Wat is er kapot?');
    await pick(form, 'Kraan');
    await choose(form, 'Verder');
    await next('Wat is er aan de hand?');
    await pick(form, 'De kraan druppelt');
    await choose(form, 'Verder');
    await next('Hebt u een foto?');
    await choose(form, 'Verder zonder foto');
    await next('Waar moeten wij zijn?');
    await fill(form, 'address-postcode', '9401ab');
    await fill(form, 'address-number', '12');
    await choose(form, 'Verder');
    await next('Hoe bereiken wij u?');
    await pick(form, 'Stuur mij een brief');
    await choose(form, 'Verder');
    await next('Wanneer kunnen wij komen?');
    await pick(form, 'Altijd');
    await choose(form, 'Verder');
    await next('Klopt dit?');
    expect(seen).to.have.length(9);
    expect(read(form)).to.contain('9401 AB 12');
  });

  it('tells the page how far she is, and nothing that she said', async () => {
    await open();
    const steps: StepEvent[] = [];
    form.addEventListener('kt-step', (event) => steps.push(event));
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    expect(steps.map(({ screen, text }) => [screen, text])).to.deep.equal([
      ['what', 'Deel 2 van 5: wat is er kapot?'],
    ]);
    expect(Object.keys(steps[0]!).sort()).to.deep.equal(
      [...Object.keys(new Event('x')), 'screen', 'text'].sort(),
    );
  });
});

describe('danger', () => {
  it('gas: outside first, and only then the phone', async () => {
    await open();
    await choose(form, /^Ik ruik gas/);
    await waitUntil(() => heading(form).includes('naar buiten'));
    expect(form.renderRoot.querySelector('a[href^="tel:"]')).to.equal(null);
    await choose(form, 'Ik ben buiten');
    await onScreen(form, 'Bel nu');
    const calls = [...form.renderRoot.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
    // And at the very end, when nobody answers there, the second number of the association.
    const second = `tel:${demoProfile.urgentPhoneSecond.tel}`;
    expect(calls.map(({ href }) => href)).to.deep.equal(['tel:08009009', 'tel:112', second]);
    expect(form.renderRoot.querySelectorAll('input, textarea')).to.have.length(0);
  });

  it('is there while the words and screens of the rest are still on their way', async () => {
    newVisitor({
      loadTexts: (language, file) =>
        file === 'triage'
          ? new Promise(() => undefined)
          : loaders[language as Lang][file as FileName]().then((module) => module.default),
    });
    form = document.createElement('kt-repair-form');
    document.body.append(form);
    await waitUntil(() => heading(form) === 'Is er nu gevaar?');
    await choose(form, /^Er is brand/);
    await waitUntil(() => form.renderRoot.querySelector('a[href="tel:112"]'));
    // The other way she waits, beside the way to a person; nothing breaks.
    await choose(form, 'Terug');
    await onScreen(form, 'Is er nu gevaar?');
    await choose(form, 'Nee, geen gevaar');
    await says(form, 'De vragen komen eraan');
    expect(read(form)).to.contain(demoProfile.phone.shown);
  });
});

describe('"Verder" with something wrong', () => {
  const wrong = async () => {
    await seed({ screen: 'address', answers: { danger: 'none' } });
    await open();
    await choose(form, 'Verder');
  };

  it('brings her to what is wrong, in the same words as at the fields', async () => {
    await wrong();
    await waitUntil(
      () => focused()?.matches('[data-errors]'),
      () => `The focus is on ${focused()?.outerHTML.slice(0, 200)} in: ${read(form)}`,
    );
    expect(focusedText()).to.contain('Er kloppen nog 2 dingen niet');
    const inSummary = [...form.renderRoot.querySelectorAll('[data-errors] a')].map((each) =>
      each.textContent.trim(),
    );
    const atFields = [...form.renderRoot.querySelectorAll('.error')].map((each) =>
      each.textContent.trim(),
    );
    expect(atFields).to.deep.equal(inSummary.map((text) => `Fout: ${text}`));
    expect(field(form, 'address-postcode').getAttribute('aria-invalid')).to.equal('true');
    expect(field(form, 'address-postcode').getAttribute('aria-describedby')).to.contain('error');
  });

  it('each line leads to its field, and the address of the page stays', async () => {
    await wrong();
    const { href } = location;
    await choose(form, /^Vul dit in: Huisnummer/);
    expect(focused()?.id).to.equal('address-number');
    expect(location.href).to.equal(href);
  });

  it('an error goes when its field is filled in, not while she types in another', async () => {
    await wrong();
    await fill(form, 'address-postcode', '9401AB');
    expect(form.renderRoot.querySelectorAll('.error')).to.have.length(0);
  });

  it('by street: what is missing is named at the fields that she sees', async () => {
    await seed({ screen: 'address', answers: { danger: 'none' } });
    await open();
    await choose(form, 'Ik weet de postcode niet');
    await choose(form, 'Verder');
    const lines = [...form.renderRoot.querySelectorAll<HTMLElement>('[data-errors] a')];
    expect(lines.map((line) => line.getAttribute('href'))).to.deep.equal([
      '#address-street',
      '#address-number',
      '#address-city',
    ]);
    for (const line of lines) {
      line.click();
      expect(`#${focused()?.id}`).to.equal(line.getAttribute('href'));
    }
  });
});

describe('the keyboard', () => {
  it('goes the whole of a screen: tab, arrows, space, Enter', async () => {
    await seed({ screen: 'contact', answers: { danger: 'none' } });
    await open();
    field(form, 'name').focus();
    await type('Mevrouw Berg');
    form.renderRoot.querySelector<HTMLElement>('#reach')!.focus();
    await press('Space');
    expect(field(form, 'phone')).to.exist;
    await press('ArrowDown');
    await waitUntil(() => form.renderRoot.querySelector('#email'));
  });

  it('Enter in a field of one line is "Verder"', async () => {
    await seed({ screen: 'address', answers: { danger: 'none' } });
    await open();
    await fill(form, 'address-postcode', '9401ab');
    field(form, 'address-number').focus();
    await type('12');
    await press('Enter');
    await onScreen(form, 'Hoe bereiken wij u?');
  });

  it('Enter in her own words is a new line', async () => {
    await seed({ screen: 'what', answers: { danger: 'none' } });
    await open();
    field(form, 'story').focus();
    await type('Het lekt');
    await press('Enter');
    expect(field(form, 'story').value).to.equal('Het lekt\n');
    expect(heading(form)).to.equal('Wat is er kapot?');
  });

  it('Enter that chooses a suggestion of the phone goes nowhere', async () => {
    await seed({ screen: 'address' });
    await open();
    field(form, 'address-number').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    );
    await form.updateComplete;
    expect(heading(form)).to.equal('Waar moeten wij zijn?');
  });

  it('is never left on nothing: after "Meer laten zien", a removed choice, "Wis alles"', async () => {
    await seed({ screen: 'item', answers: { danger: 'none', room: 'keuken' } });
    await open();
    control(form, 'Meer laten zien').focus();
    await press('Enter');
    await waitUntil(() => focused()?.matches('input[type=radio]'), 'the first new tile');
    form.remove();

    newVisitor();
    await seed({ screen: 'check' });
    await open();
    control(form, 'Wis alles').focus();
    await press('Enter');
    await waitUntil(() => focusedText() === 'Nee, bewaar het');
    await press('Enter');
    await waitUntil(() => focusedText() === 'Wis alles');
  });
});

describe('a browser that fills in by itself', () => {
  it('is believed when it says so with a change alone', async () => {
    await seed({ screen: 'address', answers: { danger: 'none' } });
    await open();
    for (const [id, value] of [
      ['address-postcode', '9401 AB'],
      ['address-number', '12'],
    ] as const) {
      const input = field(form, id);
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await choose(form, 'Verder');
    await onScreen(form, 'Hoe bereiken wij u?');
  });

  it('finds what each field is called', async () => {
    await seed({ screen: 'contact', answers: { danger: 'none', reach: 'phone' } });
    await open();
    expect(field(form, 'name').getAttribute('autocomplete')).to.equal('name');
    expect(field(form, 'phone').getAttribute('autocomplete')).to.equal('tel');
    expect((field(form, 'phone') as HTMLInputElement).inputMode).to.equal('tel');
  });
});

describe('a trembling hand', () => {
  it('that taps twice goes one screen, not two', async () => {
    await open();
    const row = control(form, 'Nee, geen gevaar');
    row.scrollIntoView({ block: 'center' });
    const { left, top } = row.getBoundingClientRect();
    const steps: string[] = [];
    form.addEventListener('kt-step', ({ screen }) => steps.push(screen));
    const tap = () =>
      sendMouse({ type: 'click', position: [Math.round(left + 40), Math.round(top + 20)] });
    await Promise.all([tap(), tap()]);
    await onScreen(form, 'Wat is er kapot?');
    expect(steps).to.deep.equal(['what']);
    // Whatever lay under the second tap is as it was.
    expect(form.renderRoot.querySelectorAll('input:checked')).to.have.length(0);
  });
});

describe('in Arabic', () => {
  it('reads from right to left, with postcode and phone the other way', async () => {
    await seed({ screen: 'contact' });
    await open({ lang: 'ar' });
    const frame = form.renderRoot.querySelector<HTMLElement>('.frame')!;
    expect(frame.dir).to.equal('rtl');
    expect(getComputedStyle(field(form, 'phone')).direction).to.equal('ltr');
    expect(getComputedStyle(field(form, 'name')).direction).to.equal('rtl');
    const phone = form.renderRoot.querySelector('.tel bdi')!;
    expect(phone.getAttribute('dir')).to.equal('ltr');
  });

  it('every danger has its Dutch under it', async () => {
    await seed({ screen: 'outside', answers: { danger: 'gaslucht' } });
    await open({ lang: 'ar' });
    await waitUntil(() => form.renderRoot.querySelectorAll('.steps .dutch').length > 0);
    const steps = [...form.renderRoot.querySelectorAll('.steps li')];
    for (const step of steps)
      expect(step.querySelector('.dutch[lang=nl][dir=ltr]'), step.textContent).to.exist;
  });

  it('switched in the middle, keeps what she typed, where she is, and goes on there', async () => {
    await seed({ screen: 'address', answers: { danger: 'none' } });
    await open();
    await fill(form, 'address-postcode', '9401 AB');
    await choose(form, 'العربية');
    await waitUntil(() => form.renderRoot.querySelector('.frame[lang=ar]'));
    expect(field(form, 'address-postcode').value).to.equal('9401 AB');
    await fill(form, 'address-number', '١٢');
    form.renderRoot.querySelector<HTMLElement>('[part~=submit]')!.click();
    await waitUntil(() => form.renderRoot.querySelector('#reach'));
  });
});

describe('what a screen reader finds', () => {
  it('on the first screen: the question, the rows, and the way to a person', async () => {
    await open();
    form.id = 'here';
    const found = await ariaSnapshot('#here');
    for (const part of [
      'heading "Is er nu gevaar?" [level=2]',
      'button /Ik ruik gas|"Ik ruik gas/',
      'Nee, geen gevaar',
      'checkbox "Ik vul dit in voor iemand anders"',
      'button "Ik wil liever iemand spreken"',
      'link "Bel 0592 12 34 56"',
    ])
      expect(found).to.match(
        new RegExp(part.startsWith('button /') ? 'Ik ruik gas' : escape(part)),
      );
  });

  it('solved: the new screen takes the focus, and the browser leads back', async () => {
    await seed({
      screen: 'self-help',
      answers: { danger: 'none', room: 'woonkamer', item: 'radiator', problem: 'radiator_koud' },
    });
    await open();
    await choose(form, 'Het is gelukt. Ik hoef niets te melden.');
    await waitUntil(() => focusedText() === 'Fijn dat het gelukt is');
    history.back();
    await onScreen(form, 'Wilt u dit proberen?');
  });
});

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('on the smallest phone, with text doubled', () => {
  afterEach(() => viewport(1280));

  const screens: [string, Parameters<typeof seed>[0]][] = [
    ['danger', { screen: 'danger', answers: {} }],
    ['tiles', { screen: 'item', answers: { danger: 'none', room: 'badkamer' } }],
    ['address', { screen: 'address' }],
    ['contact', { screen: 'contact' }],
    ['visit', { screen: 'visit', answers: { ...drippingTap, when: 'pick', days: [] } }],
    ['check', { screen: 'check', answers: { ...drippingTap, story: 'x'.repeat(300) } }],
    ['stop', { screen: 'stop', answers: { danger: 'brand_nu' } }],
  ];
  for (const [name, state] of screens)
    for (const lang of ['nl', 'ar'])
      it(`${name} in ${lang}: nothing scrolls sideways`, async () => {
        await viewport(320);
        await seed(state);
        await open({ lang });
        form.renderRoot.querySelector('details')!.open = true;
        form.renderRoot.querySelector<HTMLElement>('.frame')!.style.fontSize = '32px';
        // Less than 320 where the scrollbar takes room.
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(scrollWidth).to.equal(clientWidth);
        const frame = form.renderRoot.querySelector('.frame')!.getBoundingClientRect();
        for (const each of form.renderRoot.querySelectorAll('.frame *')) {
          if (each.closest('.visually-hidden, .file-input, svg') || !each.checkVisibility())
            continue;
          const { left, right } = each.getBoundingClientRect();
          expect(left, each.outerHTML.slice(0, 80)).to.be.at.least(frame.left - 1);
          expect(right, each.outerHTML.slice(0, 80)).to.be.at.most(frame.right + 1);
        }
      });

  it('targets are large and axe finds nothing on a few of them', async () => {
    await viewport(412);
    for (const [, state] of screens.slice(0, 4)) {
      newVisitor();
      await seed(state);
      await open();
      expect(smallTargets(form)).to.deep.equal([]);
      expect(await accessibilityFaults(form)).to.deep.equal([]);
      form.remove();
    }
  }).timeout(30_000);
});
