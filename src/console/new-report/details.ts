import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { details } from '../../contract/triage/tree.ts';
import type { Call } from './call.ts';
import { box, group } from './group.ts';

/** A follow-up question of a problem. */
export function detail(call: Call, id: string): TemplateResult | typeof nothing {
  const found = details.find((each) => each.id === id);
  if (!found) return nothing;
  const { texts, journey } = call;
  const given = journey.state.answers.details ?? {};
  const label = texts.any(`triage:detail.${id}`);
  const set = (value: string | undefined) => {
    const { [id]: _, ...rest } = journey.state.answers.details ?? {};
    call.answer('details', value ? { ...rest, [id]: value } : rest);
  };
  if (found.kind === 'text')
    return box({ id: `details-${id}`, label, value: given[id] ?? '', change: set });
  const words: Readonly<Record<string, string>> = {
    yes: texts.t('frame:yes'),
    no: texts.t('frame:no'),
    unknown: texts.t('frame:option.unknown'),
  };
  const values = found.kind === 'yes-no' ? ['yes', 'no'] : (found.options ?? []);
  return group({
    id: `details-${id}`,
    label,
    options: [...values, 'unknown'].map((value) => ({
      value,
      label: words[value] ?? texts.any(`triage:detail.${id}.option.${value}`),
    })),
    chosen: given[id] ? [given[id]] : [],
    change: ([value]) => set(value),
  });
}
