import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/speak-to-us/define.ts';
import type { SpeakToUs } from '../components/speak-to-us/speak-to-us.ts';
import type { PublicProfile } from '../src/contract/profile.ts';
import { configureKit } from '../src/runtime/kit.ts';
import type { KitOptions } from '../src/runtime/kit.ts';
import { loaders } from '../src/generated/texts.ts';
import type { FileName, Lang } from '../src/generated/texts.ts';
import { demoProfile } from '../test/browser/demo-profile.ts';

const kit = (change: Partial<PublicProfile> = {}, more: Partial<KitOptions> = {}): void =>
  configureKit({
    profile: { ...demoProfile, ...change },
    deskOrigin: 'http://127.0.0.1:9',
    loadTexts: async (language, file) =>
      (await loaders[language as Lang][file as FileName]()).default,
    ...more,
  });

/** `kt-speak-to-us`: the way to a person by itself. */
const meta: Meta = {
  title: 'Speak to us',
  component: 'kt-speak-to-us',
  beforeEach: () => kit(),
  render: () =>
    html`<kt-speak-to-us><a href="tel:+31592123456">Bel 0592 12 34 56</a></kt-speak-to-us>`,
};
export default meta;

type Story = StoryObj;

const there = async (found: () => unknown): Promise<void> => {
  while (!found()) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** Presses this row, once all of them are there. */
const pressing = (row: string): Story => ({
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<SpeakToUs>('kt-speak-to-us')!;
    await element.ready;
    await there(() => element.renderRoot.querySelectorAll('.rows .row').length === 4);
    element.renderRoot.querySelector<HTMLElement>(row)!.click();
    await there(() => !element.renderRoot.querySelector('.rows'));
    await element.updateComplete;
  },
});

export const Ways: Story = {};
/** Nobody answers the phone: being called leads. */
export const Closed: Story = {
  beforeEach: () => kit({ phoneOpen: demoProfile.phoneOpen.slice(1) }),
};
export const Faces: Story = {
  beforeEach: () =>
    kit({
      people: [
        { name: 'Sanne', picture: FACE },
        { name: 'Yusuf', picture: FACE },
      ],
    }),
};
/** An association that does not call back, and has no office. */
export const FewWays: Story = {
  beforeEach: () =>
    kit({ callbacks: undefined, offices: [], phoneLanguages: undefined, people: [] }),
};
export const CallMe: Story = pressing('.rows li:nth-child(2) .row');
export const Office: Story = pressing('.rows li:nth-child(3) .row');
export const Message: Story = pressing('.rows li:nth-child(4) .row');
export const Loading: Story = {
  beforeEach: () => kit({}, { loadTexts: () => new Promise(() => undefined) }),
};
export const Fault: Story = {
  beforeEach: () => kit({}, { loadTexts: () => Promise.reject(new Error('no texts')) }),
};

/** A made-up face: a circle of one colour. */
const FACE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Cpath fill="%23587" d="M0 0h8v8H0z"/%3E%3Ccircle cx="4" cy="3" r="1.6" fill="%23fed"/%3E%3Cpath fill="%23fed" d="M1 8a3 3 0 0 1 6 0z"/%3E%3C/svg%3E';
