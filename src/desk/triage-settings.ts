import type { Profile } from '../contract/profile.ts';
import { problemIn } from '../contract/triage/settings.ts';
import type { TriageSettings } from '../contract/triage/settings.ts';
import { problems } from '../contract/triage/tree.ts';

/** What an association says otherwise of a problem, checked and handed on. */

const isDanger = (id: string): boolean =>
  problems.some((problem) => problem.id === id && problem.urgency === 'danger');

/** The kit's own texts hold to it (`texts.test.ts`), and so does what an association puts in their place. */
const NEVER_SAID =
  /(?<![\p{L}])(eerst|ladder|trapje|klim\p{L}*|betaal\p{L}*|betalen|kosten|kost|rekening)(?![\p{L}])/iu;

/** @param wrong never returns: the desk does not start with a setting that does not hold */
export function checkTriage(profile: Profile, wrong: (sentence: string) => never): void {
  for (const [id, own] of Object.entries(profile.triage)) {
    const path = `triage.${id}`;
    if (!problems.some((problem) => problem.id === id))
      wrong(`"${path}" is no problem of the triage: misspelt?`);
    if (own.urgency !== undefined && isDanger(id))
      wrong(`"${path}.urgency" cannot be set: this is a danger, and stays one.`);
    if (!own.selfHelp) continue;
    const urgency = problemIn(settingsOf(profile), id)?.urgency;
    if (urgency === 'danger' || urgency === 'urgent')
      wrong(
        `"${path}.selfHelp" would never be shown: this is ${urgency}, and she is told to call.`,
      );
    const said = own.selfHelp;
    const lacks = profile.languages.find((language) => !said[language]);
    if (lacks) wrong(`"${path}.selfHelp.${lacks}" is missing: it is shown in every language.`);
    const word = NEVER_SAID.exec(said['nl'] ?? '')?.[0];
    if (word)
      wrong(
        `"${path}.selfHelp.nl" says "${word}": self-help never says "eerst", asks nobody to climb and does not speak of money.`,
      );
  }
}

const made = new WeakMap<Profile, TriageSettings>();

/** As the browser and the questions need it; the same object each time. */
export function settingsOf(profile: Profile): TriageSettings {
  const found = made.get(profile);
  if (found) return found;
  const settings: TriageSettings = Object.fromEntries(
    Object.entries(profile.triage)
      .map(([id, { urgency, selfHelp }]) => [
        id,
        {
          ...(urgency === undefined ? {} : { urgency }),
          ...(selfHelp === undefined ? {} : { selfHelp: selfHelp !== false }),
        },
      ])
      .filter(([, own]) => Object.keys(own as object).length),
  );
  made.set(profile, settings);
  return settings;
}

/** Texts of the association's own, what it says of self-help among them. */
export function ownTexts({ texts, triage }: Profile): Profile['texts'] {
  const own: Record<string, Record<string, string>> = { ...texts };
  for (const [id, { selfHelp }] of Object.entries(triage))
    for (const [language, text] of Object.entries(selfHelp || {}))
      own[language] = { ...own[language], [`triage:self-help.${id}`]: text };
  return own;
}
