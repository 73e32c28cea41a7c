import type { Profile } from '../../contract/profile.ts';
import type { ViewedAct } from '../../contract/staff.ts';
import type { Database } from '../db/open.ts';
import { addView, type Viewer } from '../repositories/view-log.ts';
import { monthsAfter } from './keep.ts';

interface Place {
  database: Database;
  now(): number;
}

/** Notes that somebody saw something, before she sees it. */
export const noteViewed = (
  { database, now }: Place,
  profile: Pick<Profile, 'id' | 'viewLogMonths'>,
  by: Viewer,
  act: ViewedAct,
  about?: string,
): Promise<void> =>
  addView(profile.id, database.db, {
    act,
    about,
    by,
    at: now(),
    eraseAt: monthsAfter(now(), profile.viewLogMonths),
  });
