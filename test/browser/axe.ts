import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

/** All of A and AA, best practice, and of AAA what axe can measure of it: contrast 7:1. */
export const AXE_OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'target-size': { enabled: true },
    'css-orientation-lock': { enabled: true },
  },
  resultTypes: ['violations'],
};

interface Axe {
  run(context: ElementContext, options: RunOptions): Promise<AxeResults>;
}

/** One sentence a fault: the rule, what it says, and where. */
export async function axeViolations(axe: Axe, context: ElementContext): Promise<string[]> {
  const { violations } = await axe.run(context, AXE_OPTIONS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} at ${target.flat().join(' > ')} (${failureSummary.replace(/\s+/g, ' ')})`,
    ),
  );
}
