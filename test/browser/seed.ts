import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import type { RepairState } from '../../components/repair-form/model.ts';
import { start } from '../../components/repair-form/model.ts';
import { repairQuestions } from '../../components/repair-form/questions.ts';
import { uuid } from '../../src/runtime/ids.ts';
import { draftOfTab } from '../../src/runtime/storage/draft.ts';
import {
  photo,
  rememberUpload,
  saveAttachment,
  voice,
} from '../../src/runtime/storage/attachments.ts';
import { AS_TAKEN } from '../../src/runtime/upload/as-taken.ts';
import { demoProfile } from './demo-profile.ts';

/** A dripping tap, filled in as far as a tenant in Assen would. */
export const drippingTap: RepairAnswers = {
  danger: 'none',
  room: 'keuken',
  item: 'kraan',
  problem: 'kraan_drupt',
  address: { postcode: '9401 AB', number: '12', addition: 'a' },
  name: 'Mevrouw Berg',
  reach: 'phone',
  phone: '06 12 34 56 78',
  when: 'morning',
};

/**
 * Puts a draft into this tab, as an earlier visit would have left it; the form then opens there.
 * Everything before its screen counts as passed.
 */
export async function seed(change: Partial<RepairState>): Promise<void> {
  const screen = change.screen ?? 'check';
  const order = repairQuestions.screens.map(({ id }) => id);
  const state: RepairState = {
    ...start(),
    answers: drippingTap,
    passed: order.slice(0, order.indexOf(screen)),
    furthest: repairQuestions.screens.find(({ id }) => id === screen)?.part ?? 0,
    ...change,
  };
  await draftOfTab<RepairState>(`${demoProfile.id}.repair-form`).save({ ...state, screen });
}

/** A spoken message of so many seconds, in the store of this tab; it cannot be played. @returns its id */
export async function seedVoice(seconds = 42): Promise<string> {
  const id = uuid();
  await saveAttachment(
    voice(id),
    new Blob([new Uint8Array(4000)], { type: 'audio/webm' }),
    seconds,
  );
  return id;
}

/**
 * A photo that this browser cannot open, in the store of this tab and wholly sent.
 * @returns its id
 */
export async function seedAsTaken(): Promise<string> {
  const id = uuid();
  await saveAttachment(photo(id), new Blob([new Uint8Array(4000)], { type: AS_TAKEN }));
  await rememberUpload(photo(id), 'http://127.0.0.1:9/uploads/1');
  return id;
}

/** Photos of a made-up kitchen, in the store of this tab. @returns their ids */
export async function seedPhotos(count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 400;
      const context = canvas.getContext('2d')!;
      const wall = context.createLinearGradient(0, 0, 400, 400);
      wall.addColorStop(0, ['#a9bfd0', '#cfd8c4'][index % 2]!);
      wall.addColorStop(1, '#8d6f4f');
      context.fillStyle = wall;
      context.fillRect(0, 0, 400, 400);
      const blob = await new Promise<Blob | null>((resolve) =>
        canvas.toBlob(resolve, 'image/jpeg'),
      );
      const id = uuid();
      await saveAttachment(photo(id), blob!);
      return id;
    }),
  );
}
