import { waitUntil } from '@open-wc/testing';
import type { ConsoleApp } from './app.ts';
import { FixtureDesk } from './fixture-desk.ts';
import { anja } from './fixture-reports.ts';
import './app.ts';

/** Three engines on two cores need more than a second. */
const PATIENCE = { timeout: 8000 };

/** One console on the page, and the hands of who works with it. */
export class TestPage {
  readonly desk = new FixtureDesk();
  app!: ConsoleApp;
  readonly #address = location.href;

  /** @param address what stands behind "/console/" */
  open(address = '?association=delinde', { signedIn = true } = {}): void {
    if (signedIn) this.desk.session = anja;
    this.desk.install();
    history.replaceState(null, '', address);
    document.documentElement.lang = 'nl';
    this.app = document.createElement('keukentafel-console') as ConsoleApp;
    document.body.append(this.app);
  }

  /** Where it goes when it leaves this page; the test stays. */
  leaves = (): Promise<string> =>
    new Promise((resolve) => {
      this.app.leave = resolve;
    });

  close(): void {
    this.app.remove();
    this.desk.restore();
    history.replaceState(null, '', this.#address);
  }

  get root(): ShadowRoot {
    return this.app.shadowRoot as ShadowRoot;
  }

  get text(): string {
    return spaced(this.root.textContent);
  }

  /** What was last said to who listens. */
  get said(): string {
    return spaced(this.root.querySelector('#said')?.textContent);
  }

  /** Waits until these words stand somewhere on the page. */
  sees = (words: string): Promise<void> =>
    waitUntil(() => this.text.includes(words), `Nowhere: "${words}"`, PATIENCE);

  hears = (words: string): Promise<void> =>
    waitUntil(() => this.said.includes(words), `Never said: "${words}"`, PATIENCE);

  /** The only thing of this kind with exactly this name or beginning with it. */
  get(selector: string, name: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>(selector)].filter((each) =>
      spaced(each.getAttribute('aria-label') ?? each.textContent).startsWith(name),
    );
    if (found.length !== 1 || !found[0])
      throw new Error(`${found.length} of ${selector} with the name "${name}"`);
    return found[0];
  }

  button = (name: string): HTMLElement => this.get('button', name);

  link = (name: string): HTMLElement => this.get('a', name);

  /** The field that a label with these words belongs to. */
  field(label: string): HTMLInputElement {
    const { control } = this.get('label', label) as HTMLLabelElement;
    if (!(
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ))
      throw new Error(`"${label}" labels nothing`);
    // What they have in common is all that a test uses.
    return control as HTMLInputElement;
  }

  fill(label: string, text: string): void {
    const field = this.field(label);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The report in the list that is about this. */
  line = (what: string): HTMLAnchorElement =>
    [...this.root.querySelectorAll<HTMLAnchorElement>('.list-pane a')].find((link) =>
      link.textContent?.includes(what),
    ) ?? fail(`No report "${what}" in the list`);

  async focusIsOn(words: string): Promise<void> {
    const name = () => spaced(this.root.activeElement?.textContent);
    await waitUntil(() => name().includes(words), `The focus is not on "${words}"`, PATIENCE);
  }

  async search(text: string): Promise<void> {
    this.fill('Zoek op nummer', text);
    this.button('Zoeken').click();
    await waitUntil(
      () => this.desk.asked.at(-1)?.startsWith('POST /reports') ?? false,
      'The search was not asked',
      PATIENCE,
    );
  }
}

const fail = (words: string): never => {
  throw new Error(words);
};

const spaced = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').trim();
