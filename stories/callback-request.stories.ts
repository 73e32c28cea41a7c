import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/callback-request/define.ts';
import type { CallbackRequest } from '../components/callback-request/callback-request.ts';
import { start } from '../components/callback-request/model.ts';
import type { CallbackState } from '../components/callback-request/model.ts';
import type { CallbackReceipt } from '../src/contract/callback.ts';
import type { PublicProfile } from '../src/contract/profile.ts';
import { configureKit } from '../src/runtime/kit.ts';
import { uuid } from '../src/runtime/ids.ts';
import { draftOfTab } from '../src/runtime/storage/draft.ts';
import { loaders } from '../src/generated/texts.ts';
import type { FileName, Lang } from '../src/generated/texts.ts';
import { demoProfile } from '../test/browser/demo-profile.ts';
import { seedVoice } from '../test/browser/seed.ts';

/** Nothing answers there: as when the desk is down. */
const NOBODY = 'http://127.0.0.1:9';

const kit = (change: Partial<PublicProfile> = {}): void =>
  configureKit({
    profile: { ...demoProfile, ...change },
    deskOrigin: NOBODY,
    loadTexts: async (language, file) =>
      (await loaders[language as Lang][file as FileName]()).default,
  });

/** `kt-callback-request`: every screen and every state, each opened as an earlier visit would have left it. */
const meta: Meta = {
  title: 'Callback request',
  component: 'kt-callback-request',
  beforeEach: () => kit(),
  render: () =>
    html`<kt-callback-request
      ><a href="tel:+31592123456">Bel 0592 12 34 56</a></kt-callback-request
    >`,
};
export default meta;

type Story = StoryObj;

const answers: CallbackState['answers'] = {
  topic: 'rent',
  when: 'any',
  phone: '06 12 34 56 78',
  name: 'Mevrouw Berg',
  about: 'Ik kan deze maand niet alles betalen.',
};
const ORDER = ['topic', 'when', 'who', 'about', 'check'];

const save = (change: Partial<CallbackState>): Promise<void> => {
  const screen = change.screen ?? 'check';
  const at = ORDER.indexOf(screen);
  const state = { ...start(), answers, passed: ORDER.slice(0, at), furthest: at, ...change };
  return draftOfTab<CallbackState>(`${demoProfile.id}.callback-request`).save({ ...state, screen });
};

/** Opens with this draft. */
const at = (change: Partial<CallbackState>): Story => ({ beforeEach: () => save(change) });

const receipt: CallbackReceipt = {
  reference: 'K7M4-P2XR-9',
  receivedAt: '2026-11-24T09:41:00Z',
  promise: { kind: 'between', from: '2026-11-24T13:00:00Z', until: '2026-11-24T15:00:00Z' },
  callFrom: [{ shown: '0592 12 34 56', tel: '+31592123456' }],
  word: { id: 'blue-bicycle', inDutch: 'blauwe fiets', inLanguage: 'دراجة زرقاء' },
  link: { id: '0190a0b0-0000-7000-8000-000000000001', secret: '0a'.repeat(32) },
};

export const Topic: Story = at({ screen: 'topic', answers: { when: 'any' } });
export const TopicWrong: Story = at({
  screen: 'topic',
  answers: { when: 'any' },
  errors: [{ field: 'topic', code: 'choose' }],
});
/** There may be danger now: 112 first. */
export const Worried: Story = at({ screen: 'topic', answers: { topic: 'worried', when: 'any' } });
export const When: Story = at({ screen: 'when' });
export const Who: Story = at({ screen: 'who', answers: { topic: 'rent', when: 'any' } });
export const WhoWrong: Story = at({
  screen: 'who',
  answers: { topic: 'rent', when: 'any', phone: '12', someoneElse: true },
  errors: [{ field: 'phone', code: 'phone' }],
});
/** The phone speaks none of the languages but Dutch. */
export const WithInterpreter: Story = {
  beforeEach: () => {
    kit({ phoneLanguages: ['de'] });
    return save({ screen: 'who', answers: { ...answers, interpreter: true } });
  },
};
export const About: Story = at({ screen: 'about', answers: { ...answers, topic: 'neighbours' } });
export const AboutSpoken: Story = {
  beforeEach: async () => {
    const voice = await seedVoice();
    await save({ screen: 'about', answers: { ...answers, voice }, uploaded: [voice] });
  },
};
export const Check: Story = at({ screen: 'check' });
export const CheckRefused: Story = at({ screen: 'check', refused: 'wrong-answers' });
export const NotYetAtTheDesk: Story = at({
  screen: 'check',
  phase: 'sending',
  sendKey: uuid(),
  language: 'nl',
});
export const Sent: Story = at({ screen: 'check', answers: {}, phase: 'sent', receipt });
/** No capacity was set, and the number is withheld. */
export const SentWithoutPromise: Story = at({
  screen: 'check',
  answers: {},
  phase: 'sent',
  receipt: { ...receipt, promise: { kind: 'none' }, callFrom: [], voiceLost: true },
});
export const Changing: Story = {
  ...at({ screen: 'check', answers: {}, phase: 'sent', receipt }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<CallbackRequest>('kt-callback-request')!;
    await element.ready;
    while (!element.renderRoot.querySelector('#manage'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    element.renderRoot.querySelector<HTMLElement>('#manage')!.click();
    await element.updateComplete;
  },
};
export const Cancelled: Story = at({
  screen: 'check',
  answers: {},
  phase: 'sent',
  receipt,
  view: {
    ...receipt,
    state: 'cancelled',
    topic: 'rent',
    when: 'any',
    phone: '06 12 34 56 78',
    about: '',
  },
});
