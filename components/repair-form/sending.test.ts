import { expect } from '@open-wc/testing';
import {
  mendAll,
  withFullDisk,
  withoutWaiting,
  withReports,
  withSlowPictures,
} from '../../test/browser/broken.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import {
  choose,
  control,
  heading,
  newVisitor,
  onScreen,
  openForm,
  read,
  says,
} from '../../test/browser/form.ts';
import { focused } from '../../test/browser/helpers.ts';
import { asFromAPhone, redAndBlue, textOf } from '../../test/browser/photos.ts';
import { drippingTap, seed, seedPhotos } from '../../test/browser/seed.ts';
import { namesOnDisk } from '../../test/browser/disk.ts';
import { askDesk, newDesk, problem, tellDesk } from '../../test/browser/small-desk.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import { loadAttachment, photo as photoOf } from '../../src/runtime/storage/attachments.ts';
import type { RepairForm } from './repair-form.ts';
import type { RepairSubmitEvent } from './events.ts';

const SEND = 'Verstuur mijn melding';
const SENT = 'Wij hebben uw melding';
const NOT_YET = 'Uw melding is NOG NIET bij ons';

let form: RepairForm;
let desk: string;
const online = (): boolean => dispatchEvent(new Event('online'));

/** At check-answers, with a desk. */
async function atCheck(answers: RepairAnswers = drippingTap): Promise<void> {
  await seed({ screen: 'check', answers });
  form = await openForm();
  await onScreen(form, 'Klopt dit?');
}

/** Puts files into a picker, as the camera or the library does. */
function take(files: File[], which = 0): void {
  const input = form.renderRoot.querySelectorAll<HTMLInputElement>('input[type=file]')[which]!;
  const given = new DataTransfer();
  for (const file of files) given.items.add(file);
  input.files = given.files;
  input.dispatchEvent(new Event('change'));
}
const photo = async (): Promise<File> =>
  new File([await asFromAPhone(await redAndBlue(900, 600))], 'IMG_1.jpg', { type: 'image/jpeg' });

const callLine = (words: string): string =>
  [...form.renderRoot.querySelectorAll('p')].find((line) => line.textContent.includes(words))
    ?.textContent ?? '';

beforeEach(async () => {
  desk = await newDesk();
  newVisitor({ deskOrigin: desk });
});
afterEach(() => {
  mendAll();
  form.remove();
});

describe('"Verstuur"', () => {
  it('sends what check-answers showed, once, and shows the reference', async () => {
    await atCheck({ ...drippingTap, email: 'typed@before.nl' });
    let told = 0;
    form.addEventListener('kt-repair-submitted', () => (told += 1));
    await choose(form, SEND);
    await onScreen(form, SENT);
    await says(form, 'K7M4-P2XR-9');
    const { received } = await askDesk();
    expect(received).to.have.length(1);
    expect(received[0]!.body['answers']).to.deep.equal(drippingTap);
    expect(received[0]!.body).to.include({ language: 'nl', questionnaireVersion: 1 });
    expect(told).to.equal(1);
    await waitUntil(() => focused()?.textContent.trim() === SENT, 'the focus on the heading');
  });

  it('pressed twice, sends once', async () => {
    await atCheck();
    const button = control(form, SEND);
    button.click();
    button.click();
    await onScreen(form, SENT);
    expect((await askDesk()).received).to.have.length(1);
  });

  it('leaves nothing of hers on the device but how we reach her', async () => {
    const [id] = await seedPhotos(1);
    await atCheck({ ...drippingTap, photos: [id!] });
    await choose(form, SEND);
    await onScreen(form, SENT);
    await waitUntil(
      async () => (await loadAttachment(photoOf(id!))) === undefined,
      'the photo is gone',
    );
    form.remove();
    form = await openForm();
    await onScreen(form, SENT);
    await says(form, 'K7M4-P2XR-9');
    await says(form, 'Wij bellen u voor een afspraak.');
  });

  it('the back button loses neither the reference nor brings back the form', async () => {
    await seed({ screen: 'visit' });
    form = await openForm();
    await choose(form, 'Verder');
    await onScreen(form, 'Klopt dit?');
    await choose(form, SEND);
    await onScreen(form, SENT);
    const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await popped;
    await form.updateComplete;
    expect(heading(form)).to.equal(SENT);
    expect(read(form)).to.contain('K7M4-P2XR-9');
    expect(read(form)).not.to.contain('Terug');
  });

  it('"Nog iets melden" begins anew, with none of the old answers', async () => {
    await atCheck();
    await choose(form, SEND);
    await onScreen(form, SENT);
    await choose(form, 'Nog iets melden');
    await onScreen(form, 'Is er nu gevaar?');
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    expect(form.renderRoot.querySelectorAll('input:checked')).to.have.length(0);
  });
});

describe('an answer that comes while she writes a message', () => {
  it('is said, and leaves her where she is', async () => {
    await atCheck();
    await tellDesk({ down: true });
    await choose(form, SEND);
    await onScreen(form, NOT_YET);
    await choose(form, 'Ik wil liever iemand spreken');
    await choose(form, 'Stuur een bericht');
    await waitUntil(() => form.renderRoot.querySelector('#message-text'));
    form.renderRoot.querySelector<HTMLElement>('#message-text')!.focus();
    await tellDesk({ down: false });
    online();
    await says(form, SENT);
    expect(focused()?.id).to.equal('message-text');
    await choose(form, 'Terug naar alle manieren');
    await onScreen(form, 'Hoe wilt u ons spreken?');
    await choose(form, 'Terug naar mijn melding');
    await onScreen(form, SENT);
  });
});

describe('a desk that cannot be reached', () => {
  it('offline: says so in so many words, and sends when the line is back', async () => {
    await atCheck();
    await tellDesk({ down: true });
    await choose(form, SEND);
    await onScreen(form, NOT_YET);
    expect(read(form)).to.contain('Laat deze pagina open');
    expect(callLine('Heeft het haast?')).to.contain(demoProfile.phone.shown);
    await tellDesk({ down: false });
    online();
    await onScreen(form, SENT);
    expect((await askDesk()).received).to.have.length(1);
    expect(callLine('Wordt het erger?')).to.contain(demoProfile.phone.shown);
  });

  it('when the office is closed or it cannot wait: the number that is answered', async () => {
    const { phoneOpen, urgentPhone } = demoProfile;
    const urgent: RepairAnswers = {
      ...drippingTap,
      problem: 'lekkage_plafond',
      item: 'waterleiding',
      details: { water_bij_stroom: 'no' },
    };
    const closed = { ...demoProfile, phoneOpen: phoneOpen.slice(1) };
    for (const [profile, answers] of [
      [closed, drippingTap],
      [demoProfile, urgent],
    ] as const) {
      newVisitor({ deskOrigin: desk, profile });
      await tellDesk({ down: true });
      await atCheck(answers);
      await choose(form, SEND);
      await onScreen(form, NOT_YET);
      expect(callLine('Heeft het haast?')).to.contain(urgentPhone.shown);
      await tellDesk({ down: false });
      online();
      await onScreen(form, SENT);
      expect(callLine('Wordt het erger?')).to.contain(urgentPhone.shown);
      form.remove();
    }
  });

  it('says it aloud too', async () => {
    await atCheck();
    await tellDesk({ down: true });
    await choose(form, SEND);
    await onScreen(form, NOT_YET);
    const status = form.renderRoot.querySelector('[role=status] [data-heading]');
    expect(status?.textContent).to.contain('NOG NIET');
    await tellDesk({ down: false });
    online();
    await onScreen(form, SENT);
  });

  it('with photos: says the same, and goes on where it stopped', async () => {
    const photos = await seedPhotos(2);
    await tellDesk({ down: true });
    await atCheck({ ...drippingTap, photos });
    await choose(form, SEND);
    await onScreen(form, NOT_YET);
    await says(form, "Eerst sturen wij uw foto's. Nog 2.");
    await tellDesk({ down: false });
    online();
    await onScreen(form, SENT);
    const { received, uploads } = await askDesk();
    expect(uploads.map(({ metadata }) => metadata['id'])).to.deep.equal(photos);
    expect((received[0]!.body['answers'] as RepairAnswers).photos).to.deep.equal(photos);
    expect(received[0]!.body['draft']).to.equal(uploads[0]!.metadata['draft']);
  });

  it('that takes no photos now: she may send without them', async () => {
    const photos = await seedPhotos(1);
    await tellDesk({ refuse: 503 });
    await atCheck({ ...drippingTap, photos });
    await choose(form, SEND);
    await says(form, 'Eerst sturen wij uw foto.');
    await choose(form, 'Verstuur nu, zonder te wachten');
    await onScreen(form, SENT);
  });

  it('that answers with the page of a hotel is no desk', async () => {
    await tellDesk({ answers: [{ status: 200, body: '<title>Wifi</title>' }] });
    await atCheck();
    await choose(form, SEND);
    await onScreen(form, NOT_YET);
    online();
    await onScreen(form, SENT);
  });
});

describe('a desk that says no', () => {
  it('brings her to the field, with what is wrong', async () => {
    await tellDesk({
      answers: [problem(422, 'wrong-answers', [{ field: 'phone', code: 'phone' }])],
    });
    await atCheck();
    await choose(form, SEND);
    await onScreen(form, 'Hoe bereiken wij u?');
    await waitUntil(() => focused()?.matches('[data-errors]'), 'the focus on what is wrong');
    await choose(form, 'Verder');
    await onScreen(form, 'Klopt dit?');
    await choose(form, SEND);
    await onScreen(form, SENT);
    const { received } = await askDesk();
    expect(new Set(received.map(({ key }) => key)).size, 'a new send has a new key').to.equal(2);
  });

  it('without a field: says so on check, with the focus there, and can be tried again', async () => {
    await tellDesk({ answers: [problem(413, 'too-large')] });
    await atCheck();
    await choose(form, SEND);
    await says(form, 'Er klopt nog iets niet. Kijk uw antwoorden na. Of bel ons');
    await waitUntil(() => focused()?.matches('[data-errors]'));
    await choose(form, SEND);
    await onScreen(form, SENT);
  });
});

describe('photos', () => {
  const atPhotos = async () => {
    await seed({ screen: 'photos' });
    form = await openForm();
    await onScreen(form, 'Hebt u een foto?');
  };
  const shown = () => form.renderRoot.querySelectorAll('.photo').length;

  it('go while she fills in the rest, without the place where they were taken', async () => {
    await atPhotos();
    take([await photo()]);
    await says(form, 'Opgestuurd');
    const preview = form.renderRoot.querySelector<HTMLImageElement>('.photo img')!;
    const small = await (await fetch(preview.src)).blob();
    expect(await textOf(small)).not.to.contain('GPS');
    const [upload] = (await askDesk()).uploads;
    expect(upload!.size).to.equal(small.size);
    expect(upload!.there).to.equal(upload!.size);
  });

  it('made while there is no line are kept, and go when there is', async () => {
    await tellDesk({ down: true });
    await atPhotos();
    take([await photo()]);
    await waitUntil(() => shown() === 1);
    await says(form, 'Wordt opgestuurd. U kunt verder.');
    await choose(form, 'Verder');
    await onScreen(form, 'Waar moeten wij zijn?');
    await tellDesk({ down: false });
    online();
    await choose(form, 'Terug');
    await says(form, 'Opgestuurd');
  });

  it('that cannot be opened are refused kindly, and the others stay', async () => {
    await atPhotos();
    take([new File(['Dit is een brief'], 'brief.jpg', { type: 'image/jpeg' }), await photo()], 1);
    await says(form, 'Dit is geen foto. Kies een foto. Of ga verder zonder.');
    await waitUntil(() => shown() === 1);
    expect(read(form)).not.to.contain('Wij maken uw foto klaar');
  });

  it('never come to more than five, however fast she is', async () => {
    await atPhotos();
    const files = [await photo(), await photo(), await photo()];
    take(files, 1);
    take(files, 1);
    await says(form, "U hebt 5 foto's.");
    await says(form, "U kunt 5 foto's sturen. Wij namen de eerste.");
    await waitUntil(() => !read(form).includes('klaar'));
    expect(shown()).to.equal(5);
  });

  it('taken back are gone here and there, with the focus kept and a word said', async () => {
    await atPhotos();
    take([await photo()]);
    await says(form, 'Opgestuurd');
    control(form, 'Foto 1 weghalen').focus();
    await choose(form, 'Foto 1 weghalen');
    await waitUntil(() => shown() === 0);
    await waitUntil(() => focused()?.id === 'photos', 'the focus on the picker');
    await says(form, 'Foto 1 is weg');
    await waitUntil(async () => (await askDesk()).uploads[0]!.there === null, 'forgotten there');
  });

  it('that the desk will not have are named, and do not hold up the report', async () => {
    await tellDesk({ refuse: 415 });
    const photos = await seedPhotos(1);
    await atCheck({ ...drippingTap, photos });
    await says(form, 'Deze foto konden wij niet gebruiken.');
    await waitUntil(async () => !(await loadAttachment(photoOf(photos[0]!))), 'it is gone here');
    await choose(form, SEND);
    await onScreen(form, SENT);
    expect((await askDesk()).received).to.have.length(1);
  });

  it('still being made small when she presses Send go along', async () => {
    await atPhotos();
    take([await photo()]);
    await choose(form, /^Verder/);
    await choose(form, 'Verder');
    await choose(form, 'Verder');
    await choose(form, 'Verder');
    await choose(form, SEND);
    await onScreen(form, SENT);
    const { received } = await askDesk();
    expect((received[0]!.body['answers'] as RepairAnswers).photos).to.have.length(1);
  });

  it('leave no address of a picture behind: not removed, not off the page, not begun anew', async () => {
    const [create, revoke] = [URL.createObjectURL, URL.revokeObjectURL];
    const held = new Set<string>();
    URL.createObjectURL = (blob) => {
      const url = create.call(URL, blob);
      held.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      held.delete(url);
      revoke.call(URL, url);
    };
    await atPhotos();
    take([await photo(), await photo()], 1);
    await waitUntil(() => shown() === 2 && held.size === 2);
    await choose(form, 'Foto 1 weghalen');
    await waitUntil(() => held.size === 1);
    const section = document.createElement('section');
    document.body.append(section);
    section.append(form);
    await waitUntil(() => held.size === 1, 'its preview again');
    await choose(form, 'Verder');
    form.remove();
    expect(held.size).to.equal(0);
    section.remove();
    [URL.createObjectURL, URL.revokeObjectURL] = [create, revoke];
  });

  it('are there again after the camera killed the page', async () => {
    await tellDesk({ down: true });
    await atPhotos();
    take([await photo()]);
    await waitUntil(() => shown() === 1);
    form.remove();
    form = await openForm();
    await onScreen(form, 'Hebt u een foto?');
    await waitUntil(() => form.renderRoot.querySelector('.photo img'), 'its preview');
    await tellDesk({ down: false });
    online();
    await says(form, 'Opgestuurd');
  });

  it('where the browser keeps nothing, go all the same', async () => {
    await atPhotos();
    withFullDisk();
    take([await photo()]);
    await says(form, 'Opgestuurd');
    await says(form, 'Deze browser bewaart niets. Laat deze pagina open tot u klaar bent.');
    mendAll();
    await choose(form, 'Foto 1 weghalen');
    await waitUntil(() => !read(form).includes('Deze browser bewaart niets'));
  });
});

describe('a photo that this browser cannot open', () => {
  let files: File[];
  const LOOKING = 'Wij kijken of wij deze foto kunnen openen. U kunt verder.';
  const CANNOT = 'Deze foto kunnen wij niet openen. Maak een nieuwe foto.';
  const shown = () => form.renderRoot.querySelectorAll('.photo').length;

  before(async () => {
    const file = await fetch(new URL('../../test/fixtures/photos/kitchen.heic', import.meta.url));
    files = [new File([await file.blob()], 'IMG_1.HEIC', { type: 'image/heic' })];
  });
  const atPhotos = async () => {
    await seed({ screen: 'photos' });
    form = await openForm();
    await onScreen(form, 'Hebt u een foto?');
  };
  /** On check-answers, with one that the desk is still looking at. */
  const atCheckWithIt = async () => {
    await tellDesk({ opens: 'reading' });
    await atPhotos();
    take(files);
    await says(form, LOOKING);
    for (const _ of [1, 2, 3, 4]) await choose(form, 'Verder');
    await onScreen(form, 'Klopt dit?');
  };

  it('goes as it was taken, without the place where; the desk opens it and shows it', async () => {
    await tellDesk({ opens: 'reading' });
    await atPhotos();
    take(files);
    await says(form, LOOKING);
    expect(form.renderRoot.querySelector('.photo img')).to.equal(null);
    expect(form.renderRoot.querySelector('.photo .blank svg')).to.exist;
    const [upload] = (await askDesk()).uploads;
    expect(upload!.there).to.equal(upload!.size);
    await tellDesk({ opens: 'readable' });
    online();
    await waitUntil(() => form.renderRoot.querySelector('.photo img'), 'its preview');
    await waitUntil(() => !read(form).includes(LOOKING));
    const kept = await loadAttachment(photoOf(upload!.metadata['id']!));
    for (const trace of ['Canary', 'Exif', 'Brink'])
      expect(await textOf(kept!.blob), trace).not.to.contain(trace);
  });

  it('is shown again after the camera killed the page', async () => {
    await atPhotos();
    take(files);
    await waitUntil(() => form.renderRoot.querySelector('.photo img'), 'its preview');
    form.remove();
    form = await openForm();
    await onScreen(form, 'Hebt u een foto?');
    await waitUntil(() => form.renderRoot.querySelector('.photo img'), 'its preview again');
  });

  it('and the desk neither: is said at once, with the picker there for another', async () => {
    await tellDesk({ opens: 'unreadable' });
    await atPhotos();
    take([...files, await photo()], 1);
    await says(form, CANNOT);
    await waitUntil(() => shown() === 1);
    await waitUntil(async () => (await askDesk()).uploads[0]!.there === null, 'forgotten there');
    take([await photo()]);
    await waitUntil(() => shown() === 2);
    expect(form.renderRoot.querySelector('.notice.warn')).to.equal(null);
  });

  it('and the desk neither: is said on check-answers, with the way back to the photos', async () => {
    await atCheckWithIt();
    await tellDesk({ opens: 'unreadable' });
    online();
    await says(form, CANNOT);
    await choose(form, 'Maak of kies een andere foto');
    await onScreen(form, 'Hebt u een foto?');
    take([await photo()]);
    await says(form, 'Opgestuurd');
    await choose(form, 'Verder');
    await onScreen(form, 'Klopt dit?');
    await choose(form, SEND);
    await onScreen(form, SENT);
    const { received } = await askDesk();
    expect((received[0]!.body['answers'] as RepairAnswers).photos).to.have.length(1);
  });

  it('and the desk neither, when she has pressed Send: she is asked before it goes', async () => {
    await atCheckWithIt();
    await choose(form, SEND);
    await tellDesk({ opens: 'unreadable' });
    online();
    await onScreen(form, 'Hebt u een foto?');
    await says(form, CANNOT);
    expect((await askDesk()).received, 'nothing was sent').to.have.length(0);
    await choose(form, 'Verder zonder foto');
    await onScreen(form, 'Klopt dit?');
    await choose(form, SEND);
    await onScreen(form, SENT);
    const { received } = await askDesk();
    expect(received).to.have.length(1);
    expect((received[0]!.body['answers'] as RepairAnswers).photos ?? []).to.deep.equal([]);
  });

  it('and of which the desk does not say so in time, goes along', async () => {
    await atCheckWithIt();
    const mend = withoutWaiting();
    await choose(form, SEND);
    await onScreen(form, SENT);
    mend();
    const { received } = await askDesk();
    expect((received[0]!.body['answers'] as RepairAnswers).photos).to.have.length(1);
  });

  it('and of which the desk has nothing to say without a line, goes along when there is one', async () => {
    await atCheckWithIt();
    await tellDesk({ down: true });
    const mend = withoutWaiting();
    await choose(form, SEND);
    await onScreen(form, NOT_YET);
    mend();
    await tellDesk({ down: false });
    online();
    await onScreen(form, SENT);
  });
});

describe('files that are no photos', () => {
  const FILM = '\0\0\0\x14ftypqt  \0\0\0\0qt  ';
  const megabyte = 'x'.repeat(1_000_000);
  const FILES: [what: string, parts: string[], words: string][] = [
    [
      'the film of a live photo',
      [FILM],
      'Een filmpje kunnen wij niet gebruiken. Een foto wel. Of ga verder zonder.',
    ],
    ['a PDF', ['%PDF-1.7'], 'Dit is geen foto. Kies een foto. Of ga verder zonder.'],
    ['nothing at all', [''], 'Deze foto kunnen wij niet openen. Maak een nieuwe foto.'],
    [
      '60 MB',
      Array<string>(60).fill(megabyte),
      'Deze foto is te groot. Maak een nieuwe foto. Of ga verder zonder deze foto.',
    ],
  ];
  for (const [what, parts, words] of FILES)
    it(`${what}: is said, and the photo beside it is taken`, async () => {
      await seed({ screen: 'photos' });
      form = await openForm();
      take([new File(parts, 'IMG_1.jpg'), await photo()], 1);
      await says(form, words);
      await waitUntil(() => form.renderRoot.querySelectorAll('.photo').length === 1);
      expect(form.renderRoot.querySelectorAll('.notice.warn')).to.have.length(1);
    });

  it('take no place: five photos fit beside them', async () => {
    await seed({ screen: 'photos' });
    form = await openForm();
    const films = [1, 2, 3].map(() => new File([FILM], 'IMG_1.MOV'));
    const photos = await Promise.all([1, 2, 3, 4, 5, 6].map(() => photo()));
    take([...films, ...photos], 1);
    await says(form, "U kunt 5 foto's sturen. Wij namen de eerste.");
    await says(form, 'Een filmpje kunnen wij niet gebruiken.');
    expect(form.renderRoot.querySelectorAll('.photo')).to.have.length(5);
  });
});

describe('the page around it', () => {
  it('is asked first, and hears no answers where there is a desk', async () => {
    await atCheck();
    const asked: RepairSubmitEvent[] = [];
    const hear = (event: RepairSubmitEvent) => asked.push(event);
    document.body.addEventListener('kt-repair-submit', hear);
    await choose(form, SEND);
    await onScreen(form, SENT);
    document.body.removeEventListener('kt-repair-submit', hear);
    expect(asked).to.have.length(1);
    expect(asked[0]!.answers).to.equal(undefined);
    expect(asked[0]!.photo).to.equal(undefined);
    expect(asked[0]!.composed && asked[0]!.bubbles && asked[0]!.cancelable).to.equal(true);
  });

  it('may hold it back', async () => {
    await atCheck();
    form.addEventListener('kt-repair-submit', (event) => event.preventDefault());
    await choose(form, SEND);
    expect(heading(form)).to.equal('Klopt dit?');
    expect((await askDesk()).received).to.have.length(0);
  });

  it('without a desk, takes over with the answers and the photos', async () => {
    newVisitor();
    const [id] = await seedPhotos(1);
    await atCheck({ ...drippingTap, photos: [id!], email: 'typed@before.nl' });
    const taken = new Promise<RepairSubmitEvent>((resolve) =>
      form.addEventListener('kt-repair-submit', (event) => {
        event.preventDefault();
        resolve(event);
      }),
    );
    await choose(form, SEND);
    const { answers, photo } = await taken;
    expect(answers).to.deep.equal({ ...drippingTap, photos: [id] });
    expect((await photo!(id!))?.type).to.equal('image/jpeg');
    expect(heading(form)).to.equal('Klopt dit?');
  });

  it('without a desk, and nobody who takes over: a fault, never "we are sending it"', async () => {
    newVisitor();
    const { reports } = withReports();
    const photos = await seedPhotos(1);
    await atCheck({ ...drippingTap, photos });
    await choose(form, SEND);
    await onScreen(form, 'Er ging iets mis bij ons');
    expect(String(reports[0])).to.contain('nobody took over');
    await choose(form, 'Probeer het opnieuw');
    await onScreen(form, 'Klopt dit?');
  });

  it('without a desk, a photo is not said to be on its way, and there is no message to send', async () => {
    newVisitor();
    await seed({ screen: 'photos' });
    form = await openForm();
    take([await photo()]);
    await waitUntil(() => form.renderRoot.querySelectorAll('.photo').length === 1);
    expect(read(form)).not.to.contain('Wordt opgestuurd');
    await choose(form, 'Ik wil liever iemand spreken');
    expect(read(form)).not.to.contain('Stuur een bericht');
    expect(read(form)).to.contain('Nu bellen');
  });
});

describe('"Wis alles"', () => {
  it('asks once, and then nothing of it is left, here and at the desk', async () => {
    await seed({ screen: 'photos' });
    form = await openForm();
    take([await photo()]);
    await says(form, 'Opgestuurd');
    for (const _ of [1, 2, 3, 4]) await choose(form, 'Verder');
    await onScreen(form, 'Klopt dit?');
    await choose(form, 'Wis alles');
    await choose(form, 'Nee, bewaar het');
    await choose(form, 'Wis alles');
    await choose(form, 'Ja, wis alles');
    await onScreen(form, 'Is er nu gevaar?');
    await waitUntil(async () => (await askDesk()).uploads[0]!.there === null, 'forgotten there');
    form.remove();
    form = await openForm();
    await onScreen(form, 'Is er nu gevaar?');
    await choose(form, 'Nee, geen gevaar');
    await onScreen(form, 'Wat is er kapot?');
    expect(form.renderRoot.querySelectorAll('input:checked')).to.have.length(0);
  });

  it('pressed while a photo is being made small leaves none of it', async () => {
    await seed({ screen: 'photos' });
    form = await openForm();
    await onScreen(form, 'Hebt u een foto?');
    const camera = withSlowPictures();
    take([await photo()]);
    for (const _ of [1, 2, 3, 4]) await choose(form, /^Verder/);
    await choose(form, 'Wis alles');
    await choose(form, 'Ja, wis alles');
    await onScreen(form, 'Is er nu gevaar?');
    const before = await namesOnDisk('photo/');
    camera.come();
    await waitUntil(() => camera.kept() > 0, 'it was kept for a moment');
    await waitUntil(
      async () => (await namesOnDisk('photo/')).length === before.length,
      'and wiped',
    );
  });

  it('does not wait for a line that is gone', async () => {
    const photos = await seedPhotos(2);
    await tellDesk({ down: true });
    await atCheck({ ...drippingTap, photos });
    await choose(form, 'Wis alles');
    await choose(form, 'Ja, wis alles');
    await onScreen(form, 'Is er nu gevaar?');
    expect(await loadAttachment(photoOf(photos[0]!))).to.equal(undefined);
    expect(await loadAttachment(photoOf(photos[1]!))).to.equal(undefined);
  });

  it('is never beside the button that sends, and not on the way', async () => {
    await atCheck();
    const send = control(form, SEND).getBoundingClientRect();
    const clear = control(form, 'Wis alles').getBoundingClientRect();
    expect(clear.top - send.bottom).to.be.above(40);
  });
});
