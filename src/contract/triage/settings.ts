import { problems } from './tree.ts';
import type { Problem, ProblemId } from './tree.ts';
import type { Urgency } from './types.ts';

/**
 * What an association says otherwise of a problem: how urgent it is, and whether she is shown how to
 * help herself (its own words for that are among the association's texts). This much the browser
 * gets; who pays stays at the desk.
 */
export type TriageSettings = Readonly<
  Partial<Record<ProblemId, Readonly<{ urgency?: Exclude<Urgency, 'danger'>; selfHelp?: boolean }>>>
>;

export const NO_SETTINGS: TriageSettings = {};

/** The problem as this association has it. What is a danger stays one, whatever was set. */
export function problemIn(settings: TriageSettings, id: string | undefined): Problem | undefined {
  const problem = problems.find((each) => each.id === id);
  const own = problem && settings[problem.id];
  if (!own || problem.urgency === 'danger') return problem;
  const { urgency = problem.urgency, selfHelp = problem.selfHelp } = own;
  return { ...problem, urgency, selfHelp };
}
