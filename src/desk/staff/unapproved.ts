import type { Profile } from '../../contract/profile.ts';
import { safeties } from '../../contract/triage/danger.ts';

/** Safety texts that nobody at the association has approved yet. */
export const unapproved = (profile: Profile): string[] =>
  Object.keys(safeties).filter((id) => !profile.safetyApprovedBy[id]?.trim());
