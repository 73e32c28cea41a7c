import type { RepairForm } from '../../components/repair-form/repair-form.ts';
import { waitUntil } from './until.ts';

/** A page beside the test's own, in the same tab: its storage is shared, its locks are not. */
export class Page {
  readonly #frame = document.createElement('iframe');

  /** @param desk origin of a desk, or none */
  static async open(desk?: string): Promise<Page> {
    const page = new Page();
    page.#frame.width = '412';
    page.#frame.height = '823';
    page.#frame.src = `/test/browser/page.html${desk ? `?desk=${desk}` : ''}`;
    document.body.append(page.#frame);
    await page.#ready();
    return page;
  }

  get form(): RepairForm {
    return this.#frame.contentDocument!.querySelector('kt-repair-form')!;
  }

  get window(): Window {
    return this.#frame.contentWindow!;
  }

  /** As the browser does when the camera took its memory, or a finger pulled it down. */
  async reload(): Promise<void> {
    const loaded = new Promise((resolve) =>
      this.#frame.addEventListener('load', resolve, { once: true }),
    );
    this.window.location.reload();
    await loaded;
    await this.#ready();
  }

  close(): void {
    this.#frame.remove();
  }

  async #ready(): Promise<void> {
    await waitUntil(
      () =>
        this.#frame.contentDocument?.querySelector<RepairForm>('kt-repair-form')?.ready !==
        undefined,
      'the page opens',
    );
    await this.form.ready;
    await this.form.updateComplete;
  }
}
