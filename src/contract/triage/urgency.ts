import type { SafetyId } from './danger.ts';
import { details } from './details.ts';
import type { Detail } from './details.ts';
import type { Problem } from './tree.ts';
import { urgencies } from './types.ts';
import type { Urgency } from './types.ts';

export interface Decision {
  urgency: Urgency;
  /** Ids of the answers that decided it, or of the problem; empty when nothing is known. */
  because: string[];
}

/** By detail id: `yes`, `no`, `unknown`, an option, or text. Only `yes` raises an urgency. */
type Answers = Readonly<Record<string, string>>;

const rank = (urgency: Urgency): number => urgencies.indexOf(urgency);

/** Answers to questions that this problem does not ask are left out: they belong to another one. */
const saidYes = (problem: Problem | undefined, answers: Answers): readonly Detail[] =>
  (problem ? problem.ask.map((id) => details.find((detail) => detail.id === id)) : details)
    .filter((detail) => detail !== undefined)
    .filter((detail) => answers[detail.id] === 'yes');

/** How urgent, and why. Unknown problems are `standard` until an answer raises them. */
export function urgencyOf(problem: Problem | undefined, answers: Answers): Decision {
  const yes = saidYes(problem, answers);
  let urgency = problem?.urgency ?? 'standard';
  let because: string[] = problem ? [problem.id] : [];
  for (const { id, raises } of yes) {
    if (!raises || raises === 'one-higher' || rank(raises) > rank(urgency)) continue;
    if (rank(raises) < rank(urgency)) because = [id];
    else if (urgency !== problem?.urgency) because.push(id);
    urgency = raises;
  }
  // One higher stops at urgent: "it cannot wait" is no reason to stop the form and call 112.
  const higher = yes.filter(({ raises }) => raises === 'one-higher');
  if (higher.length && rank(urgency) > rank('urgent')) {
    urgency = urgencies[rank(urgency) - 1] ?? urgency;
    because = [...because, ...higher.map(({ id }) => id)];
  }
  return { urgency, because };
}

/**
 * What to do until help comes: that of the answer that made it urgent, or else of the problem. Below
 * urgent it is the problem's own warning, or nothing.
 */
export function safetyOf(problem: Problem | undefined, answers: Answers): SafetyId | undefined {
  const { urgency, because } = urgencyOf(problem, answers);
  if (rank(urgency) > rank('urgent')) return problem?.safety;
  const decided = because
    .map((id) => details.find((detail) => detail.id === id)?.safety)
    .find((safety) => safety !== undefined);
  // An association may have made it urgent: then she is told at least to call.
  return decided ?? problem?.safety ?? 'kan_niet_wachten';
}
