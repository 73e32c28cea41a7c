import { tell } from '../../src/runtime/tell.ts';
import type { Refusal } from '../../src/runtime/upload/queue.ts';
import type { RepairJourney } from './journey.ts';

/** What is done about photos, also in the background, whatever screen she is on. */

/** How often a form that is being sent asks the desk about a photo before it goes without an answer. */
const TRIES_WHILE_SENDING = 4;

const isWatched = (): boolean => document.visibilityState === 'visible';

export async function addPhotos(journey: RepairJourney, files: readonly File[]): Promise<void> {
  const { shelf } = journey;
  const there = () => journey.state.answers.photos?.length ?? 0;
  await shelf.add(files, there, (photo) => {
    if (journey.state.phase !== 'sent') journey.dispatch({ type: 'add-photo', photo });
    // Sent, wiped or taken over by another page meanwhile: then it is nobody's.
    if (!journey.state.answers.photos?.includes(photo)) void shelf.remove(photo, undefined);
  });
  // What was sent meanwhile waited for it.
  journey.goOn();
}

export async function removePhoto(journey: RepairJourney, photo: string): Promise<void> {
  const number = (journey.state.answers.photos ?? []).indexOf(photo) + 1;
  journey.dispatch({ type: 'drop-photo', photo });
  journey.host.announce(journey.host.texts.t('photos:removed', { number }));
  journey.focus('photos');
  await journey.shelf.remove(photo, journey.ports.upload);
}

/** Sends it, until the desk has it or will not have it. */
export async function uploadPhoto(
  journey: RepairJourney,
  photo: string,
  leave: AbortSignal,
): Promise<void> {
  const { upload, draft } = journey.ports;
  if (!upload) return;
  const outcome = await journey.shelf.send(photo, draft.id, upload, {
    leave,
    waits: (waiting) => journey.waits(waiting),
  });
  if (outcome === 'left') return;
  if (outcome !== 'sent') return lose(journey, photo, outcome === 'gone' ? 'refused' : outcome);
  const unchecked = await journey.shelf.isAsTaken(photo);
  journey.dispatch({ type: 'uploaded', photo, unchecked });
}

/** Hears from the desk whether it can open it. */
export async function checkPhoto(
  journey: RepairJourney,
  photo: string,
  leave: AbortSignal,
): Promise<void> {
  const { upload } = journey.ports;
  if (!upload) return;
  let tries = TRIES_WHILE_SENDING;
  const hurry = () => journey.state.phase === 'sending' && tries-- === 0;
  const found = await journey.shelf.look(photo, upload, { leave, hurry });
  if (found === 'left') return;
  // Who has put her phone away cannot be asked: then the receipt names what could not be opened.
  if (found === 'unreadable' && (journey.state.phase === 'filling' || isWatched()))
    return lose(journey, photo, 'unreadable');
  journey.dispatch({ type: 'checked', photo });
}

/** The desk will not have it, or the device no longer has it: it must not hold up the rest. */
async function lose(journey: RepairJourney, photo: string, why: Refusal): Promise<void> {
  if (!journey.state.answers.photos?.includes(photo)) return;
  journey.shelf.notices.set(why, 'desk');
  tell(journey.host, `photos:${why}`);
  journey.dispatch({ type: 'drop-photo', photo, ask: isWatched() });
  await journey.shelf.remove(photo, journey.ports.upload);
}
