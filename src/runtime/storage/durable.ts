/** What the browser would not keep, by its name in the vault: it lives in this page's memory. */
const refused = new Set<string>();
/** Who wants to hear when `durable()` changes. */
export const listeners = new Set<() => void>();

/** False when a reload will forget something: the page then says so. */
export const durable = (): boolean => refused.size === 0;

export function isRefused(name: string, now: boolean): void {
  const before = durable();
  if (now) refused.add(name);
  else refused.delete(name);
  if (durable() !== before) for (const hear of listeners) hear();
}
