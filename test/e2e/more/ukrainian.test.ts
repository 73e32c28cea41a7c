import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { translator } from '../../../src/contract/text.ts';
import type { Dictionary } from '../../../src/contract/text.ts';
import { Tenant } from '../tenant.ts';
import { openWorld } from '../world.ts';
import type { World } from '../world.ts';

const FILES = ['danger', 'frame', 'repair-form', 'triage'];
const t = translator(
  Object.fromEntries(
    FILES.map((file) => [
      file,
      JSON.parse(readFileSync(`locales/uk/${file}.json`, 'utf8')) as Dictionary,
    ]),
  ),
  'uk',
);
const STORY = 'З крана на кухні весь час капає';

describe('a tenant who reads Ukrainian', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('finds her language on the website, and reports in it from beginning to end', async () => {
    const { page, refused, context } = await world.phone({ locale: 'uk-UA' });
    const tenant = new Tenant(page);
    await page.goto(world.site);
    await page.getByRole('link', { name: 'Повідомити про поломку' }).click();
    await tenant.ready();
    await tenant.presses(new RegExp(t('danger:danger.none')));
    await tenant.sees(t('repair-form:screen.what.title'));
    await tenant.types(new RegExp(t('repair-form:story.label')), STORY);
    await tenant.chooses(t('triage:room.keuken'));
    await tenant.presses(t('frame:continue'));
    for (const name of ['triage:item.kraan', 'triage:problem.kraan_drupt']) {
      await tenant.chooses(t(name));
      await tenant.presses(t('frame:continue'));
    }
    await tenant.presses(t('repair-form:photos.skip'));
    await tenant.sees(t('repair-form:screen.address.title'));
    await tenant.types(t('frame:address.postcode.label'), '9401ab');
    await tenant.types(t('frame:address.number.label'), '12a');
    await tenant.presses(t('frame:continue'));
    await tenant.types(new RegExp(t('repair-form:name.label')), 'Олена Коваль');
    await tenant.chooses(t('repair-form:reach.option.phone'));
    await tenant.types(t('repair-form:phone.label'), '06 12 34 56 78');
    await tenant.presses(t('frame:continue'));
    await tenant.chooses(t('repair-form:when.option.always'));
    await tenant.presses(t('frame:continue'));
    await tenant.sees(t('repair-form:screen.check.title'));
    await tenant.presses(t('repair-form:check.send'));
    await tenant.sees(t('repair-form:sent.title'));
    assert.deepEqual(refused, []);
    await context.close();
  });

  it('is read in Dutch by staff, with her own words and her language beside it', async () => {
    const { page, context } = await world.phone({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${world.desk.origin}/console/?association=delinde`);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.getByRole('link', { name: /De kraan druppelt, keuken/ }).click();
    await page.getByRole('heading', { name: 'De kraan druppelt, keuken' }).waitFor();
    for (const words of ['Oekraïens', 'Олена Коваль', STORY])
      await page.getByText(words).first().waitFor();
    const hers = page.getByText(STORY).first();
    assert.equal(await hers.getAttribute('lang'), 'uk');
    const answers = page.getByRole('table');
    await answers.getByText('De kraan druppelt').waitFor();
    await answers.getByText(t('triage:problem.kraan_drupt')).waitFor();
    await context.close();
  });
});
