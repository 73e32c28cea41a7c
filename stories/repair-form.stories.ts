import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/repair-form/define.ts';
import type { RepairForm } from '../components/repair-form/repair-form.ts';
import type { Receipt } from '../src/contract/repair-request.ts';
import { configureKit } from '../src/runtime/kit.ts';
import type { KitOptions } from '../src/runtime/kit.ts';
import { uuid } from '../src/runtime/ids.ts';
import { loaders } from '../src/generated/texts.ts';
import type { FileName, Lang } from '../src/generated/texts.ts';
import { demoProfile } from '../test/browser/demo-profile.ts';
import { drippingTap, seed, seedAsTaken, seedPhotos, seedVoice } from '../test/browser/seed.ts';
import { Speech, voice as voiceOf, withSpeech } from '../test/browser/speech.ts';

/** Nothing answers there: as when the desk is down. */
const NOBODY = 'http://127.0.0.1:9';

const kit = (change: Partial<KitOptions> = {}): void =>
  configureKit({
    profile: demoProfile,
    deskOrigin: NOBODY,
    loadTexts: async (language, file) =>
      (await loaders[language as Lang][file as FileName]()).default,
    ...change,
  });

/**
 * `kt-repair-form`: every screen and every state, each opened as an earlier visit would have left it.
 */
const meta: Meta = {
  title: 'Repair form',
  component: 'kt-repair-form',
  beforeEach: () => kit(),
  render: () =>
    html`<kt-repair-form><a href="tel:+31592123456">Bel 0592 12 34 56</a></kt-repair-form>`,
};
export default meta;

type Story = StoryObj;

const receipt: Receipt = {
  reference: 'K7M4-P2XR-9',
  receivedAt: '2026-11-24T09:41:00Z',
  promise: { kind: 'by', date: '2026-12-08' },
  photosLost: [],
};

/** Opens with this draft. */
const at = (change: Parameters<typeof seed>[0]): Story => ({ beforeEach: () => seed(change) });

const form = async (canvas: HTMLElement): Promise<RepairForm> => {
  const element = canvas.querySelector('kt-repair-form')!;
  await element.ready;
  return element;
};

const there = async (found: () => unknown): Promise<void> => {
  while (!found()) await new Promise((resolve) => setTimeout(resolve, 20));
};

const press = async (element: RepairForm, selector: string): Promise<void> => {
  element.renderRoot.querySelector<HTMLElement>(selector)!.click();
  await element.updateComplete;
};

export const Danger: Story = {};
export const ForSomeoneElse: Story = at({ screen: 'danger', answers: { someoneElse: true } });
export const Gas: Story = at({ screen: 'stop', answers: { danger: 'gaslucht' } });
export const GasOutside: Story = at({ screen: 'outside', answers: { danger: 'gaslucht' } });
export const CarbonMonoxide: Story = at({ screen: 'stop', answers: { danger: 'co_alarm' } });
export const Fire: Story = at({ screen: 'stop', answers: { danger: 'brand_nu' } });
export const Sparks: Story = at({ screen: 'stop', answers: { danger: 'vonken' } });
export const LotsOfWater: Story = at({
  screen: 'stop',
  answers: { danger: 'water_veel', someoneElse: true },
});
export const StuckInLift: Story = at({ screen: 'stop', answers: { danger: 'lift_opgesloten' } });

export const What: Story = at({ screen: 'what', answers: { danger: 'none' } });
export const OwnWords: Story = at({
  screen: 'what',
  answers: { danger: 'none', story: 'de kraan drupt' },
});
/** A browser that gives a microphone, or not: nobody is asked in Storybook. */
const withMicrophone = (ask: () => Promise<MediaStream>): void =>
  void Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
    configurable: true,
    value: ask,
  });
const silence = async (): Promise<MediaStream> =>
  new AudioContext().createMediaStreamDestination().stream;
const refuse = (name: string) => () => Promise.reject(new DOMException('No', name));

/** She presses "Vertel het met uw stem", with this microphone. */
const speakingInto = (ask: () => Promise<MediaStream>, until: string): Story => ({
  beforeEach: async () => {
    withMicrophone(ask);
    await seed({ screen: 'what', answers: { danger: 'none' } });
    return () => Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
  },
  play: async ({ canvasElement }) => {
    const element = await form(canvasElement);
    await there(() => element.renderRoot.querySelector('#voice'));
    await press(element, '#voice');
    await there(() => element.renderRoot.querySelector(until));
  },
});

export const VoiceAsking: Story = speakingInto(
  () => new Promise(() => undefined),
  '.voice .notice',
);
export const VoiceRecording: Story = speakingInto(silence, '#voice-stop');
export const VoiceRefused: Story = speakingInto(refuse('NotAllowedError'), '.voice .warn');
export const VoiceWithoutMicrophone: Story = speakingInto(refuse('NotFoundError'), '.voice .warn');
export const VoiceTaken: Story = speakingInto(refuse('NotReadableError'), '.voice .warn');
export const VoiceOnItsWay: Story = {
  beforeEach: async () => {
    const voice = await seedVoice();
    await seed({ screen: 'what', answers: { danger: 'none', voice } });
  },
};
export const VoiceSent: Story = {
  beforeEach: async () => {
    const voice = await seedVoice();
    await seed({ screen: 'what', answers: { danger: 'none', voice }, uploaded: [voice] });
  },
};

/** A device with a voice for every language; it never ends what it says. */
export const ReadingAloud: Story = {
  beforeEach: async () => {
    const mend = withSpeech(
      new Speech(...demoProfile.languages.map((language) => voiceOf(language.split('-')[0]!))),
    );
    await seed({ screen: 'what', answers: { danger: 'none' } });
    return mend;
  },
  play: async ({ canvasElement }) => {
    const element = await form(canvasElement);
    await there(() => element.renderRoot.querySelector('[data-read-aloud]'));
    await press(element, '[data-read-aloud]');
    await there(() => element.renderRoot.querySelector('[data-reading]'));
  },
};

export const Items: Story = at({ screen: 'item', answers: { danger: 'none', room: 'keuken' } });
/** The most tiles that any screen has. */
export const ItemsOfTheAttic: Story = at({
  screen: 'item',
  answers: { danger: 'none', room: 'zolder', item: 'ongedierte' },
});
export const Problems: Story = at({
  screen: 'problem',
  answers: { danger: 'none', room: 'badkamer', item: 'wc' },
});
export const NothingChosen: Story = at({
  screen: 'item',
  answers: { danger: 'none', room: 'toilet' },
  errors: [{ field: 'item', code: 'choose' }],
});
export const Tell: Story = at({ screen: 'tell', answers: { danger: 'none', room: 'unknown' } });
export const Where: Story = at({
  screen: 'where',
  answers: { danger: 'none', story: 'De deur klemt', problem: 'deur_klemt' },
});
export const Details: Story = at({
  screen: 'details',
  answers: { danger: 'none', room: 'woonkamer', item: 'waterleiding', problem: 'lekkage_plafond' },
});
export const Urgent: Story = at({
  screen: 'urgent',
  answers: { danger: 'none', room: 'woonkamer', item: 'waterleiding', problem: 'lekkage_plafond' },
});
/** An answer to a follow-up question may be a danger. */
export const ChildInside: Story = at({
  screen: 'stop',
  answers: {
    danger: 'none',
    room: 'hal',
    item: 'slot',
    problem: 'buitengesloten',
    details: { kind_binnen: 'yes' },
  },
});
export const LockedOut: Story = at({
  screen: 'urgent',
  answers: { danger: 'none', room: 'hal', item: 'slot', problem: 'buitengesloten' },
});
export const SelfHelp: Story = at({
  screen: 'self-help',
  answers: { danger: 'none', room: 'woonkamer', item: 'radiator', problem: 'radiator_koud' },
});
export const Solved: Story = at({
  screen: 'self-help',
  answers: { danger: 'none', room: 'woonkamer', item: 'radiator', problem: 'radiator_koud' },
  solved: true,
});

export const Photos: Story = at({ screen: 'photos' });
/** Not urgent, and still no place to stand. */
export const PhotosWithWarning: Story = at({
  screen: 'photos',
  answers: { danger: 'none', room: 'woonkamer', item: 'raam', problem: 'glas_kapot' },
});
export const PhotosOnTheirWay: Story = {
  beforeEach: async () => {
    const photos = await seedPhotos(2);
    await seed({ screen: 'photos', answers: { ...drippingTap, photos }, uploaded: [photos[0]!] });
  },
};
export const FivePhotos: Story = {
  beforeEach: async () => {
    const photos = await seedPhotos(5);
    await seed({ screen: 'photos', answers: { ...drippingTap, photos }, uploaded: photos });
  },
};

/** One that this browser cannot open, and the other can: the desk has yet to say whether it can. */
const withAsTaken = (screen: string, change: Partial<KitOptions> = {}): Story => ({
  beforeEach: async () => {
    kit(change);
    const [shown] = await seedPhotos(1);
    const photos = [shown!, await seedAsTaken()];
    const answers = { ...drippingTap, photos };
    await seed({ screen, answers, uploaded: photos, unchecked: photos.slice(1) });
  },
});
/** Whatever it is asked, this address answers that the photo cannot be opened. */
const opensNothing = { deskOrigin: 'data:application/json,{"state":"unreadable"}#' };
/** She is asked for another one, here or where she checks her answers. */
const asked: Story['play'] = async ({ canvasElement }) => {
  const element = await form(canvasElement);
  await there(() => element.renderRoot.querySelector('.warn'));
};
export const PhotoBeingLookedAt: Story = withAsTaken('photos');
export const PhotoCannotBeOpened: Story = { ...withAsTaken('photos', opensNothing), play: asked };
export const PhotoCannotBeOpenedOnCheck: Story = {
  ...withAsTaken('check', opensNothing),
  play: asked,
};

export const Address: Story = at({ screen: 'address', answers: { danger: 'none' } });
export const AddressWrong: Story = at({
  screen: 'address',
  answers: { danger: 'none', address: { postcode: '94', number: '' } },
  errors: [
    { field: 'address.postcode', code: 'postcode' },
    { field: 'address.number', code: 'missing' },
  ],
});
export const AddressByStreet: Story = at({
  screen: 'address',
  answers: { danger: 'none', address: { street: 'Brink', number: '12', city: 'Assen' } },
});
export const Contact: Story = at({
  screen: 'contact',
  answers: { ...drippingTap, name: undefined, reach: undefined, phone: undefined },
});
export const ContactByPhone: Story = at({ screen: 'contact' });
export const ContactByEmailWrong: Story = at({
  screen: 'contact',
  answers: { ...drippingTap, reach: 'email', email: 'berg.nl', someoneElse: true },
  errors: [{ field: 'email', code: 'email' }],
});
export const Door: Story = at({ screen: 'door', answers: { ...drippingTap, someoneElse: true } });
export const Visit: Story = at({ screen: 'visit' });
export const VisitOnDays: Story = at({
  screen: 'visit',
  answers: { ...drippingTap, when: 'pick', days: [...demoProfile.visitDays.slice(1, 3)] },
});

export const Check: Story = at({ screen: 'check' });
export const CheckWithPhotosAndVoice: Story = {
  beforeEach: async () => {
    const voice = await seedVoice();
    const photos = await seedPhotos(3);
    const answers = { ...drippingTap, voice, photos };
    await seed({ screen: 'check', answers, uploaded: [...photos, voice] });
  },
};
export const CheckRefused: Story = at({ screen: 'check', refused: 'wrong-answers' });
export const ClearAsks: Story = {
  ...at({ screen: 'check' }),
  play: async ({ canvasElement }) => press(await form(canvasElement), '.clear button'),
};
export const NotYetAtTheDesk: Story = {
  beforeEach: () => seed({ screen: 'check', phase: 'sending', sendKey: uuid() }),
};
export const PhotosFirst: Story = {
  beforeEach: async () => {
    const photos = await seedPhotos(2);
    const answers = { ...drippingTap, photos };
    await seed({ screen: 'check', answers, phase: 'sending', sendKey: uuid() });
  },
};
export const Sent: Story = at({ screen: 'check', phase: 'sent', receipt });
export const SentWithoutPromise: Story = at({
  screen: 'check',
  phase: 'sent',
  receipt: { ...receipt, promise: { kind: 'none' }, photosLost: [uuid()] },
});

const outages = [
  {
    areas: ['9401 AB', '9401 AC'],
    until: '2099-11-24T17:00:00Z',
    words: {
      nl: [
        'De lift doet het niet.',
        'Dit is zo bij postcode 9401 AB, 9401 AC.',
        'Wij denken dat het klaar is op dinsdag 24 november om 18:00 uur.',
        'Wij weten dit al. U hoeft dit niet te melden. Is er iets anders kapot? Ga dan verder.',
      ],
      ar: [
        'المصعد لا يعمل.',
        'هذا في الرمز البريدي 9401 AB, 9401 AC.',
        'نتوقع أن يُصلَح يوم الثلاثاء 24 نوفمبر الساعة 18:00.',
        'نحن نعلم بذلك. لا داعي للإبلاغ عنه. هل هناك شيء آخر معطّل؟ إذن تابع.',
      ],
    },
    text: 'De monteur wacht op een onderdeel.',
  },
];
export const KnownOutage: Story = {
  beforeEach: () => kit({ profile: { ...demoProfile, outages } }),
};
export const KnownOutageHere: Story = {
  ...KnownOutage,
  render: () => html`<kt-repair-form postcode="9401 AB"></kt-repair-form>`,
};
export const KnownOutageAtTheAddress: Story = {
  beforeEach: async () => {
    kit({ profile: { ...demoProfile, outages } });
    await seed({ screen: 'address' });
  },
};
export const Loading: Story = {
  beforeEach: () => kit({ loadTexts: () => new Promise(() => undefined) }),
};
export const Fault: Story = {
  beforeEach: () => kit({ loadTexts: () => Promise.reject(new Error('no texts')) }),
};
export const Offline: Story = {
  play: async ({ canvasElement }) => {
    const element = await form(canvasElement);
    dispatchEvent(new Event('offline'));
    await element.updateComplete;
  },
};
export const Closed: Story = {
  beforeEach: () => kit({ profile: { ...demoProfile, phoneOpen: demoProfile.phoneOpen.slice(1) } }),
};

const speaking = (...presses: string[]): Story => ({
  play: async ({ canvasElement }) => {
    const element = await form(canvasElement);
    for (const selector of ['.table .button', ...presses]) {
      // A row that is a component's comes after the first screen.
      if (selector.startsWith('.rows'))
        await there(() => element.renderRoot.querySelectorAll('.rows .row').length === 4);
      await press(element, selector);
    }
  },
});
export const Speak: Story = speaking();
export const SpeakClosed: Story = { ...Closed, ...speaking() };
export const SpeakOffice: Story = speaking('.rows li:nth-child(3) .row');
export const SpeakMessage: Story = speaking('.rows li:nth-child(4) .row');
export const SpeakMessageWrong: Story = speaking('.rows li:nth-child(4) .row', '[part="submit"]');
/** With a report half filled in: what is known is not asked, and may go along. */
export const SpeakCallMe: Story = {
  ...speaking('.rows li:nth-child(2) .row'),
  beforeEach: () => seed({ screen: 'visit' }),
};

const withDuty = () => kit({ profile: { ...demoProfile, alarm: true } });
/** In danger, where people are on duty. */
const night = (...presses: string[]): Story => ({
  beforeEach: async () => {
    withDuty();
    await seed({ screen: 'stop', answers: { danger: 'water_veel' } });
  },
  play: async ({ canvasElement }) => {
    const element = await form(canvasElement);
    for (const selector of presses) await press(element, selector);
  },
});
export const NobodyAnswers: Story = night();
export const LeaveNumber: Story = night('.calls .row');
export const LeaveNumberWrong: Story = night('.calls .row', '[part="submit"]');
/** Nobody is there, so it is on its way. */
export const NumberOnItsWay: Story = {
  ...night('.calls .row', '[part="submit"]'),
  beforeEach: async () => {
    withDuty();
    await seed({
      screen: 'urgent',
      answers: {
        ...drippingTap,
        room: 'woonkamer',
        item: 'waterleiding',
        problem: 'lekkage_plafond',
      },
    });
  },
};
export const UrgentAndClosed: Story = {
  beforeEach: async () => {
    const phoneOpen = demoProfile.phoneOpen.slice(1);
    kit({ profile: { ...demoProfile, alarm: true, phoneOpen } });
    await seed({
      screen: 'urgent',
      answers: {
        danger: 'none',
        room: 'woonkamer',
        item: 'waterleiding',
        problem: 'lekkage_plafond',
      },
    });
  },
};
