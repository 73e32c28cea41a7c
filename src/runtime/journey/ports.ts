import type { CSSResult, ReactiveController } from 'lit';
import type { PublicEndpoint as Endpoint } from '../../contract/endpoints.ts';
import type { PublicProfile } from '../../contract/profile.ts';
import type { Clock } from '../clock.ts';
import type { Kit } from '../kit.ts';
import type { LeaveNumber } from '../speak/panel.ts';
import type { Draft } from '../storage/draft.ts';
import type { Outbox } from '../storage/outbox.ts';
import type { Texts } from '../texts.ts';
import type { UploadQueue } from '../upload/queue.ts';

/** What a journey needs of what it is mounted in: an element of the kit, or the console. */
export interface JourneyHost {
  readonly texts: Texts;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  /** The way to a person is open over it: what changes now must not take her away from there. */
  readonly covered: boolean;
  /** Opens "Laat uw nummer achter"; undefined where there is no such thing, or not yet. */
  readonly leaveNumber?: LeaveNumber | undefined;
  /** Puts the look of fields on; absent where there is another. */
  wear?(styles: CSSResult): void;
  addController(controller: ReactiveController): void;
  removeController(controller: ReactiveController): void;
  requestUpdate(): void;
  screenChanged(how?: 'push' | 'replace'): void;
  errorsShown(): void;
  announce(text: string): void;
  fault(error: unknown): void;
}

/** The world outside a journey. The page gives the tab's own; the console gives the desk's. */
export interface Ports<S> {
  profile: PublicProfile;
  clock: Clock;
  /** One file of texts: for what is asked for later than the screens' own words. */
  loadTexts: Kit['loadTexts'];
  draft: Draft<S>;
  /** Absent without a desk: then `ask` must have been taken over by the page. */
  outbox?: Outbox;
  upload?: UploadQueue;
}

/** What is sent, and where. */
export interface Submission {
  endpoint: Endpoint;
  body: unknown;
}
