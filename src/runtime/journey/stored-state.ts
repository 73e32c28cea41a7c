import type { Questionnaire } from '../../contract/questionnaire.ts';
import type { Draft } from '../storage/draft.ts';
import type { FormState } from './model.ts';

/**
 * What this tab has of a form: as it was kept, or, when another version of the form kept it, what still
 * fits of it. Undefined when there is nothing, or when the browser does not give it back.
 */
export async function storedState<A extends object, R, S extends FormState<A, R>>(
  draft: Draft<S>,
  questionnaire: Questionnaire<A>,
  start: S,
): Promise<S | undefined> {
  const stored = await draft.load().catch(() => undefined);
  if (!stored || stored.version === questionnaire.version) return stored;
  const { carriedOver } = await import('./carry-over.ts');
  return carriedOver<A, R, S>(questionnaire, stored, start);
}
