import type { Desk } from '../desk.ts';
import { eraseDue } from '../repositories/erase.ts';

/** Erases what is due. */
export async function erase(desk: Desk): Promise<void> {
  const count = await eraseDue(desk.database.db, desk.attachments, new Date(desk.now()));
  if (count) desk.log({ event: 'erased', count });
}
