import { aTimeout, expect } from '@open-wc/testing';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import {
  mendAll,
  withClockOff,
  withoutWaiting,
  withReports,
  withTimeHeld,
} from '../../test/browser/broken.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { Dictionary } from '../contract/text.ts';
import { loaders } from '../generated/texts.ts';
import type { FileName, Lang } from '../generated/texts.ts';
import type { FrameFacts } from './frame.ts';
import { KitElement } from './kit-element.ts';
import { configureKit } from './kit.ts';
import type { KitOptions } from './kit.ts';
import { loadJson, saveJson } from './storage/vault.ts';

const fromDisk: KitOptions['loadTexts'] = async (language, file) =>
  (await loaders[language as Lang][file as FileName]()).default;

const kit = (change: Partial<KitOptions> = {}): void =>
  configureKit({ profile: demoProfile, loadTexts: fromDisk, ...change });

/** The smallest element of the kit: one field, one button, and a fault when it is told to. */
class Door extends KitElement {
  static override readonly files = ['danger'];
  static override readonly laterFiles = ['triage'];
  broken = false;
  steps: string[] = [];
  here = 'hall';
  typed = '';

  override get place(): string {
    return this.here;
  }
  protected override begin(): void {
    this.steps.push('begin');
  }
  protected override async begun(): Promise<void> {}
  protected override moved(): void {
    this.steps.push(this.here);
  }
  protected override goBackByItself(): void {
    this.go('hall');
  }
  protected override open(screen: string): void {
    if (['hall', 'room'].includes(screen)) this.here = screen;
  }
  protected override facts(): FrameFacts {
    return { back: this.here === 'hall' ? undefined : () => this.goBack() };
  }
  go(screen: string): void {
    this.here = screen;
    this.screenChanged();
  }
  protected override body(): TemplateResult {
    if (this.broken) throw new Error('A door that does not open');
    const { t, has, any } = this.texts;
    return html`<h2 tabindex="-1" data-heading>${this.here}: ${t('danger:danger.gaslucht')}</h2>
      <label
        >Naam
        <input
          .value=${this.typed}
          @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
      /></label>
      <p class="later">${has('triage:room.keuken') ? any('triage:room.keuken') : 'not yet'}</p>
      <button id="on" @click=${() => this.go(this.here === 'hall' ? 'room' : 'attic')}>
        Verder
      </button>`;
  }
}
customElements.define('kt-test-door', Door);

const text = (door: Door): string => door.renderRoot.textContent!.replace(/\s+/g, ' ').trim();
const live = (door: Door): string =>
  door.renderRoot.querySelector('[aria-live="polite"].visually-hidden')!.textContent;
const frame = (door: Door): HTMLElement => door.renderRoot.querySelector('.frame')!;
const button = (door: Door, words: string): HTMLElement =>
  [...door.renderRoot.querySelectorAll<HTMLElement>('button')].find(
    (each) => each.textContent.trim() === words,
  )!;
/** The phone number as a link, and the way to the others. */
const wayToAPerson = (door: Door): boolean =>
  door.renderRoot.querySelector(`a[href="tel:${demoProfile.phone.tel}"]`) !== null &&
  text(door).includes('Ik wil liever iemand spreken');

let doors: Door[] = [];
function put(change: Partial<Door> = {}, parent: HTMLElement = document.body): Door {
  const door = document.createElement('kt-test-door') as Door;
  Object.assign(door, change);
  parent.append(door);
  doors.push(door);
  return door;
}
async function opened(change: Partial<Door> = {}): Promise<Door> {
  const door = put(change);
  await door.ready;
  return door;
}

beforeEach(() => {
  sessionStorage.clear();
  history.pushState(null, '');
});
afterEach(() => {
  mendAll();
  for (const door of doors) door.remove();
  doors = [];
  document.documentElement.lang = '';
});

// First in this file: nobody has configured the kit yet.
describe('before the kit is there', () => {
  it('the page shows what stands in the tag, and takes the language that is set meanwhile', async () => {
    const door = put();
    door.innerHTML = '<a href="tel:+31592123456">Bel ons</a>';
    await door.updateComplete;
    const [shown] = door.renderRoot.querySelector('slot')!.assignedElements();
    expect(shown!.textContent).to.equal('Bel ons');
    door.lang = 'ar';
    await door.updateComplete;
    kit();
    await door.ready;
    expect(frame(door).lang).to.equal('ar');
    expect(frame(door).dir).to.equal('rtl');
  });
});

describe('the words', () => {
  beforeEach(() => kit());

  it('are in the language of the page, where nobody says another', async () => {
    document.documentElement.lang = 'ar-MA';
    expect(frame(await opened()).lang).to.equal('ar');
  });

  it('an element that says nothing leaves no empty lang on the page', async () => {
    expect((await opened()).hasAttribute('lang')).to.equal(false);
  });

  it('follow the lang of the element, also later', async () => {
    const door = await opened({ lang: 'ar' });
    expect(frame(door).lang).to.equal('ar');
    door.lang = 'nl';
    await door.updateComplete;
    await door.ready;
    expect(frame(door).lang).to.equal('nl');
    expect(frame(door).dir).to.equal('ltr');
  });

  it('are switched in place, keep what was typed, and leave the focus on the control', async () => {
    const door = await opened();
    const input = door.renderRoot.querySelector('input')!;
    input.value = 'Mevrouw Berg';
    input.dispatchEvent(new InputEvent('input'));
    const choice = button(door, 'العربية');
    choice.closest('details')!.open = true;
    choice.focus();
    choice.click();
    await waitUntil(() => frame(door).lang === 'ar');
    expect(door.renderRoot.querySelector('input')).to.equal(input);
    expect(input.value).to.equal('Mevrouw Berg');
    expect((door.renderRoot as ShadowRoot).activeElement?.localName).to.equal('summary');
    // And the next page of this tab speaks it too.
    expect(frame(await opened()).lang).to.equal('ar');
  });

  it('the language chosen last wins, whichever comes first', async () => {
    const late: (() => void)[] = [];
    const arrivals: Promise<unknown>[] = [];
    kit({
      loadTexts: (language, file) => {
        if (language !== 'ar') return fromDisk(language, file);
        const arrival = new Promise<void>((resolve) => late.push(resolve)).then(() =>
          fromDisk(language, file),
        );
        arrivals.push(arrival);
        return arrival;
      },
    });
    const door = await opened();
    button(door, 'العربية').click();
    button(door, 'Nederlands').click();
    await door.ready;
    for (const come of late) come();
    await Promise.all(arrivals);
    await aTimeout(0);
    await door.updateComplete;
    expect(frame(door).lang).to.equal('nl');
  });

  it('that hang: the loading screen says that it takes long, with the way to a person', async () => {
    const mend = withoutWaiting();
    kit({ loadTexts: () => new Promise(() => undefined) });
    const door = await opened();
    expect(text(door)).to.contain('Het duurt lang. Wachten mag. Bellen mag ook.');
    expect(wayToAPerson(door)).to.equal(true);
    mend();
  });

  for (const [name, arabic] of [
    ['hang', () => new Promise<Dictionary>(() => undefined)],
    ['do not come', () => Promise.reject(new Error('404'))],
  ] as const)
    it(`of another language that ${name}: all of it in Dutch, and says so`, async () => {
      const mend = withoutWaiting();
      kit({
        loadTexts: (language, file) =>
          // One file of three is enough to be half a language.
          language === 'ar' && file === 'danger' ? arabic() : fromDisk(language, file),
      });
      const door = await opened({ lang: 'ar' });
      await waitUntil(() => text(door).includes('Keuken'));
      expect(frame(door).lang).to.equal('nl');
      expect(frame(door).dir).to.equal('ltr');
      mend();
    });

  it('of the later screens may be late: the first one is there, and they come by themselves', async () => {
    const mend = withoutWaiting();
    let line = false;
    kit({
      loadTexts: (language, file) =>
        file === 'triage' && !line ? Promise.reject(new Error('cut')) : fromDisk(language, file),
    });
    const door = await opened();
    expect(text(door)).to.contain('not yet');
    expect(text(door)).to.contain('hall');
    line = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => text(door).includes('Keuken'));
    mend();
  });

  it("may be the association's own", async () => {
    const texts = { nl: { 'frame:speak.open': 'Bel of bezoek De Linde' } };
    kit({ profile: { ...demoProfile, texts } });
    expect(text(await opened())).to.contain('Bel of bezoek De Linde');
  });
});

describe('what somebody else left a day ago', () => {
  beforeEach(() => kit());

  it('goes as soon as an element stands on the page', async () => {
    const mend = withClockOff(-25 * 60 * 60_000);
    await saveJson('draft', 'of-yesterday', { story: 'De kraan drupt' });
    mend();
    await saveJson('draft', 'of-today', { story: 'De wc lekt' });
    await opened();
    await waitUntil(async () => (await loadJson('draft', 'of-yesterday')) === undefined);
    expect(await loadJson('draft', 'of-today')).to.deep.equal({ story: 'De wc lekt' });
  });
});

describe('a fault', () => {
  beforeEach(() => kit());

  it('in its screen shows the fault screen, with the way to a person, and is reported', async () => {
    const { reports, mend } = withReports();
    const door = await opened({ broken: true });
    await waitUntil(() => text(door).includes('Er ging iets mis bij ons'));
    expect(text(door)).to.contain('Wat u invulde, is bewaard.');
    expect(wayToAPerson(door)).to.equal(true);
    expect(live(door)).to.equal('Er ging iets mis bij ons');
    expect(String(reports[0])).to.contain('A door that does not open');
    mend();
  });

  it('in the middle of a form shows it too, and stays until she tries again', async () => {
    const { reports, mend } = withReports();
    const door = await opened();
    door.broken = true;
    door.requestUpdate();
    await waitUntil(() => text(door).includes('Er ging iets mis bij ons'));
    door.broken = false;
    door.requestUpdate();
    await door.updateComplete;
    expect(text(door)).to.contain('Er ging iets mis bij ons');
    expect(reports).to.have.length(1);
    mend();
  });

  it('"Probeer het opnieuw" works', async () => {
    const { mend } = withReports();
    const door = await opened({ broken: true });
    await waitUntil(() => button(door, 'Probeer het opnieuw'));
    door.broken = false;
    button(door, 'Probeer het opnieuw').click();
    await waitUntil(() => text(door).includes('hall'));
    expect(door.steps.filter((each) => each === 'begin')).to.have.length(1);
    mend();
  });

  it('of words that do not come, not even in Dutch, can be tried again', async () => {
    const { mend } = withReports();
    kit({ loadTexts: () => Promise.reject(new Error('no line')) });
    const door = await opened();
    expect(text(door)).to.contain('Er ging iets mis bij ons');
    expect(wayToAPerson(door)).to.equal(true);
    kit();
    button(door, 'Probeer het opnieuw').click();
    await waitUntil(() => text(door).includes('hall'));
    mend();
  });

  it('takes the focus when she was in the form, and leaves it when she was not', async () => {
    const { mend } = withReports();
    const door = await opened();
    const outside = document.createElement('button');
    document.body.append(outside);
    outside.focus();
    door.fault(new Error('x'));
    await door.updateComplete;
    expect(document.activeElement).to.equal(outside);
    outside.remove();

    const other = await opened();
    other.renderRoot.querySelector('input')!.focus();
    other.fault(new Error('x'));
    await waitUntil(() => (other.renderRoot as ShadowRoot).activeElement?.localName === 'h2');
    mend();
  });

  it('never happens to `ready`: whoever waits for it is not left waiting', async () => {
    const { mend } = withReports();
    kit({ loadTexts: () => Promise.reject(new Error('no line')) });
    const door = put();
    expect(await door.ready.then(() => 'ready')).to.equal('ready');
    mend();
  });
});

describe('a change of screen', () => {
  beforeEach(() => kit());

  it('moves the focus to the heading', async () => {
    const door = await opened();
    door.renderRoot.querySelector<HTMLElement>('#on')!.click();
    await waitUntil(() => (door.renderRoot as ShadowRoot).activeElement?.localName === 'h2');
    expect(text(door)).to.contain('room');
  });

  it('"Terug" and the browser lead to the same place', async () => {
    const door = await opened();
    door.go('room');
    await door.updateComplete;
    button(door, 'Terug').click();
    await waitUntil(() => door.here === 'hall');
    history.forward();
    await waitUntil(() => door.here === 'room');
  });

  it('to where she may not go: the entry says where she is', async () => {
    const door = await opened();
    door.go('attic');
    door.go('room');
    history.back();
    await waitUntil(() => door.steps.length === 4);
    expect(door.here).to.equal('room');
    const { keukentafel } = history.state as {
      keukentafel: { places: Record<string, { screen: string }> };
    };
    expect(keukentafel.places['kt-test-door']!.screen).to.equal('room');
  });

  it('is left to the page with no-history', async () => {
    const door = await opened({ noHistory: true });
    const { length } = history;
    door.go('room');
    await door.updateComplete;
    expect(history.length).to.equal(length);
    button(door, 'Terug').click();
    expect(door.here).to.equal('hall');
  });

  it('finds the way to a person open after a reload, when it was', async () => {
    const door = await opened();
    button(door, 'Ik wil liever iemand spreken').click();
    await door.updateComplete;
    door.remove();
    expect(text(await opened())).to.contain('Hoe wilt u ons spreken?');
  });
});

describe('what is said', () => {
  beforeEach(() => kit());

  it('is said twice when it is told twice', async () => {
    const door = await opened();
    door.announce('Foto 1 is weg');
    await door.updateComplete;
    const first = live(door);
    door.announce('Foto 1 is weg');
    await door.updateComplete;
    expect(live(door)).not.to.equal(first);
    expect(live(door).trim()).to.equal('Foto 1 is weg');
  });

  it('stays ten seconds and no longer: who walks through the screen later does not find it', async () => {
    const door = await opened();
    const { pass } = withTimeHeld();
    door.announce('Foto 1 is weg');
    pass(9_999);
    await door.updateComplete;
    expect(live(door)).to.equal('Foto 1 is weg');
    pass(1);
    await door.updateComplete;
    expect(live(door)).to.equal('');
  });

  it('after something else has ten seconds of its own', async () => {
    const door = await opened();
    const { pass } = withTimeHeld();
    door.announce('Foto 1 is weg');
    pass(9_000);
    door.announce('Foto 2 is weg');
    pass(9_999);
    await door.updateComplete;
    expect(live(door)).to.equal('Foto 2 is weg');
    pass(1);
    await door.updateComplete;
    expect(live(door)).to.equal('');
  });

  it('that the line is gone is seen and said, and goes away with it', async () => {
    const door = await opened();
    dispatchEvent(new Event('offline'));
    await door.updateComplete;
    expect(text(door)).to.contain('U hebt nu geen internet. Wat u invult, blijft bewaard.');
    expect(live(door)).to.contain('geen internet');
    dispatchEvent(new Event('online'));
    await door.updateComplete;
    expect(frame(door).querySelector('.notice')).to.equal(null);
  });
});

describe('an element that the page moves', () => {
  beforeEach(() => kit());

  it('shows its screen all the time, in its own words, and begins only once', async () => {
    const { reports, mend } = withReports();
    const door = await opened({ lang: 'ar' });
    await waitUntil(() => !text(door).includes('not yet'));
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(door);
    await door.updateComplete;
    expect(frame(door).lang).to.equal('ar');
    expect(door.renderRoot.querySelector('input')).not.to.equal(null);
    await door.ready;
    expect(reports).to.deep.equal([]);
    expect(door.steps.filter((each) => each === 'begin')).to.have.length(1);
    // And it still hears what the page and the browser say.
    door.go('room');
    history.back();
    await waitUntil(() => door.here === 'hall');
    elsewhere.remove();
    mend();
  });

  it('two of one kind have each their own screens', async () => {
    const [first, second] = [await opened(), await opened()];
    first.go('room');
    second.go('room');
    history.back();
    await waitUntil(() => second.here === 'hall');
    expect(first.here).to.equal('room');
    history.back();
    await waitUntil(() => first.here === 'hall');
  });
});
