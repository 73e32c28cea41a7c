import { tell } from '../tell.ts';
import type { JourneyHost } from '../journey/ports.ts';
import type { UploadQueue } from '../upload/queue.ts';
import { LAST } from './shelf.ts';
import type { VoiceShelf } from './shelf.ts';

/** What is done about her spoken message: recorded, kept, sent, taken away. */

type VoiceAction =
  | { type: 'record'; voice: string }
  | { type: 'recorded'; voice: string; kept: boolean }
  | { type: 'drop-voice'; voice: string; ask?: boolean }
  | { type: 'uploaded'; photo: string };

/** A journey in which she may speak. */
export interface SpokenJourney {
  readonly host: Pick<JourneyHost, 'announce' | 'texts'>;
  readonly voice: VoiceShelf;
  readonly state: { readonly answers: { voice?: string } };
  readonly ports: {
    readonly draft: { readonly id: string };
    readonly upload?: UploadQueue;
  };
  dispatch(action: VoiceAction): void;
  focus(id: string): void;
  keep(): Promise<void>;
  waits(waiting: boolean): void;
}

/** "Vertel het met uw stem". */
export async function recordVoice(journey: SpokenJourney): Promise<void> {
  const { voice, host } = journey;
  if (!(await voice.ask())) {
    if (voice.notice) host.announce(host.texts.t(`voice:${voice.notice}`));
    return;
  }
  await voice.start(
    (id) => {
      host.announce(host.texts.t('voice:recording'));
      journey.dispatch({ type: 'record', voice: id });
      journey.focus('voice-stop');
    },
    // Seldom: what a screen reader says out loud is recorded too.
    () => host.announce(host.texts.t('voice:left', { count: LAST })),
  );
}

/** Until she has spoken; of a page that died while she spoke, what was kept of it. */
export async function finishVoice(
  journey: SpokenJourney,
  id: string,
  leave: AbortSignal,
): Promise<void> {
  const { voice, host } = journey;
  const before = journey.state.answers.voice;
  const kept = await voice.finish(id, leave);
  // Another page goes on with the form, and finds the pieces.
  if (leave.aborted) return;
  journey.dispatch({ type: 'recorded', voice: id, kept });
  const said = voice.notice ?? (kept ? 'kept' : undefined);
  if (said) tell(host, `voice:${said}`);
  if (voice.shown) journey.focus(kept || before ? 'voice-play' : 'voice');
  await journey.keep();
  if (kept) await voice.forgetPieces(id);
  const gone = kept ? before : id;
  if (gone) await voice.remove(gone, journey.ports.upload);
}

export async function removeVoice(journey: SpokenJourney, id: string): Promise<void> {
  const { voice, host, ports } = journey;
  voice.notice = undefined;
  journey.dispatch({ type: 'drop-voice', voice: id });
  host.announce(host.texts.t('voice:removed'));
  journey.focus('voice');
  await voice.remove(id, ports.upload);
}

/** Sends it, until the desk has it or will not have it. */
export async function uploadVoice(
  journey: SpokenJourney,
  id: string,
  leave: AbortSignal,
): Promise<void> {
  const { upload, draft } = journey.ports;
  if (!upload) return;
  const outcome = await journey.voice.send(id, draft.id, upload, {
    leave,
    waits: (waiting) => journey.waits(waiting),
  });
  if (outcome === 'left') return;
  if (outcome === 'sent') return journey.dispatch({ type: 'uploaded', photo: id });
  if (journey.state.answers.voice !== id) return;
  const { voice, host } = journey;
  voice.notice = 'lost';
  tell(host, 'voice:lost');
  journey.dispatch({
    type: 'drop-voice',
    voice: id,
    ask: document.visibilityState === 'visible',
  });
  await voice.remove(id, upload);
}
