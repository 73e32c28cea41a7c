import { expect, fixture, html } from '@open-wc/testing';
import { accessibilityFaults } from '../../test/browser/helpers.ts';
import { waitUntil } from '../../test/browser/until.ts';
import type { Recording } from '../contract/staff.ts';
import type { ConsoleVoice } from './voice.ts';
import './voice.ts';

const SOUND = '/test/fixtures/recordings/chromium.webm';
const ready: Recording = { id: 'a', url: SOUND, state: 'ready', seconds: 42 };

const show = (recording: Recording): Promise<ConsoleVoice> =>
  fixture(html`<console-voice .recording=${recording}></console-voice>`);
const words = (voice: ConsoleVoice): string => voice.shadowRoot!.textContent ?? '';
const player = (voice: ConsoleVoice): HTMLAudioElement | null =>
  voice.shadowRoot!.querySelector('audio');

describe('what a tenant said', () => {
  it('has its length and a player that the keyboard reaches', async () => {
    const voice = await show(ready);
    await waitUntil(() => player(voice), 'the player');
    expect(words(voice)).to.contain('Duurt 0:42.');
    expect(player(voice)!.controls).to.equal(true);
    expect(player(voice)!.getAttribute('aria-label')).to.equal('Gesproken bericht');
    player(voice)!.focus();
    expect(voice.shadowRoot!.activeElement).to.equal(player(voice));
    await waitUntil(() => player(voice)!.readyState > 0, 'it can be played');
    expect(await accessibilityFaults(voice)).to.deep.equal([]);
  });

  it('is fetched once, however often the report is shown anew', async () => {
    const voice = await show(ready);
    await waitUntil(() => player(voice));
    const { src } = player(voice)!;
    voice.recording = { ...ready };
    await voice.updateComplete;
    expect(player(voice)!.src).to.equal(src);
  });

  it('that is not there yet, or cannot be read, is named', async () => {
    expect(words(await show({ ...ready, state: 'pending' }))).to.contain('nog klaargemaakt');
    expect(words(await show({ ...ready, state: 'unreadable' }))).to.contain('niet worden gelezen');
    const voice = await show({ ...ready, state: 'pending' });
    voice.recording = ready;
    await waitUntil(() => player(voice), 'it has become ready');
  });

  it('that did not come is fetched once more by a press', async () => {
    const voice = await show({ ...ready, url: '/nowhere' });
    await waitUntil(() => words(voice).includes('kon niet worden opgehaald'));
    voice.recording = { ...ready, id: 'b' };
    await waitUntil(() => player(voice), 'the other one');
    const lost = await show({ ...ready, url: '/nowhere' });
    await waitUntil(() => lost.shadowRoot!.querySelector('button'), 'a button');
    lost.recording!.url = SOUND;
    lost.shadowRoot!.querySelector('button')!.click();
    await waitUntil(() => player(lost), 'it came');
  });
});
