import type { UploadKind } from '../../contract/upload.ts';
import type { Desk } from '../desk.ts';
import { judge } from '../photos/clean.ts';
import type { Attachment } from '../repositories/attachments.ts';
import { judgeVoiceFile } from '../voice/clean.ts';

type Stored = Attachment & { upload: string };

const USABLE: Readonly<
  Record<UploadKind, (desk: Desk, association: string, stored: Stored) => Promise<boolean>>
> = {
  async photo(desk, association, { upload, state }) {
    const judgement = await judge(desk.attachments.rawFile(association, upload));
    if (judgement === 'heic')
      return (
        state === 'reading' ||
        (state === 'quarantined' &&
          (await judge(desk.attachments.decodedFile(association, upload))) === 'photo')
      );
    return state === 'quarantined' && judgement === 'photo';
  },
  voice: async (desk, association, { upload, state }) =>
    state === 'quarantined' &&
    typeof (await judgeVoiceFile(desk.attachments.rawFile(association, upload))) !== 'string',
};

/** Whether a report or a callback may take it: it can be read, or nobody knows yet. */
export const isUsable = async (
  desk: Desk,
  association: string,
  stored: Attachment,
): Promise<boolean> =>
  // Cleaned already: it went along with a callback before.
  stored.state === 'ready' ||
  (stored.upload !== null &&
    (await USABLE[stored.kind](desk, association, { ...stored, upload: stored.upload })));
