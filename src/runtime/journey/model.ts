import type { ProblemCode } from '../../contract/problem.ts';
import { screenBefore, screensAsked } from '../../contract/questionnaire.ts';
import type { FieldError, Questionnaire } from '../../contract/questionnaire.ts';
import { answered, at, continued, opened, refused } from './moves.ts';

/**
 * What every form does, whatever it asks: fill in a screen, go on, go back, change an answer, send,
 * and be answered. Pure: no DOM, no text, no clock. A component's `model.ts` says what is its own.
 */

export interface FormState<A, R = unknown> {
  /** The questionnaire's version. */
  version: number;
  screen: string;
  answers: A;
  /** Screens that were left with "Verder", and whose answers still stand. */
  passed: readonly string[];
  /** The furthest part reached: the bar never goes back. */
  furthest: number;
  /** What is wrong on this screen, since "Verder" or since the desk said so. */
  errors: readonly FieldError[];
  /** On the way back to check-answers after "Aanpassen". */
  editing: boolean;
  /** Photos that the desk has. */
  uploaded: readonly string[];
  /** Of those, the ones that were sent as they were taken, and that the desk has yet to open. */
  unchecked?: readonly string[];
  /** A spoken message that is being recorded. */
  recording?: string;
  phase: 'filling' | 'sending' | 'sent';
  /** Idempotency key of the send; set once it was pressed. */
  sendKey?: string;
  /** The one it was filled in in, when it was pressed (BCP 47). */
  language?: string;
  /** She chose not to wait for photos that would not go. */
  leavingPhotos?: boolean;
  receipt?: R;
  /** Why the desk would not take it. */
  refused?: ProblemCode;
}

/** One member per question, so that an id and its value belong together. */
export type AnswerAction<A> = {
  [K in Extract<keyof A, string>]: { type: 'answer'; id: K; value: A[K] };
}[Extract<keyof A, string>];

export type FormAction<A, R = unknown> =
  | AnswerAction<A>
  /** "Verder". */
  | { type: 'continue' }
  | { type: 'back' }
  /** "Aanpassen" on check-answers. */
  | { type: 'edit'; screen: string }
  /** The browser's own back and forward. */
  | { type: 'open'; screen: string }
  | { type: 'send'; key: string; language: string }
  /** Made small and kept; she may have gone on meanwhile, or have pressed Send. */
  | { type: 'add-photo'; photo: string }
  | { type: 'uploaded'; photo: string; unchecked?: boolean }
  /** The desk can open it, or she has waited long enough for it to say so. */
  | { type: 'checked'; photo: string }
  /**
   * It cannot be used: neither the desk nor this device will have it. `ask`: she is there and may
   * take another, also when she has pressed Send.
   */
  | { type: 'drop-photo'; photo: string; ask?: boolean }
  /** She speaks. */
  | { type: 'record'; voice: string }
  /** She has spoken: `kept` is false when nothing was said. */
  | { type: 'recorded'; voice: string; kept: boolean }
  /** As `drop-photo`. */
  | { type: 'drop-voice'; voice: string; ask?: boolean }
  | { type: 'leave-photos' }
  | { type: 'accepted'; receipt: R }
  | { type: 'refused'; code: ProblemCode; errors: readonly FieldError[] };

/** What must be running while the form is in this state. */
export type Effect =
  /** `recover`: a recording that is being made, or that a page left when it died. */
  { kind: 'upload' | 'check' | 'recover'; photo: string } | { kind: 'submit'; key: string };

/** Forms with photos keep their ids under this question. */
interface WithPhotos {
  photos?: string[];
}

/** Forms with a spoken message keep its id under this one. */
interface WithVoice {
  voice?: string;
}

export function startForm<A, R>(q: Questionnaire<A>, answers: A): FormState<A, R> {
  return {
    version: q.version,
    screen: q.screens[0]!.id,
    answers,
    passed: [],
    furthest: 0,
    errors: [],
    editing: false,
    uploaded: [],
    phase: 'filling',
  };
}

/** @throws on an action that this state does not allow: a bug in the caller. */
export function nextForm<A extends object, R>(
  q: Questionnaire<A>,
  state: FormState<A, R>,
  action: FormAction<A, R>,
): FormState<A, R> {
  switch (action.type) {
    case 'answer':
      return answered(q, mustBe(state, 'filling', action.type), action.id, action.value);
    case 'continue':
      return continued(q, mustBe(state, 'filling', action.type));
    case 'back': {
      const before = screenBefore(q, mustBe(state, 'filling', action.type).screen, state.answers);
      return before ? at(q, state, before.id) : state;
    }
    case 'edit': {
      const asked = screensAsked(q, mustBe(state, 'filling', action.type).answers);
      if (!asked.some((screen) => screen.id === action.screen))
        throw new Error(`"edit" of "${action.screen}", which is not asked`);
      return { ...at(q, state, action.screen), editing: true };
    }
    case 'open':
      return opened(q, state, action.screen);
    case 'send':
      if (mustBe(state, 'filling', action.type).screen !== q.screens[q.screens.length - 1]?.id)
        throw new Error(`"send" on "${state.screen}", before the end`);
      return {
        ...state,
        phase: 'sending',
        sendKey: action.key,
        language: action.language,
        refused: undefined,
      };
    case 'add-photo': {
      if (state.phase === 'sent') throw new Error('"add-photo" while the form is sent');
      const { photos = [] } = state.answers as WithPhotos;
      return { ...state, answers: { ...state.answers, photos: [...photos, action.photo] } };
    }
    case 'uploaded': {
      const { uploaded, unchecked = [] } = state;
      if (uploaded.includes(action.photo)) return state;
      return {
        ...state,
        uploaded: [...uploaded, action.photo],
        ...(action.unchecked ? { unchecked: [...unchecked, action.photo] } : {}),
      };
    }
    case 'checked':
      return { ...state, unchecked: without(state.unchecked, action.photo) };
    case 'drop-photo':
      return dropped(q, state, action.photo, action.ask);
    case 'record':
      return { ...mustBe(state, 'filling', action.type), recording: action.voice };
    case 'recorded': {
      if (state.recording !== action.voice) return state;
      const { recording, ...rest } = state;
      if (!action.kept || state.phase === 'sent') return rest;
      return { ...rest, answers: { ...state.answers, voice: recording } };
    }
    case 'drop-voice': {
      if ((state.answers as WithVoice).voice !== action.voice) return state;
      const { voice: _, ...answers } = state.answers as A & WithVoice;
      return askedAgain(q, { ...state, answers: answers as A }, 'voice', action.ask);
    }
    case 'leave-photos':
      return { ...mustBe(state, 'sending', action.type), leavingPhotos: true };
    case 'accepted':
      return { ...mustBe(state, 'sending', action.type), phase: 'sent', receipt: action.receipt };
    case 'refused':
      return refused(q, mustBe(state, 'sending', action.type), action.code, action.errors);
  }
}

/** @param photos ids of all photos of the form, and of what else goes beside the answers */
export function needsOfForm<A, R>(state: FormState<A, R>, photos: readonly string[]): Effect[] {
  if (state.phase === 'sent') return [];
  const missing = photos.filter((photo) => !state.uploaded.includes(photo));
  const unchecked = photos.filter((photo) => state.unchecked?.includes(photo));
  const { recording } = state;
  const works: Effect[] = [
    ...(recording ? [{ kind: 'recover', photo: recording } as const] : []),
    ...missing.map((photo) => ({ kind: 'upload', photo }) as const),
    ...unchecked.map((photo) => ({ kind: 'check', photo }) as const),
  ];
  const submits = state.phase === 'sending' && (works.length === 0 || state.leavingPhotos);
  return submits ? [{ kind: 'submit', key: state.sendKey! }] : works;
}

const without = (list: readonly string[] = [], gone: string): string[] =>
  list.filter((each) => each !== gone);

function dropped<A extends object, R>(
  q: Questionnaire<A>,
  state: FormState<A, R>,
  photo: string,
  ask = false,
): FormState<A, R> {
  const { photos = [] } = state.answers as WithPhotos;
  if (!photos.includes(photo)) return state;
  const left = {
    ...state,
    answers: { ...state.answers, photos: without(photos, photo) },
    unchecked: without(state.unchecked, photo),
  };
  return askedAgain(q, left, 'photos', ask);
}

/** What she sent cannot be used: she is brought back to where it is asked, when she is there. */
function askedAgain<A extends object, R>(
  q: Questionnaire<A>,
  state: FormState<A, R>,
  question: string,
  ask = false,
): FormState<A, R> {
  const asking = q.screens.find(({ questions }) => questions.includes(question as never));
  if (!ask || !asking || state.phase !== 'sending') return state;
  return { ...at(q, state, asking.id), phase: 'filling', sendKey: undefined, editing: true };
}

function mustBe<A, R>(state: FormState<A, R>, phase: string, action: string): FormState<A, R> {
  if (state.phase !== phase) throw new Error(`"${action}" while the form is ${state.phase}`);
  return state;
}
