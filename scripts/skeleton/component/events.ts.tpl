import type { __Name__Answers } from './questions.ts';

/**
 * The ask, before anything is sent; cancel it to take over. With a desk it carries no answers (a tag
 * manager listens too); without one it carries them, and whoever cancels it takes over.
 */
export class __Name__SubmitEvent extends Event {
  static readonly type = 'kt-__name__-submit';
  readonly answers: __Name__Answers | undefined;
  constructor(answers: __Name__Answers | undefined) {
    super(__Name__SubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.answers = answers;
  }
}

/** The fact: the desk has it. */
export class __Name__SubmittedEvent extends Event {
  static readonly type = 'kt-__name__-submitted';
  constructor() {
    super(__Name__SubmittedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-__name__-submit': __Name__SubmitEvent;
    'kt-__name__-submitted': __Name__SubmittedEvent;
  }
}
