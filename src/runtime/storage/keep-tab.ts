import { keep, KEPT, kept, memory, PREFIX } from './tab.ts';

export const isKept = (): boolean => kept() !== undefined;

/** Everything of this tab: the key and the ids of its drafts. */
function valuesOfTab(): Record<string, string> {
  try {
    return Object.fromEntries([
      ...Object.entries(sessionStorage as Record<string, string>)
        .filter(([name]) => name.startsWith(PREFIX))
        .map(([name, value]) => [name.slice(PREFIX.length), value] as const),
      ...memory,
    ]);
  } catch {
    return Object.fromEntries(memory);
  }
}

/** "Dit is mijn eigen telefoon of computer. Bewaar wat ik invul.": for 24 hours, or no longer. */
export function keepThisTab(on: boolean): void {
  if (on) return keep(valuesOfTab());
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Forbidden: nothing was kept either.
  }
}
