import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  mendAll,
  withMicrophonesSeen,
  withMinuteGone,
  withMuteRecorder,
  withoutMicrophone,
  withoutPlaying,
  withoutRecorder,
  withPageOutOfSight,
} from '../../test/browser/broken.ts';
import { namesOnDisk } from '../../test/browser/disk.ts';
import {
  choose,
  control,
  newVisitor,
  onScreen,
  openForm,
  read,
  says,
} from '../../test/browser/form.ts';
import { focused } from '../../test/browser/helpers.ts';
import { Page } from '../../test/browser/pages.ts';
import { drippingTap, seed } from '../../test/browser/seed.ts';
import { askDesk, newDesk, tellDesk } from '../../test/browser/small-desk.ts';
import type { Heard } from '../../test/browser/small-desk.ts';
import { waitUntil } from '../../test/browser/until.ts';
import { recordingType } from '../../src/runtime/voice/can-record.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import type { RepairState } from './model.ts';
import type { RepairForm } from './repair-form.ts';
import type { RepairSubmitEvent } from './events.ts';

const SPEAK = 'Vertel het met uw stem';
const STOP = 'Klaar met praten';
const LISTEN = 'Luister terug';
const SEND = 'Verstuur mijn melding';
const SENT = 'Wij hebben uw melding';

let form: RepairForm;
let desk: string;

async function atWhat(): Promise<void> {
  const { danger, address, name, reach, phone, when } = drippingTap;
  // On her way back from check-answers: "Verder" leads there again.
  await seed({
    screen: 'what',
    answers: { danger, address, name, reach, phone, when },
    passed: ['danger', 'photos', 'address', 'contact', 'visit'],
    editing: true,
  });
  form = await openForm();
  await onScreen(form, 'Wat is er kapot?');
}
const goesOn = async (): Promise<void> => {
  await choose(form, 'Verder');
  await onScreen(form, 'Klopt dit?');
};
const offered = (): boolean => read(form).includes(SPEAK);
/** Of this device. */
const gone = ({ metadata }: Heard['uploads'][number]): Promise<void> =>
  waitUntil(
    async () => (await namesOnDisk(`voice/${metadata['id']}`)).length === 0,
    'nothing of it is left here',
  );
/** So much was said that it is worth keeping. */
const speaks = async (to = form): Promise<void> => {
  await choose(to, SPEAK);
  await says(to, 'Nog 59 seconden');
};
/** What was heard of the microphones is over: their lights are out. */
const silent = (tracks: readonly MediaStreamTrack[]): boolean =>
  tracks.length > 0 && tracks.every(({ readyState }) => readyState === 'ended');

beforeEach(async () => {
  desk = await newDesk();
  newVisitor({ deskOrigin: desk });
});
afterEach(() => {
  mendAll();
  form?.remove();
});

describe('where nothing can be recorded', () => {
  it('a spoken message is not offered, and the rest is as ever', async () => {
    if (recordingType()) withoutRecorder();
    await atWhat();
    expect(offered()).to.equal(false);
    expect(read(form)).to.contain('Vertel het zelf');
    await choose(form, 'Verder');
    await onScreen(form, 'Vertel wat er kapot is');
    expect(offered()).to.equal(false);
  });
});

// WebKitGTK 2.50 has no MediaRecorder: there the test above says all.
if (recordingType()) {
  describe('a spoken message', () => {
    it('is recorded, played back, and goes with the report', async () => {
      await atWhat();
      const microphones = withMicrophonesSeen();
      await speaks();
      expect(read(form)).to.contain('Wij nemen op');
      await waitUntil(() => focused()?.id === 'voice-stop', 'the focus on "Klaar met praten"');
      await choose(form, STOP);
      await says(form, 'Opgestuurd');
      await waitUntil(() => focused()?.id === 'voice-play', 'the focus on "Luister terug"');
      expect(read(form)).to.match(/\d second/);
      expect(silent(microphones)).to.equal(true);
      // A press by hand: browsers play nothing for a script.
      await sendKeys({ press: 'Enter' });
      await says(form, 'Stop met luisteren');
      await says(form, LISTEN);

      await goesOn();
      expect(read(form)).to.contain('Gesproken bericht');
      await choose(form, SEND);
      await onScreen(form, SENT);
      const { uploads, received } = await askDesk();
      expect(uploads).to.have.length(1);
      expect(uploads[0]!.metadata['kind']).to.equal('voice');
      expect(uploads[0]!.there).to.equal(uploads[0]!.size);
      expect(received[0]!.body['answers']).to.include({ voice: uploads[0]!.metadata['id'] });
      // The desk has it: nothing of it stays on the device.
      await gone(uploads[0]!);
    });

    it('is spoken again in the place of the one before, and can be taken away', async () => {
      await atWhat();
      await speaks();
      await choose(form, STOP);
      await says(form, 'Opgestuurd');
      await choose(form, 'Opnieuw opnemen');
      await says(form, 'Nog 59 seconden');
      await choose(form, STOP);
      await waitUntil(async () => (await askDesk()).uploads.length === 2, 'the second is sent');
      await waitUntil(
        async () => (await askDesk()).uploads[0]!.there === null,
        'the first is gone',
      );
      await says(form, 'Opgestuurd');
      await choose(form, 'Bericht weghalen');
      await says(form, 'Uw gesproken bericht is weg.');
      await waitUntil(() => focused()?.id === 'voice', 'the focus on the button');
      await waitUntil(async () => (await askDesk()).uploads[1]!.there === null, 'gone there');
      for (const each of (await askDesk()).uploads) await gone(each);
    });

    it('of a page that died while she spoke is there when it is opened again', async () => {
      await seed({ screen: 'what', answers: { danger: 'none' } });
      const page = await Page.open(desk);
      await speaks(page.form);
      const { recording } = (await draftOfTab<RepairState>('delinde.repair-form').load())!;
      await waitUntil(
        async () => (await namesOnDisk(`voice/${recording}`)).length > 1,
        'the first second is kept',
      );
      page.close();
      const again = await Page.open(desk);
      await says(again.form, 'Wat u al zei, is bewaard');
      await says(again.form, 'Opgestuurd');
      const [upload] = (await askDesk()).uploads;
      expect(upload!.size).to.be.greaterThan(500);
      // Written down once and for all, it is not found a second time.
      await again.reload();
      await says(again.form, LISTEN);
      expect(read(again.form)).not.to.contain('Wat u al zei');
      again.close();
    });

    it('recorded without a line is kept, and goes when there is one', async () => {
      await tellDesk({ down: true });
      await atWhat();
      await speaks();
      await choose(form, STOP);
      await says(form, 'Wordt opgestuurd. U kunt verder.');
      await goesOn();
      await tellDesk({ down: false });
      dispatchEvent(new Event('online'));
      await choose(form, SEND);
      await onScreen(form, SENT);
      const { uploads } = await askDesk();
      expect(uploads[0]!.there).to.equal(uploads[0]!.size);
    });

    it('the desk will not have is named, and does not hold up the report', async () => {
      await tellDesk({ refuse: 415 });
      await atWhat();
      await speaks();
      await choose(form, STOP);
      await says(form, 'Uw gesproken bericht konden wij niet gebruiken.');
      expect(offered()).to.equal(true);
      await choose(form, 'Verder');
      await onScreen(form, 'Vertel wat er kapot is');
      await goesOn();
      await choose(form, SEND);
      await onScreen(form, SENT);
      expect((await askDesk()).received[0]!.body['answers']).not.to.have.property('voice');
    });

    it('is handed to the page that takes over the sending', async () => {
      newVisitor();
      await atWhat();
      await speaks();
      await choose(form, STOP);
      await says(form, LISTEN);
      let asked: RepairSubmitEvent | undefined;
      form.addEventListener('kt-repair-submit', (event) => {
        event.preventDefault();
        asked = event;
      });
      await goesOn();
      await choose(form, SEND);
      const blob = await asked!.voice!(asked!.answers!.voice!);
      expect(blob!.type).to.match(/^audio\/(webm|mp4|ogg)/);
    });
  });

  describe('recording stops by itself, and what was said is kept', () => {
    const cases: Readonly<Record<string, [() => unknown, string]>> = {
      'when the minute is over': [withMinuteGone, 'De minuut is om.'],
      'when the page goes out of sight': [withPageOutOfSight, 'De pagina was even weg.'],
    };
    for (const [when, [happens, words]] of Object.entries(cases))
      it(when, async () => {
        await atWhat();
        const microphones = withMicrophonesSeen();
        await speaks();
        happens();
        await says(form, words);
        await says(form, LISTEN);
        expect(silent(microphones)).to.equal(true);
      });

    it('when another takes the microphone', async () => {
      await atWhat();
      const microphones = withMicrophonesSeen();
      await speaks();
      // The browser ends its recorder when the last track is over.
      microphones[0]!.stop();
      await says(form, 'De microfoon stopte.');
      await says(form, LISTEN);
    });

    it('when she goes on, or to a person', async () => {
      await atWhat();
      const microphones = withMicrophonesSeen();
      await speaks();
      await choose(form, /^Ik wil liever iemand spreken/);
      await waitUntil(() => silent(microphones), 'the microphone is off');
      await choose(form, /^Terug naar/);
      await says(form, LISTEN);
    });
  });

  describe('without a microphone', () => {
    const reasons: Readonly<Record<string, [string, string]>> = {
      'she said no': ['NotAllowedError', 'Wij mogen u niet horen.'],
      'there is none': ['NotFoundError', 'Wij vinden geen microfoon.'],
      'another app has it': ['NotReadableError', 'Een ander programma gebruikt de microfoon.'],
      'nobody knows why': ['TypeError', 'Opnemen lukt nu niet.'],
    };
    for (const [reason, [name, words]] of Object.entries(reasons))
      it(`because ${reason}: kind words, and the way on`, async () => {
        withoutMicrophone(name);
        await atWhat();
        await choose(form, SPEAK);
        await says(form, words);
        expect(read(form)).to.contain('Of bel ons.');
        expect(offered()).to.equal(true);
        // Refused once is not refused for ever.
        mendAll();
        await speaks();
        expect(read(form)).not.to.contain(words);
        await choose(form, STOP);
        await says(form, LISTEN);
      });

    it('that gives nothing: she hears that it was not heard', async () => {
      withMuteRecorder();
      await atWhat();
      await choose(form, SPEAK);
      await says(form, 'Wij nemen op');
      await choose(form, STOP);
      await says(form, 'Wij hoorden niets.');
      expect(offered()).to.equal(true);
      expect(control(form, SPEAK).id).to.equal('voice');
    });

    it('is only asked for after her press, and given back when she has gone on', async () => {
      await atWhat();
      const microphones = withMicrophonesSeen();
      expect(microphones).to.have.length(0);
      void choose(form, SPEAK);
      await choose(form, /^Ik wil liever iemand spreken/);
      await waitUntil(() => silent(microphones), 'the microphone is off');
      await choose(form, /^Terug naar/);
      await waitUntil(offered, 'it is offered again');
    });
  });

  it('a page that may not play sound says so; the message is kept', async () => {
    await atWhat();
    await speaks();
    await choose(form, STOP);
    await says(form, 'Opgestuurd');
    withoutPlaying();
    await choose(form, LISTEN);
    await says(form, 'Terugluisteren lukt hier niet. Uw bericht is wel bewaard.');
  });
}
