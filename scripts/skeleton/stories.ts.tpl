import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/__name__/define.ts';
import { next, start } from '../components/__name__/model.ts';
import type { __Name__State } from '../components/__name__/model.ts';
import { draftOfTab } from '../src/runtime/storage/draft.ts';
import { demoProfile } from '../test/browser/demo-profile.ts';

/** `kt-__name__`: every screen and every state, each opened as an earlier visit would have left it. */
const meta: Meta = {
  title: '__Sentence__',
  component: 'kt-__name__',
  render: () => html`<kt-__name__><a href="tel:+31592123456">Bel 0592 12 34 56</a></kt-__name__>`,
};
export default meta;

type Story = StoryObj;

const filledIn: __Name__State = {
  ...start(),
  answers: { text: 'De bel doet het niet.', reach: '06 12 34 56 78' },
};
const check = next(filledIn, { type: 'continue' });
const receipt = { reference: 'K7M4-P2XR-9', receivedAt: '2026-11-24T09:41:00Z' };

/** Opens with this draft. */
const at = (state: __Name__State): Story => ({
  beforeEach: () => draftOfTab<__Name__State>(`${demoProfile.id}.__name__`).save(state),
});

/** The screen 'ask'. */
export const Ask: Story = {};
export const AskWithErrors: Story = at(next(start(), { type: 'continue' }));
/** The screen 'check'. */
export const Check: Story = at(check);
export const Sent: Story = at({ ...check, phase: 'sent', receipt });
