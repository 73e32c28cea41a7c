import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { phonePhotos } from '../e2e/photos.ts';
import { Tenant } from '../e2e/tenant.ts';
import { openWorld } from '../e2e/world.ts';
import type { World } from '../e2e/world.ts';
import { smallPhone } from './small-phone.ts';

/** A hand that touches twice at (nearly) one place, whatever she wants to touch. */
class TremblingHand extends Tenant {
  readonly #gap: number;

  /** @param gap milliseconds between the two */
  constructor(page: Page, gap: number) {
    super(page);
    this.#gap = gap;
  }

  async taps(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await target.boundingBox())!;
    await this.page.touchscreen.tap(x + width / 2, y + height / 2);
    await this.page.waitForTimeout(this.#gap);
    await this.page.touchscreen.tap(x + width / 2 + 3, y + height / 2 - 2);
    await this.settles();
  }

  override presses(name: string | RegExp): Promise<void> {
    return this.taps(this.form.getByRole('button', { name }).first());
  }

  /** A tile or a line: what is touched is its label. */
  override async chooses(name: string): Promise<void> {
    const choice = this.page.getByRole('radio', { name, exact: true });
    await this.taps(this.form.locator('label', { has: choice }));
    assert.ok(await choice.isChecked(), `${name} is chosen`);
  }
}

describe('with a hand that touches everything twice, on 320 px', () => {
  let world: World;
  let photos: string[];
  before(async () => {
    [world, photos] = await Promise.all([openWorld(), phonePhotos(1)]);
  });
  after(() => world.close());

  for (const gap of [40, 150])
    it(`${gap} ms after one another, no screen is skipped and one report is sent`, async () => {
      const { page, context, refused } = await smallPhone(world, true);
      const she = new TremblingHand(page, gap);
      await she.visits(world.site);

      const language = she.form.locator('summary', { hasText: 'Taal' });
      await she.taps(language);
      await she.presses('English');
      await she.sees('Is there danger now?');
      await she.taps(language);
      await she.presses('Nederlands');
      await she.sees('Is er nu gevaar?');

      const forSomebody = page.getByRole('checkbox', {
        name: 'Ik vul dit in voor iemand anders',
      });
      const ticks = she.form.locator('label', { has: forSomebody });
      await she.taps(ticks);
      assert.ok(await forSomebody.isChecked(), 'what she ticks is ticked');
      await she.taps(ticks);
      assert.ok(!(await forSomebody.isChecked()), 'and not any more');

      await she.presses('Nee, geen gevaar');
      assert.equal(await she.heading(), 'Wat is er kapot?');
      await she.chooses('Keuken');
      await she.presses('Verder');
      await she.chooses('Kraan');
      await she.presses('Verder');
      await she.chooses('De kraan druppelt');
      await she.presses('Verder');
      assert.equal(await she.heading(), 'Hebt u een foto?');
      await she.addsPhotos(photos[0]!);
      await she.photosAreSent(1);

      await she.presses('Terug');
      assert.equal(await she.heading(), 'Wat is er aan de hand?');
      await she.presses('Verder');
      assert.equal(await she.heading(), 'Hebt u een foto?');
      assert.ok(
        await she.form.getByRole('img', { name: 'Foto 1' }).isVisible(),
        'her photo is there',
      );
      await she.presses('Ik wil liever iemand spreken');
      assert.equal(await she.heading(), 'Hoe wilt u ons spreken?');
      await she.presses('Terug naar mijn melding');
      assert.equal(await she.heading(), 'Hebt u een foto?');
      await she.presses('Verder');

      await she.saysWhoAndWhen(`Mevrouw Tril ${gap}`);
      await she.presses('Aanpassen: Adres');
      await she.sees('Waar moeten wij zijn?');
      await she.presses('Verder');
      await she.sees('Klopt dit?');
      await she.sends();
      const reference = await she.isThanked();

      assert.deepEqual(refused, []);
      const [report, ...others] = await world.found(reference);
      assert.deepEqual(others, []);
      assert.equal(report?.pictures.length, 1);
      const sent = await world.reports();
      const hers = await Promise.all(sent.map(({ id }) => world.report(id)));
      assert.equal(hers.filter(({ who }) => who === `Mevrouw Tril ${gap}`).length, 1);
      await context.close();
    });
});
