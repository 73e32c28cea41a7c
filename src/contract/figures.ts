import type { Urgency } from './triage/types.ts';

/**
 * How the queue of an association stands. Only ever of reports: nothing of who did what, and nothing by which
 * that could be worked out.
 */
export interface Figures {
  /** Not finished, and not put with another one. */
  open: Readonly<Record<Urgency, number>>;
  /** The one that waits longest without anybody having looked at it. */
  oldest?: { id: string; reference: string; receivedAt: string; urgency: Urgency };
  /** The last seven days, today first. */
  days: readonly DayFigures[];
}

export interface DayFigures {
  /** "2026-11-25", in the Netherlands. */
  date: string;
  in: number;
  done: number;
  /** How many come in on this day of the week: the mean of the four before, rounded. */
  usual: number;
}
