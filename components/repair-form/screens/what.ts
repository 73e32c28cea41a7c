import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { EASY } from '../../../src/contract/languages.ts';
import type { ProblemId } from '../../../src/contract/triage/tree.ts';
import { choiceField } from '../../../src/runtime/fields/choice.ts';
import { textField } from '../../../src/runtime/fields/text.ts';
import { voiceField } from '../../../src/runtime/fields/voice.ts';
import type { RepairJourney } from '../journey.ts';
import { recordVoice, removeVoice } from '../../../src/runtime/voice/work.ts';
import { takeProblem } from '../take-problem.ts';
import { problemOf } from '../questions.ts';
import { errorOf } from './errors.ts';
import { heading, onward } from './parts.ts';
import { tiles } from './tiles.ts';

const NONE = 'none';

function story(journey: RepairJourney): TemplateResult {
  const { texts } = journey.host;
  return textField({
    texts,
    id: 'story',
    kind: 'long',
    label: texts.t('repair-form:story.label'),
    hint: texts.t('repair-form:story.hint'),
    why: texts.t('repair-form:story.why'),
    optional: true,
    value: journey.state.answers.story ?? '',
    error: errorOf(journey, 'story'),
    change: (typed) => {
      journey.answer('story', typed || undefined);
      void journey.ownWords?.consider(typed);
    },
  });
}

/** "Bedoelt u dit?": under her own words, as soon as they may mean something. */
function suggestions(journey: RepairJourney): TemplateResult | typeof nothing {
  const { texts } = journey.host;
  const { item, problem } = journey.state.answers;
  // What she chose stays in sight while she writes on.
  const chosen = problemOf(journey.state.answers)?.id;
  const found = new Set([...(journey.ownWords?.suggestions ?? []), ...(chosen ? [chosen] : [])]);
  if (item !== undefined || found.size === 0) return nothing;
  return choiceField({
    texts,
    id: 'suggestion',
    label: texts.t('repair-form:story.suggestions'),
    hint: texts.t('repair-form:story.suggestions.hint'),
    options: [
      ...[...found].map((id) => ({
        value: id as string,
        label: texts.any(`triage:problem.${id}`),
      })),
      { value: NONE, label: texts.t('repair-form:story.none') },
    ],
    chosen: problem ? [problem] : [],
    change: ([value]) => {
      if (value === NONE) journey.ownWords?.decline();
      const problem = value === NONE ? undefined : (value as ProblemId | undefined);
      takeProblem(journey, problem, journey.ownWords?.roomOf(problem));
    },
  });
}

/** For whom typing is hard: beside the words that she would type. */
const voice = (journey: RepairJourney): TemplateResult | typeof nothing => {
  const { texts } = journey.host;
  const { state, ports } = journey;
  return voiceField({
    texts,
    shelf: journey.voice,
    voice: state.answers.voice,
    uploaded: ports.upload && state.uploaded,
    why: texts.t('repair-form:voice.why'),
    record: () => void recordVoice(journey),
    remove: (id) => void removeVoice(journey, id),
  });
};

const ownWords = (journey: RepairJourney): TemplateResult =>
  html`${story(journey)} ${voice(journey)}
    <div aria-live="polite">${suggestions(journey)}</div>`;

/** Her own words come before the tiles, and after them in easy Dutch; either is enough. */
export const whatScreen = (journey: RepairJourney): TemplateResult => {
  const { t, language } = journey.host.texts;
  const easy = (language as string) === EASY;
  const found = problemOf(journey.state.answers) && !journey.state.answers.item;
  return html`
    ${heading(journey, 'repair-form:screen.what.title', 'repair-form:screen.what.intro')}
    ${journey.known.notices(journey)} ${easy ? nothing : ownWords(journey)}
    ${tiles(journey, 'room', {
      label: t(found || easy ? 'repair-form:room.label' : 'repair-form:room.or'),
      labelHidden: false,
    })}
    ${easy ? ownWords(journey) : nothing} ${onward(journey, () => goOn(journey))}
  `;
};

/** Points at the suggestions once, before anything else is asked. */
function goOn(journey: RepairJourney): void {
  if (!journey.ownWords?.pointsFirst()) return journey.dispatch({ type: 'continue' });
  journey.host.announce(journey.host.texts.t('repair-form:story.suggestions.hint'));
  journey.focus('suggestion');
  // Focus alone shows the first answer: the question and why she is here stand above it.
  const { host } = journey;
  void host.updateComplete.then(() =>
    host.renderRoot.querySelector('#suggestion')?.closest('fieldset')?.scrollIntoView(),
  );
}

/** Nothing was told and nothing found: once more, and it may stay empty. */
export const tellScreen = (journey: RepairJourney): TemplateResult => html`
  ${heading(journey, 'repair-form:screen.tell.title', 'repair-form:screen.tell.intro')}
  ${story(journey)} ${voice(journey)} ${onward(journey)}
`;
