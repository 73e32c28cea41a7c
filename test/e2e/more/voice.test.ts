import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openOldPhone } from '../old-phone.ts';
import { Tenant } from '../tenant.ts';
import { openWorld } from '../world.ts';
import type { World } from '../world.ts';

describe('a spoken message', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('outlives the page that it was spoken to, and staff listen to it', async (t) => {
    const { page, kills } = await openOldPhone(t);
    const tenant = new Tenant(page);
    await tenant.visits(world.site);
    await tenant.presses('Nee, geen gevaar');
    await tenant.presses('Vertel het met uw stem');
    await tenant.form.getByText('Nog 57 seconden').waitFor();
    const reopens = await kills();

    const again = new Tenant(await reopens());
    await again.ready();
    await again.sees('Wat is er kapot?');
    await again.form
      .getByText(/Wat u al zei, is bewaard/)
      .first()
      .waitFor();
    await again.form.getByText(/Opgestuurd$/).waitFor();
    // Played back under the association's own policy.
    await again.presses('Luister terug');
    await again.form.getByRole('button', { name: 'Luister terug' }).waitFor();
    assert.equal(await again.form.getByText('Terugluisteren lukt hier niet').count(), 0);
    await again.goesOn();
    await again.sees('Hebt u een foto?');
    await again.presses('Verder zonder foto');
    await again.saysWhoAndWhen('Mevrouw Stem');
    await again.sends();
    await again.isThanked();

    const staff = await world.phone({ viewport: { width: 1280, height: 900 } });
    await staff.page.goto(`${world.desk.origin}/console/?association=delinde`);
    await staff.page.getByRole('button', { name: 'Aanmelden' }).click();
    await staff.page.getByRole('link', { name: /Gesproken bericht/ }).click();
    const player = staff.page.locator('console-voice audio');
    await player.waitFor();
    await staff.page.getByText(/^Duurt 0:0[2-5]\.$/).waitFor();
    const heard = await player.evaluate(async (audio: HTMLAudioElement) => {
      audio.muted = true;
      await audio.play();
      await new Promise((resolve) => audio.addEventListener('ended', resolve, { once: true }));
      return { state: audio.readyState, length: audio.duration, at: audio.currentTime };
    });
    assert.ok(heard.state > 0 && heard.length > 1.5 && heard.at > 1.5, JSON.stringify(heard));
    assert.deepEqual(staff.refused, []);
    await staff.context.close();
  });
});
