import type { Desk } from '../desk.ts';
import { giveUpHolds } from '../slots/claim.ts';
import { keepPlanning } from '../slots/people.ts';

/** Gives up what was held too long, and keeps the days ahead as many as they must be. */
export async function keepAppointments(desk: Desk): Promise<void> {
  for (const association of desk.profiles.keys()) {
    await giveUpHolds(association, desk.database.db, desk.now());
    await keepPlanning(association, desk.database.db, desk.now());
  }
}
