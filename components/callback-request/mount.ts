import type { JourneyHost } from '../../src/runtime/journey/ports.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import type { MountedWay, WayHost } from '../../src/runtime/speak/way.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import { outboxOf } from '../../src/runtime/storage/outbox.ts';
import { uploadQueue } from '../../src/runtime/upload/queue.ts';
import { CallbackSubmitEvent, CallbackSubmittedEvent } from './events.ts';
import { CallbackJourney } from './journey.ts';
import type { CallbackWishes } from './journey.ts';
import type { CallbackState } from './model.ts';
import { Offers } from './offer.ts';
import { NAME } from './questions.ts';

const portsOf = (kit: Kit, draft: string) => ({
  profile: kit.profile,
  clock: kit.clock,
  loadTexts: kit.loadTexts,
  draft: draftOfTab<CallbackState>(draft),
  outbox: kit.desk && outboxOf(kit.desk),
  upload: kit.desk && uploadQueue(kit.desk),
});

/** As an element of its own. */
export const mount = (
  host: JourneyHost & EventTarget,
  kit: Kit,
  restart: () => void,
): CallbackJourney =>
  new CallbackJourney(host, portsOf(kit, `${kit.profile.id}.${NAME}`), {
    ask: (answers) => !host.dispatchEvent(new CallbackSubmitEvent(kit.desk ? undefined : answers)),
    sent: () => host.dispatchEvent(new CallbackSubmittedEvent()),
    known: () => ({}),
    from: () => `${NAME}/check`,
    offers: new Offers(kit),
    restart,
  });

/** Each element has its own: what goes along is what was filled in there. */
export const draftIn = ({ localName }: WayHost, { profile }: Kit): string =>
  `${profile.id}.${NAME}.${localName}`;

/** Among the ways to a person of another element. There the page's own form is not this one: no events. */
export function mountInPanel(host: WayHost, kit: Kit, offers: Offers): MountedWay {
  const wishes: CallbackWishes = {
    ask: () => false,
    sent: () => undefined,
    known: () => host.known(),
    from: () => `${host.localName.replace(/^kt-/, '')}/${host.place}`,
    offers,
    leave: () => host.leave(),
    restart: () => {
      journey = make();
      void journey.loading.then(() => {
        journey.enter();
        host.screenChanged('replace');
      });
    },
  };
  const make = () => new CallbackJourney(host, portsOf(kit, draftIn(host, kit)), wishes);
  let journey = make();
  return {
    get place() {
      return journey.place;
    },
    get loading() {
      return journey.loading;
    },
    get progress() {
      return journey.bar;
    },
    get hasBefore() {
      return journey.hasBefore;
    },
    enter: () => journey.enter(),
    open: (screen) => journey.open(screen),
    back: () => journey.back(),
    view: () => journey.view(),
  };
}
