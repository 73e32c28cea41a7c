import type { JourneyHost } from '../../runtime/journey/ports.ts';
import { KnownOutages, RepairJourney } from '../../../components/repair-form/journey.ts';
import type { StaffApi } from '../api.ts';
import type { Why } from '../fault.ts';
import { outboxOfStaff } from './outbox.ts';
import type { FormKit } from './words.ts';

interface Around {
  /** Of the call: the draft is its own, and no other tab's. */
  id: string;
  /** Answers that were there before. */
  kept: RepairJourney['state'] | undefined;
  api: StaffApi;
  stuck(why: Why | undefined): void;
  sent(): void;
  changed(): void;
}

/** The repair form's own journey with what a call has for ports: kept in the page, sent as staff. */
export function journeyOf(host: JourneyHost, form: FormKit, around: Around): RepairJourney {
  const { profile, clock, loadTexts } = form.kit;
  let state = around.kept;
  return new RepairJourney(
    host,
    {
      profile,
      clock,
      loadTexts,
      draft: {
        id: around.id,
        load: () => Promise.resolve(state),
        save: (saved) => {
          state = saved;
          return Promise.resolve();
        },
        clear: () => Promise.resolve(),
      },
      outbox: outboxOfStaff(around.api, around.stuck),
    },
    {
      ask: () => false,
      sent: around.sent,
      known: new KnownOutages(profile, () => undefined, around.changed),
      restart: () => undefined,
    },
  );
}
