import { loadingScreen } from '../../src/runtime/loading.ts';
import type { JourneyHost } from '../../src/runtime/journey/ports.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import type { PublicProfile } from '../../src/contract/profile.ts';
import type { RepairAnswers } from '../../src/contract/repair-request.ts';
import type { FieldError } from '../../src/contract/questionnaire.ts';
import { dangers, safeties } from '../../src/contract/triage/danger.ts';
import type { Safety } from '../../src/contract/triage/danger.ts';
import type { AlarmFacts } from '../../src/runtime/speak/alarm-screens.ts';
import type { nothing, TemplateResult } from 'lit';
import { NO_DANGER } from './outline.ts';
import type { KnownOutages } from './known-outages.ts';
import { dangerScreen } from './screens/danger.ts';
import { outsideScreen, stopScreen } from './screens/stop.ts';

/** What happens on the first screens; the form understands each of them too. */
export type GateAction =
  | { type: 'answer'; id: 'danger'; value: string }
  | { type: 'answer'; id: 'someoneElse'; value: true | undefined }
  | { type: 'continue' }
  | { type: 'back' }
  | { type: 'open'; screen: string };

/** What the screens of danger need of whoever shows them: the gate, or the whole form. */
export interface FirstScreens {
  readonly host: Pick<JourneyHost, 'texts' | 'leaveNumber'>;
  readonly ports: { readonly profile: PublicProfile; readonly clock: Clock };
  readonly known: KnownOutages;
  readonly state: {
    readonly screen: string;
    readonly answers: Pick<RepairAnswers, 'danger' | 'someoneElse' | 'address'>;
    readonly errors: readonly FieldError[];
  };
  /** What to do now. */
  readonly safety: Safety | undefined;
  /** What an alarm need not ask again. */
  told?(): Partial<AlarmFacts>;
  dispatch(action: GateAction): void;
  /** What is wrong on the screen; the gate asks nothing that can be. */
  summary?: () => TemplateResult | typeof nothing;
}

const SCREENS: Readonly<Record<string, (gate: FirstScreens) => TemplateResult>> = {
  danger: dangerScreen,
  stop: stopScreen,
  outside: outsideScreen,
};

/** "Is er nu gevaar?" and what follows in danger: one template for the gate and for the form. */
export const firstScreen = (form: FirstScreens): TemplateResult | undefined =>
  SCREENS[form.state.screen]?.(form);

/**
 * Stands at the beginning until the form has arrived: whoever smells gas on a poor line is told to
 * go outside without waiting for questions. What was done here is done again in the form.
 */
export class Gate implements FirstScreens {
  readonly host: JourneyHost;
  readonly ports: FirstScreens['ports'];
  readonly known: KnownOutages;
  state: FirstScreens['state'] = { screen: 'danger', answers: {}, errors: [] };
  /** In the order in which they happened. */
  readonly actions: GateAction[] = [];

  constructor(host: JourneyHost, ports: FirstScreens['ports'], known: KnownOutages) {
    this.host = host;
    this.ports = ports;
    this.known = known;
  }

  get safety(): Safety | undefined {
    const danger = dangers.find(({ id }) => id === this.state.answers.danger);
    return danger && safeties[danger.safety];
  }

  dispatch(action: GateAction): void {
    const { screen } = this.state;
    if (action.type === 'open' && !this.#reaches(action.screen)) return;
    this.actions.push(action);
    this.state = this.#after(action);
    this.host.requestUpdate();
    if (this.state.screen !== screen && action.type !== 'open')
      this.host.screenChanged(action.type === 'back' ? 'replace' : 'push');
  }

  view(): TemplateResult {
    return firstScreen(this) ?? loadingScreen(this.host.texts, false);
  }

  #after(action: GateAction): FirstScreens['state'] {
    const { state } = this;
    switch (action.type) {
      case 'answer':
        return { ...state, answers: { ...state.answers, [action.id]: action.value } };
      case 'continue':
        return { ...state, screen: this.#next() };
      case 'back':
        return { ...state, screen: state.screen === 'outside' ? 'stop' : 'danger' };
      case 'open':
        return { ...state, screen: action.screen };
    }
  }

  /** An entry of an earlier visit in the browser's history leads nowhere that she may not be. */
  #reaches(screen: string): boolean {
    if (screen === 'stop') return this.safety !== undefined;
    if (screen === 'outside') return this.safety?.leaveFirst === true;
    return screen === 'danger' || (screen === 'what' && this.state.answers.danger === NO_DANGER);
  }

  #next(): string {
    if (this.state.screen === 'stop') return 'outside';
    return this.state.answers.danger === NO_DANGER ? 'what' : 'stop';
  }
}
