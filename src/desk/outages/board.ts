import type { ShownOutage } from '../../contract/outages.ts';
import type { Profile } from '../../contract/profile.ts';
import type { Db } from '../db/open.ts';
import { faultOf, type Log } from '../log.ts';
import { currentOutages, type CurrentOutage } from '../repositories/outages.ts';
import type { Texts } from '../texts.ts';
import { outageInWords } from './words.ts';

/** Another process of the same desk may have set one: this is how late we may be. */
const LOOK_AGAIN = 30_000;

/**
 * The outages that tenants see now. Kept in memory, because they ride in the entry script: that must
 * come as fast as ever, and also when the database does not answer.
 */
export interface OutageBoard {
  /** Those that last now. */
  of(profile: Profile): readonly ShownOutage[];
  /** Looks in the database; call it after a change. What is known stays when it does not answer. */
  look(): Promise<void>;
  stop(): void;
}

export function outageBoard(db: Db, texts: Texts, now: () => number, log: Log): OutageBoard {
  let current: readonly CurrentOutage[] = [];
  const look = async () => {
    try {
      current = await currentOutages(db, new Date(now()));
    } catch (error) {
      log({ event: 'fault', ...faultOf(error) });
    }
  };
  const timer = setInterval(() => void look(), LOOK_AGAIN).unref();
  return {
    look,
    of: (profile) =>
      current
        .filter(({ association, until }) => association === profile.id && Date.parse(until) > now())
        .map((outage) => ({
          areas: outage.areas,
          until: outage.until,
          text: outage.text,
          words: Object.fromEntries(
            profile.languages.map((language) => [
              language,
              outageInWords(outage, texts(profile, language)),
            ]),
          ),
        })),
    stop: () => clearInterval(timer),
  };
}
