import type { Page } from 'playwright-core';
import { Tenant } from '../e2e/tenant.ts';
import type { Plan } from './plan.ts';
import { lookAt } from './shown.ts';
import type { Shown } from './shown.ts';

/** What the one who strikes wants to hear of. */
interface Hooks {
  key?: (field: string, key: number) => Promise<void> | void;
  send?: () => void;
  /** On each screen, before anything is done there. */
  arrived?: (shown: Shown) => void;
}

const NEXT = /^(Verder|Verder zonder foto)$/;

/**
 * Fills in the form as planned, from wherever it stands, and looks at each screen before she does
 * anything: so that it can begin, and go on after anything that happened.
 */
export class Visit {
  readonly #page: Page;
  readonly #tenant: Tenant;
  readonly #plan: Plan;
  readonly #files: readonly string[];
  readonly #hooks: Hooks;
  /** Set by who strikes: she does nothing more on this page. */
  stopped = false;

  constructor(page: Page, plan: Plan, files: readonly string[], hooks: Hooks = {}) {
    this.#page = page;
    this.#tenant = new Tenant(page);
    this.#plan = plan;
    this.#files = files;
    this.#hooks = hooks;
  }

  async opens(site: string): Promise<void> {
    await this.#tenant.visits(site);
  }

  /** After the page was opened again. */
  async isBack(): Promise<void> {
    await this.#tenant.ready();
  }

  /** Until she is thanked. @returns the reference */
  async goesOn(): Promise<string> {
    for (let steps = 0; steps < 60 && !this.stopped; steps += 1) {
      const shown = await lookAt(this.#page);
      if (shown) {
        this.#hooks.arrived?.(shown);
        if (shown.title === 'Wij hebben uw melding')
          return this.#tenant.form.locator('.reference strong').innerText();
        await this.#does(shown);
      }
      await this.#tenant.settles();
    }
    throw new Error(
      this.stopped ? 'stopped' : `no end: ${JSON.stringify(await lookAt(this.#page))}`,
    );
  }

  async #does({ screen, title, photos }: Shown): Promise<void> {
    switch (screen) {
      case 'danger':
        return this.#press('Nee, geen gevaar');
      case 'what':
        await this.#type('story');
        await this.#choose('Keuken');
        return this.#press(NEXT);
      case 'item':
        await this.#choose('Kraan');
        return this.#press(NEXT);
      case 'problem':
        await this.#choose('De kraan druppelt');
        return this.#press(NEXT);
      case 'photos':
        return this.#addPhotos(photos);
      case 'address':
        await this.#type('address-postcode');
        await this.#type('address-number');
        return this.#press(NEXT);
      case 'contact':
        await this.#type('name');
        await this.#choose('Bel mij');
        await this.#type('phone');
        return this.#press(NEXT);
      case 'visit':
        await this.#choose('Altijd');
        return this.#press(NEXT);
      case 'check':
        // Being sent, it goes by itself.
        if (title !== 'Klopt dit?') return;
        return this.#send();
      default:
        throw new Error(`Nobody planned for "${screen}" (${title})`);
    }
  }

  async #press(name: string | RegExp): Promise<void> {
    if (this.stopped) return;
    await this.#tenant.form.getByRole('button', { name }).first().click();
  }

  async #choose(name: string): Promise<void> {
    if (this.stopped) return;
    await this.#tenant.form.getByRole('radio', { name, exact: true }).check();
  }

  /** Key by key; what stands there already is written again only where it is not whole. */
  async #type(id: string): Promise<void> {
    const text = this.#plan.typed[id];
    if (!text) return;
    const field = this.#tenant.form.locator(`#${id}`);
    if (this.stopped || (await field.inputValue()) === text) return;
    await field.fill('');
    let keys = 0;
    for (const character of text) {
      if (this.stopped) return;
      // An old hand is slower; a fast one is harder to keep up with.
      await field.pressSequentially(character);
      keys += 1;
      await this.#hooks.key?.(id, keys);
    }
  }

  async #addPhotos(there: number): Promise<void> {
    const missing = this.#files.slice(Math.max(0, there));
    if (missing.length && !this.stopped) {
      await this.#tenant.form
        .getByLabel(/Kies een foto|Nog een foto kiezen/)
        .setInputFiles(missing);
      await this.#tenant.form
        .locator('.photos img')
        .nth(this.#files.length - 1)
        .waitFor();
    }
    await this.#press(NEXT);
  }

  async #send(): Promise<void> {
    if (this.stopped) return;
    const sending = this.#press('Verstuur mijn melding');
    this.#hooks.send?.();
    await sending;
  }
}
