import type { JourneyHost } from '../../src/runtime/journey/ports.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import { outboxOf } from '../../src/runtime/storage/outbox.ts';
import { uploadQueue } from '../../src/runtime/upload/queue.ts';
import { RepairJourney } from './journey.ts';
import type { RepairWishes } from './journey.ts';

/** The form on a tenant's page: with the storage of this tab and the public side of the desk. */
export const mount = (
  host: JourneyHost,
  { profile, clock, loadTexts, desk }: Kit,
  draft: string,
  wishes: RepairWishes,
): RepairJourney =>
  new RepairJourney(
    host,
    {
      profile,
      clock,
      loadTexts,
      draft: draftOfTab(draft),
      outbox: desk && outboxOf(desk),
      upload: desk && uploadQueue(desk),
    },
    wishes,
  );
