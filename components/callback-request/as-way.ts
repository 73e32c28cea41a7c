import phone from '../../src/generated/pictograms/phone_callback.ts';
import { openingAt } from '../../src/contract/opening-hours.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import type { Known } from '../../src/runtime/speak/known.ts';
import type { Way, WayHost } from '../../src/runtime/speak/way.ts';
import { hasDraft } from '../../src/runtime/storage/tab.ts';
import { isTopic } from './model.ts';
import { draftIn, mountInPanel } from './mount.ts';
import { Offers } from './offer.ts';
import type { Wish } from './offer.ts';

/** Files of texts that it needs on whatever element. */
export const texts = ['callback-request', 'voice', 'alarm'];

const offers = new WeakMap<Kit, Offers>();

/** One a page: every element says the same. */
const offersOf = (kit: Kit): Offers => {
  const offer = offers.get(kit) ?? new Offers(kit);
  offers.set(kit, offer);
  return offer;
};

/** What she would be called about from here. */
const wishAt = ({ topic }: Known): Wish => ({
  topic: isTopic(topic) ? topic : 'other',
  when: 'any',
});

/** "Wij bellen u" among the ways to a person. */
export const way: Way = {
  offered: ({ profile, desk }: Kit) => profile.callbacks !== undefined && desk !== undefined,
  row: (kit, words, known) => ({
    pictogram: phone,
    title: words.t('callback-request:way.title'),
    hint: offersOf(kit).words(wishAt(known), words) ?? words.t('callback-request:way.soon'),
    // Nobody answers now: this is the way to take.
    leads: openingAt(kit.profile.phoneOpen, kit.clock()).state !== 'open',
  }),
  refresh: (kit, known) => offersOf(kit).ask(wishAt(known)),
  mount: (host: WayHost, kit) => mountInPanel(host, kit, offersOf(kit)),
  begun: (host, kit) => hasDraft(draftIn(host, kit)),
};
