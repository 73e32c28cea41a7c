import { postcode as tidyPostcode } from './checks.ts';
import { dayOf } from './opening-hours.ts';
import { answeredOn, optionKey, screensAsked } from './questionnaire.ts';
import type { Question, Questionnaire } from './questionnaire.ts';
import type { Address } from './repair-request.ts';
import type { Translate } from './text.ts';

/**
 * The answers in words: check-answers in the browser, the report in the console, the letter and the
 * mail all show these rows.
 */
export interface SummaryRow {
  /** Question id; `details.<id>` for a follow-up question. */
  id: string;
  /** Where "Aanpassen" leads. */
  screen: string;
  label: string;
  value: string;
  /** Reads left to right whatever the language: phone, e-mail, postcode. */
  ltr: boolean;
  private: boolean;
}

/** Rows for every question that these answers lead to and that has an answer. */
export function summarise<A extends object>(
  q: Questionnaire<A>,
  answers: A,
  t: Translate,
  language: string,
): SummaryRow[] {
  const seen = new Set<string>();
  return screensAsked(q, answers).flatMap((screen) =>
    answeredOn(q, screen, answers).flatMap((question) => {
      const value: unknown = answers[question.id];
      if (seen.has(question.id) || value === undefined || value === '') return [];
      seen.add(question.id);
      const row = {
        screen: screen.id,
        ltr: question.kind === 'phone' || question.kind === 'email',
        private: question.private,
      };
      if (question.kind === 'details')
        return Object.entries(value as Record<string, string>).map(([id, given]) => ({
          ...row,
          id: `details.${id}`,
          label: t(`triage:detail.${id}`),
          value: detailInWords(id, given, t),
        }));
      const words = inWords(q, question, value, t, language);
      return words
        ? [{ ...row, id: question.id, label: t(`${q.name}:${question.id}.label`), value: words }]
        : [];
    }),
  );
}

function inWords<A>(
  q: Questionnaire<A>,
  question: Question<A>,
  value: unknown,
  t: Translate,
  language: string,
): string {
  // A text may be an object that is shown as more than its letters; the list takes the letters.
  const list = (words: string[]) => new Intl.ListFormat(language).format(words.map(String));
  switch (question.kind) {
    case 'rows':
    case 'tiles':
    case 'choice':
      return t(optionKey(q, question, value as string));
    case 'several':
      return list((value as string[]).map((each) => t(optionKey(q, question, each))));
    case 'days':
      return list((value as string[]).map((day) => dayOf(`${day}T12:00:00Z`, language)));
    case 'toggle':
      return value ? t('frame:yes') : '';
    case 'photos':
      return (value as string[]).length
        ? t('photos:count', { count: (value as string[]).length })
        : '';
    case 'voice':
      return t('voice:given');
    case 'address':
      return addressLine(value as Address);
    default:
      return String(value);
  }
}

const FIXED_DETAILS = ['yes', 'no', 'unknown'];

/** A follow-up answer: one of yes, no, unknown; a choice of its own; or what was typed. */
function detailInWords(id: string, given: string, t: Translate): string {
  if (FIXED_DETAILS.includes(given))
    return t(given === 'unknown' ? 'frame:option.unknown' : `frame:${given}`);
  const key = `triage:detail.${id}.option.${given}`;
  try {
    return t(key);
  } catch {
    return given;
  }
}

/** "Brink 12 a, 9401 AB Assen"; without a street "9401 AB 12 a". */
export function addressLine({ postcode, number, addition, street, city }: Address): string {
  const home = [number, addition].filter(Boolean).join(' ');
  const place = [postcode && (tidyPostcode(postcode) ?? postcode), city].filter(Boolean).join(' ');
  return street ? `${street} ${home}, ${place}` : `${place} ${home}`;
}
