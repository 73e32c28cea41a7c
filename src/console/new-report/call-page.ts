import type { Language } from '../../contract/languages.ts';
import type { RepairJourney } from '../../../components/repair-form/journey.ts';
import type { StaffApi } from '../api.ts';
import type { Call } from './call.ts';

/** What a call needs of the page around it. */
export interface CallPage {
  readonly api: StaffApi;
  /** Whether this call is the one on the screen. */
  shows(call: Call): boolean;
  changed(): void;
  announce(words: string): void;
  /** To the first thing to fill in of a section; or the first that is wrong; or `#id`. */
  focus(on: { section: string } | { wrong: true } | { id: string }): void;
  sent(call: Call): void;
  /** She has the address. */
  lookHere(): void;
}

/** A call as it is kept while it is parked, or while the page is away to sign in. */
export interface KeptCall {
  id: string;
  begun: number;
  language: Language;
  state: RepairJourney['state'];
}
