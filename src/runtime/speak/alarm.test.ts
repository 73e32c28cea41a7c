import { expect } from '@open-wc/testing';
import { demoProfile } from '../../../test/browser/demo-profile.ts';
import {
  choose,
  control,
  field,
  fill,
  heading,
  newVisitor,
  onScreen,
  openForm,
  read,
  says,
} from '../../../test/browser/form.ts';
import { focused } from '../../../test/browser/helpers.ts';
import { drippingTap, seed } from '../../../test/browser/seed.ts';
import { askDesk, newDesk, problem, tellDesk } from '../../../test/browser/small-desk.ts';
import { waitUntil } from '../../../test/browser/until.ts';

type Form = Awaited<ReturnType<typeof openForm>>;

const LEAVE = /^Laat uw nummer achter/;
const TITLE = 'Laat uw nummer achter';
const withDuty = { ...demoProfile, alarm: true as const };
const online = (): boolean => dispatchEvent(new Event('online'));

let form: Form;
afterEach(() => form.remove());

async function visit(profile: typeof demoProfile = withDuty): Promise<void> {
  newVisitor({ profile, deskOrigin: await newDesk() });
}
const sends = async () => (await askDesk()).received.filter(({ what }) => what === 'alarms');
const tels = (): string[] =>
  [...form.renderRoot.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
async function toAlarm(): Promise<void> {
  await says(form, 'Laat uw nummer achter');
  await choose(form, LEAVE);
  await onScreen(form, TITLE);
}

describe('nobody answers', () => {
  it('ends in a second number, and then in leaving her own', async () => {
    await visit();
    form = await openForm();
    await choose(form, /^Er komt veel water binnen/);
    await says(form, 'Niemand neemt op?');
    await toAlarm();
    expect(tels()).to.deep.equal(['tel:112', `tel:${demoProfile.urgentPhone.tel}`]);
    await fill(form, 'alarm-phone', '06 12 34 56 78');
    await fill(form, 'alarm-where', '9401 AB 12');
    await choose(form, 'Stuur dit nu');
    await says(form, 'Wij sturen uw bericht naar de wachtdienst');
    expect((await sends()).map(({ body }) => body)).to.deep.equal([
      { phone: '06 12 34 56 78', where: '9401 AB 12', danger: 'water_veel', language: 'nl' },
    ]);
    expect(tels()).to.include(`tel:${demoProfile.urgentPhoneSecond.tel}`);
    expect(tels()).to.include('tel:112');
  });

  it('says "sent" and "read" only once they are so', async () => {
    await visit();
    form = await openForm();
    await choose(form, /^Er komt veel water binnen/);
    await toAlarm();
    await fill(form, 'alarm-phone', '0612345678');
    await choose(form, 'Stuur dit nu');
    await says(form, 'Wij sturen uw bericht naar de wachtdienst');
    expect(read(form)).not.to.contain('heeft het bericht');
    const state = { raisedAt: '2026-11-24T02:14:00Z', sentAt: '2026-11-24T02:14:02Z' };
    await tellDesk({ alarm: state });
    await waitUntil(() => (online(), read(form).includes('Verstuurd om 03:14 uur')));
    expect(read(form)).not.to.contain('gelezen om');
    await tellDesk({ alarm: { ...state, read: { by: 'Sanne', at: '2026-11-24T02:15:00Z' } } });
    await waitUntil(() => (online(), heading(form).startsWith('Sanne van de wachtdienst')));
    await says(form, 'Wij bellen u. Houd uw telefoon bij u.');
    // Back on the screen that she came from, and after a reload, it is still so.
    await choose(form, 'Terug');
    await says(form, 'Niemand neemt op?');
    for (const how of ['back', 'reloaded']) {
      await says(form, 'Sanne van de wachtdienst heeft uw bericht gelezen');
      expect(read(form), how).not.to.contain('Laat uw nummer');
      form.remove();
      form = await openForm();
    }
    await choose(form, /^Sanne van de wachtdienst/);
    await says(form, 'Wij bellen u. Houd uw telefoon bij u.');
  });

  it('after gas, 0800-9009 and 112 stay on top of it', async () => {
    await visit();
    form = await openForm();
    await choose(form, /^Ik ruik gas/);
    expect(read(form)).not.to.contain('Laat uw nummer');
    await choose(form, /^Ik ben buiten/);
    await toAlarm();
    expect(tels()).to.deep.equal(['tel:112', 'tel:08009009']);
    await fill(form, 'alarm-phone', '0612345678');
    await choose(form, 'Stuur dit nu');
    await says(form, 'Wij sturen');
    expect(tels()).to.deep.equal(['tel:08009009', 'tel:112']);
  });

  it('leads back to where she was, by its own button and by that of the browser', async () => {
    await visit();
    form = await openForm();
    await choose(form, /^Er komt veel water binnen/);
    await toAlarm();
    history.back();
    await says(form, 'Draai de hoofdkraan dicht');
    await toAlarm();
    await choose(form, 'Terug');
    await says(form, 'Draai de hoofdkraan dicht');
  });

  it('is not offered where nobody is on duty, or there is no desk', async () => {
    await visit(demoProfile);
    form = await openForm();
    await choose(form, /^Er komt veel water binnen/);
    await says(form, 'Niemand neemt op?');
    expect(read(form)).not.to.contain('Laat uw nummer');
  });
});

describe('what is known', () => {
  it('is shown and not asked again', async () => {
    await visit();
    await seed({
      screen: 'urgent',
      answers: {
        ...drippingTap,
        room: 'woonkamer',
        item: 'waterleiding',
        problem: 'lekkage_plafond',
      },
    });
    form = await openForm();
    await toAlarm();
    await says(form, 'De wachtdienst belt dit nummer:');
    expect(form.renderRoot.querySelector('input')).to.equal(null);
    await choose(form, 'Stuur dit nu');
    await says(form, 'Wij sturen');
    const [sent] = await sends();
    expect(sent?.body['phone']).to.equal(drippingTap.phone);
    expect(sent?.body['problem']).to.equal('lekkage_plafond');
  });

  it('may be another number', async () => {
    await visit();
    await seed({
      screen: 'urgent',
      answers: {
        ...drippingTap,
        room: 'woonkamer',
        item: 'waterleiding',
        problem: 'lekkage_plafond',
      },
    });
    form = await openForm();
    await toAlarm();
    await choose(form, 'Ik wil een ander nummer geven');
    await choose(form, 'Stuur dit nu');
    await says(form, 'Vul dit in: Uw telefoonnummer');
    await fill(form, 'alarm-phone', '06 11 11 11 11');
    await choose(form, 'Stuur dit nu');
    await says(form, 'Wij sturen');
    expect((await sends())[0]?.body['phone']).to.equal('06 11 11 11 11');
  });

  it('after sending stays at the desk: one button', async () => {
    await visit();
    const sendKey = '0190a0b0-0000-4000-8000-000000000000';
    await seed({
      screen: 'check',
      answers: { reach: 'phone' },
      phase: 'sent',
      sendKey,
      urgent: true,
      receipt: {
        reference: 'K7M4-P2XR-9',
        receivedAt: '2026-11-24T09:41:00Z',
        promise: { kind: 'none' },
        photosLost: [],
      },
    });
    form = await openForm();
    await toAlarm();
    await choose(form, 'Stuur dit nu');
    await says(form, 'Wij sturen');
    expect((await sends()).map(({ body }) => body)).to.deep.equal([
      { language: 'nl', report: sendKey },
    ]);
  });
});

describe('on a poor line', () => {
  async function written(): Promise<void> {
    await visit();
    form = await openForm();
    await choose(form, /^Er komt veel water binnen/);
    await toAlarm();
    await fill(form, 'alarm-phone', '0612345678');
  }

  it('it is sent until the desk has it, once, also after a reload', async () => {
    await written();
    await tellDesk({ down: true });
    await choose(form, 'Stuur dit nu');
    await says(form, 'Uw bericht is NOG NIET bij ons');
    expect(tels()).to.include(`tel:${demoProfile.urgentPhone.tel}`);
    form.remove();
    form = await openForm();
    await says(form, 'Uw bericht is NOG NIET bij ons');
    await tellDesk({ down: false });
    online();
    await says(form, 'Wij sturen uw bericht naar de wachtdienst');
    const keys = (await sends()).map(({ key }) => key);
    expect(new Set(keys).size).to.equal(1);
  });

  it('pressed twice is one', async () => {
    await written();
    control(form, 'Stuur dit nu').click();
    control(form, 'Stuur dit nu').click();
    await says(form, 'Wij sturen');
    expect(await sends()).to.have.length(1);
  });

  it('what the desk will not have is shown where it is asked', async () => {
    await written();
    await tellDesk({
      answers: [problem(422, 'wrong-answers', [{ field: 'phone', code: 'phone' }])],
    });
    await choose(form, 'Stuur dit nu');
    await says(form, 'Een telefoonnummer heeft 10 cijfers');
    await waitUntil(() => focused()?.hasAttribute('data-errors') ?? false);
    expect(field(form, 'alarm-phone').value).to.equal('0612345678');
  });
});

describe('an urgent report when the office is closed', () => {
  const closed = { ...demoProfile, phoneOpen: demoProfile.phoneOpen.slice(1) };
  const urgent = {
    screen: 'urgent',
    answers: {
      danger: 'none',
      room: 'woonkamer',
      item: 'waterleiding',
      problem: 'lekkage_plafond',
    },
  };

  it('says when it will be read, and the number to call now', async () => {
    await visit(closed);
    await seed(urgent);
    form = await openForm();
    await says(form, 'Wij lezen uw melding pas op woensdag 25 november om 08:30 uur.');
    await says(form, `Bel nu ${demoProfile.urgentPhone.shown}.`);
  });

  it('claims no time that it does not know', async () => {
    await visit({ ...demoProfile, phoneOpen: [] });
    await seed(urgent);
    form = await openForm();
    await says(form, 'Wij lezen uw melding niet meteen.');
  });

  it('says nothing of it while the office is open', async () => {
    await visit();
    await seed(urgent);
    form = await openForm();
    await says(form, 'Ik kan niet bellen');
    expect(read(form)).not.to.contain('Wij lezen uw melding');
  });
});
