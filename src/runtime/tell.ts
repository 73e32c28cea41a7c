import type { JourneyHost } from './journey/ports.ts';

/**
 * Says to who listens what happened by itself ("photos:unreadable"). It may be before the words of later
 * screens are there: then the screen that comes says it.
 */
export function tell(host: Pick<JourneyHost, 'texts' | 'announce'>, key: string): void {
  if (host.texts.has(key)) host.announce(host.texts.any(key));
}
