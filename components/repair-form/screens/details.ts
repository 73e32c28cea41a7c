import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { details } from '../../../src/contract/triage/tree.ts';
import type { Detail } from '../../../src/contract/triage/tree.ts';
import { choiceField } from '../../../src/runtime/fields/choice.ts';
import { textField } from '../../../src/runtime/fields/text.ts';
import type { RepairJourney } from '../journey.ts';
import { problemOf } from '../questions.ts';
import { callButtons, heading, onward } from './parts.ts';
import { whenRead } from './night.ts';
import { meanwhile } from './stop.ts';

function detail(journey: RepairJourney, { id, kind, options = [] }: Detail): TemplateResult {
  const { texts } = journey.host;
  const given = journey.state.answers.details ?? {};
  const label = texts.any(`triage:detail.${id}`);
  const set = (value: string | undefined) => {
    const { [id]: _, ...rest } = journey.state.answers.details ?? {};
    journey.answer('details', value ? { ...rest, [id]: value } : rest);
  };
  if (kind === 'text')
    return textField({
      texts,
      id: `details-${id}`,
      label,
      optional: true,
      value: given[id] ?? '',
      change: set,
    });
  const words: Readonly<Record<string, string>> = {
    yes: texts.t('frame:yes'),
    no: texts.t('frame:no'),
    unknown: texts.t('frame:option.unknown'),
  };
  const values = kind === 'yes-no' ? ['yes', 'no', 'unknown'] : [...options, 'unknown'];
  return choiceField({
    texts,
    id: `details-${id}`,
    label,
    options: values.map((value) => ({
      value,
      label: words[value] ?? texts.any(`triage:detail.${id}.option.${value}`),
    })),
    chosen: given[id] ? [given[id]] : [],
    change: ([value]) => set(value),
  });
}

/** At most two questions that decide how urgent it is. */
export const detailsScreen = (journey: RepairJourney): TemplateResult => html`
  ${heading(journey, 'repair-form:screen.details.title')}
  ${(problemOf(journey.state.answers)?.ask ?? []).map((id) => {
    const found = details.find((each) => each.id === id);
    return found && detail(journey, found);
  })}
  ${onward(journey)}
`;

/** Phone first, form second, and what to do meanwhile. */
export const urgentScreen = (journey: RepairJourney): TemplateResult => {
  const { t } = journey.host.texts;
  const { safety } = journey;
  return html`
    ${heading(journey, 'repair-form:screen.urgent.title', 'repair-form:screen.urgent.intro')}
    ${callButtons(journey, safety?.calls ?? ['urgent'])}
    ${
      safety
        ? html`<h3>${t('repair-form:urgent.meanwhile')}</h3>
            ${meanwhile(journey, safety)}`
        : ''
    }
    ${whenRead(journey)}
    <div class="actions">
      <button
        type="button"
        class="button"
        part="submit"
        @click=${() => journey.dispatch({ type: 'continue' })}
      >
        ${t('repair-form:urgent.continue')}
      </button>
    </div>
  `;
};

/** Never before, never instead of: always beside "Ik doe dit liever niet zelf". */
export const selfHelpScreen = (journey: RepairJourney): TemplateResult => {
  const { t, any } = journey.host.texts;
  const choose = (value: 'rather-not' | 'tried') => () => journey.choose('selfHelp', value);
  return html`
    ${heading(journey, 'repair-form:screen.self-help.title', 'repair-form:screen.self-help.intro')}
    <p class="notice">${any(`triage:self-help.${journey.state.answers.problem}`)}</p>
    <div class="actions">
      <button type="button" class="button" id="selfHelp" @click=${choose('rather-not')}>
        ${t('repair-form:selfHelp.option.rather-not')}
      </button>
      <button type="button" class="button" @click=${choose('tried')}>
        ${t('repair-form:selfHelp.option.tried')}
      </button>
      <button
        type="button"
        class="link"
        @click=${() => journey.dispatch({ type: 'solved', value: true })}
      >
        ${t('repair-form:selfHelp.solved')}
      </button>
    </div>
  `;
};

export const solvedScreen = (journey: RepairJourney): TemplateResult => {
  const { t } = journey.host.texts;
  return html`
    ${heading(journey, 'repair-form:solved.title', 'repair-form:solved.text')}
    <div class="actions">
      <button
        type="button"
        class="button"
        @click=${() => journey.dispatch({ type: 'solved', value: false })}
      >
        ${t('repair-form:solved.undo')}
      </button>
    </div>
  `;
};
