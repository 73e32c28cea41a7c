import type { PublicProfile } from '../../contract/profile.ts';
import type { Language } from '../../contract/languages.ts';
import { createMatcher } from '../../contract/triage/match.ts';
import type { Matcher, MatchWords } from '../../contract/triage/match.ts';
import { inTwoParts } from '../../generated/languages.ts';
import { loaders } from '../../generated/texts.ts';
import type { FileName } from '../../generated/texts.ts';
import { clockOf } from '../../runtime/clock.ts';
import type { Kit } from '../../runtime/kit.ts';
import { loadTexts } from '../../runtime/texts.ts';
import type { Texts } from '../../runtime/texts.ts';

/** What every call needs: the association, the form's own words in Dutch, and what people say. */
export interface FormKit {
  kit: Kit;
  texts: Texts;
  match: Matcher;
  said: MatchWords;
}

const FILES = ['frame', 'danger', 'repair-form', 'triage', 'safety', 'photos'].flatMap((file) =>
  inTwoParts.includes(file) ? [file, `${file}+`] : [file],
);

/** @throws when the words do not come */
export async function formKit(profile: PublicProfile): Promise<FormKit> {
  const load: Kit['loadTexts'] = async (language, file) =>
    (await loaders[language as Language][file as FileName]()).default;
  const kit: Kit = { profile, clock: clockOf(profile.now), loadTexts: load };
  const [texts, said] = await Promise.all([
    loadTexts(kit, { language: 'nl', files: FILES, beside: false }),
    load('nl', 'triage-words'),
  ]);
  return { kit, texts, match: createMatcher(said), said };
}
