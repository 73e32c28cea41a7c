import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import type { UploadKind } from '../../src/contract/upload.ts';
import type { JourneyHost } from '../../src/runtime/journey/ports.ts';
import type { Kit } from '../../src/runtime/kit.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import { loadAttachment } from '../../src/runtime/storage/attachments.ts';
import { outboxOf } from '../../src/runtime/storage/outbox.ts';
import { uploadQueue } from '../../src/runtime/upload/queue.ts';
import { RepairSubmitEvent, RepairSubmittedEvent } from './events.ts';
import { RepairJourney } from './journey.ts';
import type { RepairWishes } from './journey.ts';

/** The form on a tenant's page: with the storage of this tab and the public side of the desk. */
export const mount = (
  host: JourneyHost & EventTarget,
  kit: Kit,
  draft: string,
  wishes: Omit<RepairWishes, 'ask' | 'sent'>,
): RepairJourney => {
  const { profile, clock, loadTexts, desk } = kit;
  return new RepairJourney(
    host,
    {
      profile,
      clock,
      loadTexts,
      draft: draftOfTab(draft),
      outbox: desk && outboxOf(desk),
      upload: desk && uploadQueue(desk),
    },
    {
      ...wishes,
      ask: (answers) => !host.dispatchEvent(askOf(kit, answers)),
      sent: () => host.dispatchEvent(new RepairSubmittedEvent()),
    },
  );
};

/** Where there is a desk, nobody else on the page hears what she wrote. */
const askOf = (kit: Kit, answers: RepairAnswers): RepairSubmitEvent =>
  kit.desk
    ? new RepairSubmitEvent()
    : new RepairSubmitEvent(answers, {
        photo: (id) => read('photo', id),
        voice: (id) => read('voice', id),
      });

const read = async (kind: UploadKind, id: string): Promise<Blob | undefined> =>
  (await loadAttachment({ kind, id }))?.blob;
