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
import { focused, press, type } from '../../../test/browser/helpers.ts';
import { askDesk, newDesk, problem, tellDesk } from '../../../test/browser/small-desk.ts';
import { waitUntil } from '../../../test/browser/until.ts';
import { draftOfTab } from '../storage/draft.ts';

type Form = Awaited<ReturnType<typeof openForm>>;

const TITLE = 'Stuur ons een bericht';
const SENT = 'Wij hebben uw bericht';
const NOT_YET = 'Uw bericht is nog niet bij ons';

let form: Form;
const online = (): boolean => dispatchEvent(new Event('online'));

async function toMessage(): Promise<void> {
  await choose(form, 'Ik wil liever iemand spreken');
  await onScreen(form, 'Hoe wilt u ons spreken?');
  await choose(form, 'Stuur een bericht');
  await onScreen(form, TITLE);
}

async function write(): Promise<void> {
  await fill(form, 'message-text', 'De lift doet raar');
  await fill(form, 'message-reach', '06 12 34 56 78');
}

/** As the camera or a finger leaves it, once what stands there is written down. */
async function reload(text = 'De lift doet raar', reach = '06 12 34 56 78'): Promise<void> {
  await waitUntil(async () => {
    const kept = await draftOfTab<Record<string, string>>('delinde.message').load();
    return kept?.['text'] === text && kept['reach'] === reach;
  }, 'it is written down');
  form.remove();
  form = await openForm();
}

beforeEach(async () => {
  newVisitor({ deskOrigin: await newDesk() });
  form = await openForm();
});
afterEach(() => form.remove());

describe('the way to a person', () => {
  it('has its ways always in the same order, with the phone in each view', async () => {
    await choose(form, 'Ik wil liever iemand spreken');
    await says(form, 'Wij bellen u');
    const ways = [...form.renderRoot.querySelectorAll('.rows strong')].map((each) =>
      each.textContent.trim(),
    );
    expect(ways).to.deep.equal([
      'Nu bellen',
      'Wij bellen u',
      'U komt naar ons kantoor',
      'Stuur een bericht',
    ]);
    const phone = () => form.renderRoot.querySelector(`a[href="tel:${demoProfile.phone.tel}"]`);
    expect(phone()).to.exist;
    await choose(form, /^U komt naar ons kantoor/);
    await onScreen(form, 'U komt naar ons kantoor');
    expect(read(form)).to.contain('Brink 4, 9401 AB Assen');
    expect(phone()).to.exist;
    await choose(form, 'Terug naar alle manieren');
    await onScreen(form, 'Hoe wilt u ons spreken?');
    await choose(form, 'Stuur een bericht');
    await onScreen(form, TITLE);
    expect(phone()).to.exist;
  });

  it('leads back to where she was, by its own button and by that of the browser', async () => {
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    await fill(form, 'story', 'Het lekt');
    await toMessage();
    history.back();
    await onScreen(form, 'Hoe wilt u ons spreken?');
    await choose(form, 'Terug naar mijn melding');
    await onScreen(form, 'Wat is er kapot?');
    expect(field(form, 'story').value).to.equal('Het lekt');
    // There and back is over: the next step back is that of her form.
    await choose(form, 'Terug');
    await onScreen(form, 'Is er nu gevaar?');
  });

  it('names the number for day and night when the office is closed', async () => {
    form.remove();
    newVisitor({
      profile: { ...demoProfile, phoneOpen: demoProfile.phoneOpen.slice(1) },
    });
    form = await openForm();
    await says(form, 'Nu dicht.');
    await choose(form, 'Ik wil liever iemand spreken');
    const urgent = `Spoed? Bel dag en nacht ${demoProfile.urgentPhone.shown}`;
    expect(control(form, urgent).matches('.button')).to.equal(true);
    expect(read(form).indexOf(urgent)).to.be.lessThan(read(form).indexOf('Nu bellen'));
    expect(form.renderRoot.querySelector(`a[href="tel:${demoProfile.urgentPhone.tel}"]`)).to.exist;
  });
});

describe('a message', () => {
  it('is sent once, with where she was, and the way to answer her', async () => {
    await toMessage();
    await write();
    await choose(form, 'Verstuur mijn bericht');
    await onScreen(form, SENT);
    await says(form, 'Uw nummer is K7M4-P2XR-9.');
    await waitUntil(() => focused()?.textContent.trim() === SENT, 'the focus on the heading');
    const { received } = await askDesk();
    expect(received).to.have.length(1);
    expect(received[0]!.body).to.deep.equal({
      text: 'De lift doet raar',
      reach: '06 12 34 56 78',
      language: 'nl',
      from: 'repair-form/danger',
    });
  });

  it('pressed twice is sent once', async () => {
    await toMessage();
    await write();
    const send = form.renderRoot.querySelector<HTMLElement>('[part~=submit]')!;
    send.click();
    send.click();
    await onScreen(form, SENT);
    expect((await askDesk()).received).to.have.length(1);
  });

  it('that cannot be answered says what is missing, and brings her there', async () => {
    await toMessage();
    await choose(form, 'Verstuur mijn bericht');
    await waitUntil(() => focused()?.matches('[data-errors]'));
    await says(form, 'Vul dit in: Uw bericht');
    await says(form, 'Vul dit in: Uw telefoonnummer of e-mailadres');
    await fill(form, 'message-text', 'Dag');
    await fill(form, 'message-reach', 'berg@');
    await choose(form, 'Verstuur mijn bericht');
    await says(form, 'Een e-mailadres heeft een @ en een punt');
    expect((await askDesk()).received).to.have.length(0);
  });

  it('is sent by Enter in its last field', async () => {
    await toMessage();
    await fill(form, 'message-text', 'Dag');
    field(form, 'message-reach').focus();
    await type('berg@voorbeeld.nl');
    await press('Enter');
    await onScreen(form, SENT);
  });

  it('half written is there again after a reload, with the way to it open', async () => {
    await toMessage();
    await write();
    await reload();
    await onScreen(form, TITLE);
    await waitUntil(() => field(form, 'message-text').value === 'De lift doet raar');
    expect(field(form, 'message-reach').value).to.equal('06 12 34 56 78');
  });

  it('that does not arrive says so, and goes when the line is back', async () => {
    await toMessage();
    await write();
    await tellDesk({ down: true });
    await choose(form, 'Verstuur mijn bericht');
    await says(form, NOT_YET);
    await tellDesk({ down: false });
    online();
    await onScreen(form, SENT);
    expect((await askDesk()).received).to.have.length(1);
  });

  it('on its way when the page was killed goes on by itself, wherever she is then', async () => {
    await toMessage();
    await write();
    await tellDesk({ answers: [{ drop: true }, { drop: true }, { drop: true }] });
    const send = form.renderRoot.querySelector<HTMLElement>('[part~=submit]')!;
    // By a hand that presses twice.
    send.click();
    send.click();
    await says(form, NOT_YET);
    history.replaceState(null, '');
    await reload();
    expect(heading(form)).to.equal('Is er nu gevaar?');
    await waitUntil(() => {
      online();
      return read(form).includes(SENT);
    }, 'it is said');
    // She was not taken away from what she was at.
    expect(heading(form)).to.equal('Is er nu gevaar?');
    const { received } = await askDesk();
    expect(new Set(received.map(({ key, text }) => key + text)).size).to.equal(1);
  });

  it('that arrives while she went on with her form does not take the focus', async () => {
    await toMessage();
    await write();
    await tellDesk({ down: true });
    await choose(form, 'Verstuur mijn bericht');
    await says(form, NOT_YET);
    await choose(form, 'Terug naar alle manieren');
    await onScreen(form, 'Hoe wilt u ons spreken?');
    await choose(form, 'Terug naar mijn melding');
    await onScreen(form, 'Is er nu gevaar?');
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    field(form, 'story').focus();
    await tellDesk({ down: false });
    online();
    await says(form, SENT);
    expect(focused()?.id).to.equal('story');
  });

  it('that the desk will not have says which field, or else that we are to blame', async () => {
    await tellDesk({
      answers: [
        problem(422, 'wrong-answers', [{ field: 'reach', code: 'phone' }]),
        problem(413, 'too-large'),
      ],
    });
    await toMessage();
    await write();
    await choose(form, 'Verstuur mijn bericht');
    await says(form, 'Een telefoonnummer heeft 10 cijfers');
    await choose(form, 'Verstuur mijn bericht');
    await says(form, 'Er ging iets mis bij ons');
    await waitUntil(() => focused()?.matches('[data-errors]'));
    expect(field(form, 'message-text').value).to.equal('De lift doet raar');
    await choose(form, 'Verstuur mijn bericht');
    await onScreen(form, SENT);
  });

  it('another one begins empty, and is never sent half written', async () => {
    await toMessage();
    await write();
    await choose(form, 'Verstuur mijn bericht');
    await onScreen(form, SENT);
    await choose(form, 'Nog een bericht sturen');
    await onScreen(form, TITLE);
    expect(field(form, 'message-text').value).to.equal('');
    await fill(form, 'message-text', 'Nog');
    await reload('Nog', '');
    await onScreen(form, TITLE);
    await waitUntil(() => field(form, 'message-text').value === 'Nog');
    expect((await askDesk()).received).to.have.length(1);
  });
});
