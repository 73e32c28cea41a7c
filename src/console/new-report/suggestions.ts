import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { problemOf } from '../../../components/repair-form/journey.ts';
import { t } from '../texts.ts';
import type { Call } from './call.ts';
import { group } from './group.ts';

/** "Bedoelt u dit?": under the words told. */
export function suggestions(call: Call): TemplateResult | typeof nothing {
  const { texts, suggestions: found, journey } = call;
  const { answers } = journey.state;
  const chosen = problemOf(answers)?.id;
  if (answers.item !== undefined || (!found.length && !chosen)) return nothing;
  const all = new Set([...found, ...(chosen ? [chosen] : [])]);
  const none = 'none';
  return group({
    id: 'suggestion',
    label: t('new.suggestions'),
    options: [
      ...[...all].map((id) => ({ value: id, label: texts.any(`triage:problem.${id}`) })),
      { value: none, label: texts.t('repair-form:story.none') },
    ],
    numbers: [...[...all].map((_, index) => index + 1), 0],
    chosen: chosen ? [chosen] : call.declined ? [none] : [],
    change: ([value]) => call.mean(value === none ? undefined : (value as typeof chosen)),
  });
}
