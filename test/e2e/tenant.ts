import type { Locator, Page } from 'playwright-core';

/** What a tenant does with the form, said as she would. */
export class Tenant {
  readonly page: Page;
  readonly form: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.locator('kt-repair-form');
  }

  /** Opens the page, as she would from a link. */
  async visits(site: string, path = '/reparatie-melden.html'): Promise<void> {
    await this.page.goto(site + path);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.form.waitFor();
    await this.page.waitForFunction(() => {
      const form = document.querySelector('kt-repair-form') as
        (HTMLElement & { ready?: Promise<void> }) | null;
      return form?.ready?.then(() => form.shadowRoot?.querySelector('[data-heading]') !== null);
    });
    await this.settles();
  }

  /** The first 400 ms of a screen take no pointer: a tremor taps twice. */
  async settles(): Promise<void> {
    await this.page.waitForTimeout(450);
  }

  heading(): Promise<string> {
    return this.form.getByRole('heading').first().innerText();
  }

  /** Waits for the screen with this heading. */
  async sees(heading: string): Promise<void> {
    await this.form.getByRole('heading', { name: heading }).first().waitFor();
    await this.settles();
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.form.getByRole('button', { name }).first().click();
    await this.settles();
  }

  async chooses(name: string): Promise<void> {
    await this.form.getByRole('radio', { name, exact: true }).check();
  }

  async types(label: string | RegExp, text: string): Promise<void> {
    await this.form.getByRole('textbox', { name: label }).fill(text);
  }

  async goesOn(): Promise<void> {
    await this.presses('Verder');
  }

  /** Danger no, kitchen, tap, drips: up to the photos. */
  async reportsDrippingTap(): Promise<void> {
    await this.presses('Nee, geen gevaar');
    await this.chooses('Keuken');
    await this.goesOn();
    await this.chooses('Kraan');
    await this.goesOn();
    await this.chooses('De kraan druppelt');
    await this.goesOn();
    await this.sees('Hebt u een foto?');
  }

  async addsPhotos(...paths: string[]): Promise<void> {
    await this.form.getByLabel(/Kies een foto|Nog een foto kiezen/).setInputFiles(paths);
    await this.form
      .getByRole('listitem')
      .nth(paths.length - 1)
      .waitFor();
  }

  async photosAreSent(count: number): Promise<void> {
    await this.form
      .getByText(/Opgestuurd$/)
      .nth(count - 1)
      .waitFor();
  }

  /** From the address to check-answers. */
  async saysWhoAndWhen(name = 'Mevrouw Berg', phone = '06 12 34 56 78'): Promise<void> {
    await this.sees('Waar moeten wij zijn?');
    await this.types('Postcode', '9401ab');
    await this.types('Huisnummer', '12a');
    await this.goesOn();
    await this.types(/Uw naam/, name);
    await this.chooses('Bel mij');
    await this.types('Uw telefoonnummer', phone);
    await this.goesOn();
    await this.chooses('Altijd');
    await this.goesOn();
    await this.sees('Klopt dit?');
  }

  async sends(): Promise<void> {
    await this.presses('Verstuur mijn melding');
  }

  /** @returns the reference */
  async isThanked(): Promise<string> {
    await this.sees('Wij hebben uw melding');
    return this.form.locator('.reference strong').innerText();
  }
}
