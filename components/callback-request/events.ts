import type { CallbackAnswers } from './questions.ts';

/**
 * The ask, before anything is sent; cancel it to take over. With a desk it carries no answers (a tag
 * manager listens too); without one it carries them, and whoever cancels it takes over.
 */
export class CallbackSubmitEvent extends Event {
  static readonly type = 'kt-callback-submit';
  readonly answers: CallbackAnswers | undefined;
  constructor(answers?: CallbackAnswers) {
    super(CallbackSubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.answers = answers;
  }
}

/** The fact: the desk has it. */
export class CallbackSubmittedEvent extends Event {
  static readonly type = 'kt-callback-submitted';
  constructor() {
    super(CallbackSubmittedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-callback-submit': CallbackSubmitEvent;
    'kt-callback-submitted': CallbackSubmittedEvent;
  }
}
