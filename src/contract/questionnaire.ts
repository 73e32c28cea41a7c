/**
 * Questions as data. Everything that shows, checks, stores, masks or erases an answer reads it from
 * here: the screens, check-answers, the console, the plain HTML pages, mail, print and the erasure.
 * Pure: no DOM, no text (only keys), no clock.
 */

/**
 * Texts of a question `<id>` in `locales/<lang>/<name>.json`: `<id>.label` (always), `<id>.hint`,
 * `<id>.why` (always when private), `<id>.option.<value>` and `<id>.option.<value>.hint`. A screen:
 * `screen.<id>.title` (always), `screen.<id>.intro`. The choices `other` and `unknown` are the same
 * everywhere: `frame:option.other`, `frame:option.unknown`.
 */

/** Choices that a list of tiles ends with: they never block. */
export const OTHER = 'other';
export const UNKNOWN = 'unknown';

/** As many tiles as a person takes in at once; the rest is behind "Meer laten zien". */
export const AT_ONCE = 6;

/** How a question is asked. Each kind has one template in the browser and one on the plain pages. */
export type Kind =
  | 'rows' // buttons that act at once
  | 'tiles' // a choice with pictograms; several screens of six
  | 'choice' // one of a few, in words
  | 'several' // any number of a few
  | 'days' // any number of days that the association is open
  | 'toggle' // yes or not said
  | 'details' // the follow-up questions of the chosen problem
  | 'text'
  | 'long-text'
  | 'phone'
  | 'email'
  | 'address'
  | 'photos'
  | 'voice'; // spoken, up to a minute

/** Why an answer may be asked at all; each has a sentence in `frame:purpose.<id>`. */
export type Purpose =
  'safety' | 'understand' | 'find-home' | 'reach' | 'plan-visit' | 'right-person';

/** GDPR article 6: performance of the tenancy contract, or legitimate interest. */
export type Ground = 'contract' | 'legitimate-interest';

/** How long an answer is kept; the association sets the months for each in its profile. */
export type Retention = 'report' | 'contact' | 'photo' | 'voice';

export type Reader = 'desk-staff' | 'technician';

/** What is wrong with an answer. Shown as `frame:error.<code>`; never carries the answer itself. */
export type ErrorCode =
  | 'missing'
  | 'choose'
  | 'postcode'
  | 'house-number'
  | 'street'
  | 'phone'
  | 'email'
  | 'too-long'
  | 'unknown-choice'
  | 'day';

/** `field` is a question id, or `<question>.<part>` for an address ("address.postcode"). */
export interface FieldError {
  field: string;
  code: ErrorCode;
}

export interface Question<A> {
  id: Extract<keyof A, string>;
  kind: Kind;
  /** Fixed choices, or those that follow from earlier answers. */
  options?: readonly string[] | ((answers: A) => readonly string[]);
  /** Where the texts of the choices stand, when not at `<name>:<id>.option.`: "triage:room.". */
  optionTexts?: string;
  /** What a choice of an earlier version is called now; any other stays as it is. */
  current?: (value: string) => string;
  /** What is wrong with the answer as it stands; empty when nothing is. */
  check?: (answers: A) => readonly FieldError[];
  when?: (answers: A) => boolean;
  /** Answers that no longer mean anything once this one has changed to what it is in `after`. */
  resets?: (after: A) => readonly Extract<keyof A, string>[];
  purpose: Purpose;
  ground: Ground;
  retention: Retention;
  seenBy: readonly Reader[];
  /** Personal: says why it is asked (`<name>:<id>.why`), is masked in a shared picture and in logs. */
  private: boolean;
}

export interface Screen<A> {
  id: string;
  /** Index in `parts`: "Deel 2 van 5". */
  part: number;
  questions: readonly Extract<keyof A, string>[];
  /** Questions of a later screen that these answers already answered here, in another way. */
  takes?: (answers: A) => readonly Extract<keyof A, string>[];
  when?: (answers: A) => boolean;
}

export interface Questionnaire<A> {
  /** The component's folder and its language file. */
  name: string;
  /** Raised when a stored draft of the version before can no longer be read as it is. */
  version: number;
  /** Text keys `<name>:part.<id>`. */
  parts: readonly string[];
  questions: readonly Question<A>[];
  screens: readonly Screen<A>[];
}

/** The screens that these answers lead to, in order. */
export const screensAsked = <A>(q: Questionnaire<A>, answers: A): readonly Screen<A>[] =>
  q.screens.filter((screen) => screen.when?.(answers) ?? true);

/** @throws when there is no such screen: a bug in the caller, never an input error. */
export function screenById<A>(q: Questionnaire<A>, id: string): Screen<A> {
  const screen = q.screens.find((candidate) => candidate.id === id);
  if (!screen) throw new Error(`${q.name} has no screen "${id}"`);
  return screen;
}

/** @throws when there is no such question: a bug in the caller, never an input error. */
export function questionById<A>(q: Questionnaire<A>, id: string): Question<A> {
  const question = q.questions.find((candidate) => candidate.id === id);
  if (!question) throw new Error(`${q.name} has no question "${id}"`);
  return question;
}

/** The questions of one screen that these answers call for. */
export const questionsOn = <A>(
  q: Questionnaire<A>,
  screen: Screen<A>,
  answers: A,
): readonly Question<A>[] =>
  screen.questions.map((id) => questionById(q, id)).filter((each) => each.when?.(answers) ?? true);

/** The questions that these answers call for and that are answered on this screen. */
export const answeredOn = <A>(
  q: Questionnaire<A>,
  screen: Screen<A>,
  answers: A,
): readonly Question<A>[] => [
  ...questionsOn(q, screen, answers),
  ...(screen.takes?.(answers) ?? []).map((id) => questionById(q, id)),
];

export const optionsOf = <A>(question: Question<A>, answers: A): readonly string[] =>
  typeof question.options === 'function' ? question.options(answers) : (question.options ?? []);

/** What is wrong on one screen, in reading order. */
export const checkScreen = <A>(q: Questionnaire<A>, screen: Screen<A>, answers: A): FieldError[] =>
  questionsOn(q, screen, answers).flatMap((question) => question.check?.(answers) ?? []);

/** What is wrong anywhere on the way to the end; the desk refuses on these and the browser shows them. */
export const checkAll = <A>(q: Questionnaire<A>, answers: A): FieldError[] =>
  screensAsked(q, answers).flatMap((screen) => checkScreen(q, screen, answers));

/** The screen on which a field of `checkAll` is asked. */
export function screenOfField<A>(
  q: Questionnaire<A>,
  answers: A,
  field: string,
): Screen<A> | undefined {
  const id = field.split('.')[0];
  return screensAsked(q, answers).find((screen) => screen.questions.some((each) => each === id));
}

/** The screen after this one, or undefined after the last. */
export function screenAfter<A>(q: Questionnaire<A>, id: string, answers: A): Screen<A> | undefined {
  const order = q.screens.findIndex((screen) => screen.id === id);
  return q.screens.slice(order + 1).find((screen) => screen.when?.(answers) ?? true);
}

/** The screen before this one, or undefined before the first. */
export function screenBefore<A>(
  q: Questionnaire<A>,
  id: string,
  answers: A,
): Screen<A> | undefined {
  const order = q.screens.findIndex((screen) => screen.id === id);
  return q.screens
    .slice(0, Math.max(order, 0))
    .reverse()
    .find((screen) => screen.when?.(answers) ?? true);
}

/**
 * One answer changed: the new answers without what hung on the old one, and the ids that were wiped.
 * An answer that stays the same wipes nothing.
 */
export function withAnswer<A extends object, K extends Extract<keyof A, string>>(
  q: Questionnaire<A>,
  answers: A,
  id: K,
  value: A[K],
): { answers: A; wiped: readonly string[] } {
  if (answers[id] === value) return { answers, wiped: [] };
  const changed: A = { ...answers, [id]: value };
  const resets = questionById(q, id).resets?.(changed) ?? [];
  const wiped = resets.filter((each) => answers[each] !== undefined);
  for (const each of wiped) delete changed[each];
  if (value === undefined) delete changed[id];
  return { answers: changed, wiped };
}

/** The key of the text of one choice. */
export const optionKey = <A>(q: Questionnaire<A>, question: Question<A>, value: string): string =>
  value === OTHER || value === UNKNOWN
    ? `frame:option.${value}`
    : `${question.optionTexts ?? `${q.name}:${question.id}.option.`}${currentOf(question, value)}`;

/** A choice by the name that it has now. */
export const currentOf = <A>(question: Question<A>, value: string): string =>
  question.current?.(value) ?? value;
