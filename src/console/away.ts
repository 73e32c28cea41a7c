import type { KeptCall } from './new-report/call-page.ts';
import type { NoteDraft } from './open-report.ts';

/**
 * What she was typing, while this tab is away at the page where one signs in. Only she gets it back: on
 * a shared computer the next one may be somebody else.
 */
export interface Away {
  /** `who` of the session that ended. */
  who: string;
  association: string;
  notes: readonly (readonly [report: string, draft: NoteDraft])[];
  /** Calls that were not sent yet. */
  calls: readonly KeptCall[];
}

const NAME = 'keukentafel-console-away';

/** @returns false when this browser keeps nothing */
export function keepWhileAway(away: Away): boolean {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(away));
    return true;
  } catch {
    return false;
  }
}

/** What was kept for her; whosever it was, it is no longer kept. */
export function takeBack(who: string, association: string): Away | undefined {
  try {
    const kept = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    const away = kept ? (JSON.parse(kept) as Away) : undefined;
    return away?.who === who && away.association === association ? away : undefined;
  } catch {
    return undefined;
  }
}
