import type { RepairAnswers } from '../../src/contract/repair-request.ts';

/**
 * The ask, before anything is sent; cancel it to take over. With a desk it carries no answers (a tag
 * manager listens too); without one it carries them, and whoever cancels it takes over.
 */
export class RepairSubmitEvent extends Event {
  static readonly type = 'kt-repair-submit';
  readonly answers: RepairAnswers | undefined;
  /** Reads one of `answers.photos`: a JPEG without metadata. */
  readonly photo: ((id: string) => Promise<Blob | undefined>) | undefined;
  /** Reads `answers.voice`: a recording in WebM, MP4 or Ogg. */
  readonly voice: ((id: string) => Promise<Blob | undefined>) | undefined;
  constructor(
    answers?: RepairAnswers,
    read: Partial<Pick<RepairSubmitEvent, 'photo' | 'voice'>> = {},
  ) {
    super(RepairSubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.answers = answers;
    this.photo = read.photo;
    this.voice = read.voice;
  }
}

/** The fact: the desk has it. */
export class RepairSubmittedEvent extends Event {
  static readonly type = 'kt-repair-submitted';
  constructor() {
    super(RepairSubmittedEvent.type, { bubbles: true, composed: true });
  }
}

/** She is on another screen: for a page that shows progress in its title. No values. */
export class StepEvent extends Event {
  static readonly type = 'kt-step';
  /** "photos" */
  readonly screen: string;
  /** "Deel 3 van 5: foto's" */
  readonly text: string;
  constructor(screen: string, text: string) {
    super(StepEvent.type, { bubbles: true, composed: true });
    this.screen = screen;
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-repair-submit': RepairSubmitEvent;
    'kt-repair-submitted': RepairSubmittedEvent;
    'kt-step': StepEvent;
  }
}
