import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { keepWhileAway, takeBack } from './away.ts';
import type { FocusOn } from './new-report/calls.ts';
import { focusSection } from './new-report/stops.ts';
import { readRoute, writeRoute } from './route.ts';
import type { Route } from './route.ts';
import { consoleScreen } from './screens/console.ts';
import { brokenScreen } from './screens/states.ts';
import { askSession, beginSignIn } from './sign-in.ts';
import type { SignIn } from './sign-in.ts';
import { styles } from './styles/index.ts';
import { titleOf } from './title.ts';
import { Workplace } from './workplace.ts';
import './photos.ts';
import './voice.ts';

/**
 * @summary The staff's page: the reports and messages of one association, as they come in.
 */
export class ConsoleApp extends LitElement {
  static override styles = styles;

  route: Route = readRoute(location.search);
  signIn: SignIn = { state: 'asking' };
  work: Workplace = this.#newWorkplace();
  #focusOn: string | undefined;
  /** What she typed was put aside while this page is away. */
  #kept = false;

  constructor() {
    super();
    this.addEventListener('click', this.#follow);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#readAddress);
    addEventListener('online', this.#online);
    addEventListener('offline', this.#offline);
    addEventListener('beforeunload', this.#leaving);
    if (this.route.association) void this.loadSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#readAddress);
    removeEventListener('online', this.#online);
    removeEventListener('offline', this.#offline);
    removeEventListener('beforeunload', this.#leaving);
    this.work.stop();
  }

  /** Said politely to who listens; the same words twice are said twice. */
  announce(words: string): void {
    const region = this.renderRoot.querySelector('#said');
    if (!region) return;
    region.textContent = '';
    setTimeout(() => (region.textContent = words), 50);
  }

  /** Moves the focus to `#id` once the screen that holds it is there. */
  focusOn(id: string): void {
    this.#focusOn = id;
    this.requestUpdate();
  }

  loadSession = async (): Promise<void> => {
    this.signIn = { state: 'asking' };
    this.requestUpdate();
    await this.#arrived(await askSession(this.work.api));
  };

  startSession = async (): Promise<void> => {
    const before = this.signIn;
    if (before.state !== 'out' || before.busy) return;
    this.signIn = { ...before, busy: true, failed: undefined };
    this.requestUpdate();
    const anew = before.anew ?? new URLSearchParams(location.search).has('anew');
    const begun = await beginSignIn(this.work.api, writeRoute(this.route), anew);
    if ('goTo' in begun) {
      const { association } = this.route;
      const { open, calls } = this.work;
      if (before.was)
        this.#kept = keepWhileAway({
          who: before.was,
          association,
          notes: open.drafts,
          calls: calls.kept,
        });
      this.leave(begun.goTo);
      return;
    }
    const failed = 'failed' in begun;
    this.focusOn(failed ? 'sign-in-error' : 'list-title');
    await this.#arrived(
      failed ? { ...before, busy: false, ...begun } : { state: 'in', session: begun },
    );
  };

  /** To another page altogether; a test stays where it is. */
  leave = (address: string): void => location.assign(address);

  endSession = async (everywhere = false): Promise<void> => {
    const { api } = this.work;
    await (everywhere ? api.signOutEverywhere() : api.signOut()).catch(() => undefined);
    this.work.stop();
    this.work.calls.end();
    this.work = this.#newWorkplace();
    this.signIn = { state: 'out', busy: false, expired: false, anew: true };
    this.go({ screen: 'reports', association: this.route.association });
    this.focusOn('sign-in-title');
  };

  async #arrived(signIn: SignIn): Promise<void> {
    this.signIn = signIn;
    this.requestUpdate();
    if (signIn.state !== 'in') return;
    const away = takeBack(signIn.session.who, this.route.association);
    this.work.open.restore(away?.notes ?? []);
    this.work.calls.restore(away?.calls ?? []);
    await Promise.all([this.work.start(), this.#show()]);
  }

  /** The desk no longer knows her. What she typed stays. */
  #signedOut(): void {
    if (this.signIn.state !== 'in') return;
    this.work.stop();
    this.signIn = { state: 'out', busy: false, expired: true, was: this.signIn.session.who };
    this.focusOn('sign-in-title');
  }

  /** A link within the console was followed: no new page, but a new address. */
  #follow = (event: MouseEvent): void => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!link?.getAttribute('href')?.startsWith('?') || elsewhere) return;
    event.preventDefault();
    this.go(readRoute(link.search), true);
  };

  go(route: Route, focus = false): void {
    const address = writeRoute(route);
    if (address !== location.search) history.pushState(null, '', address);
    this.#arrive(focus);
  }

  #readAddress = (): void => this.#arrive(true);

  #arrive(focus: boolean): void {
    const before = this.route;
    this.route = readRoute(location.search);
    if (this.route.association !== before.association) {
      location.reload();
      return;
    }
    if (focus) this.focusOn(this.#focusAfter(before));
    this.requestUpdate();
    void this.#show();
  }

  /** The heading of the new screen, or the line in the list where she came from. */
  #focusAfter(before: Route): string {
    if (this.route.screen === 'callbacks') {
      if (this.route.callback) return 'callback-title';
      return before.screen === 'callbacks' && before.callback
        ? `callback-${before.callback}`
        : 'callbacks-title';
    }
    if (this.route.screen !== 'reports') return `${this.route.screen}-title`;
    if (this.route.report) return 'report-title';
    return before.screen === 'reports' && before.report ? `line-${before.report}` : 'list-title';
  }

  async #show(): Promise<void> {
    if (this.signIn.state !== 'in') return;
    if (this.route.screen === 'new') await this.work.calls.open();
    if (this.route.screen === 'callbacks') await this.work.callbacks.show(this.route.callback);
    await this.work.open.open(this.route.screen === 'reports' ? this.route.report : undefined);
  }

  /** Calls are kept in this page alone: whoever closes it is asked first. */
  #leaving = (event: BeforeUnloadEvent): void => {
    if (!this.#kept && this.work.calls.kept.length) event.preventDefault();
  };

  /** Once it is there: to the first thing to fill in, to what is wrong, or to this. */
  async #focusInCall(on: Parameters<FocusOn>[0]): Promise<void> {
    if (this.route.screen !== 'new') return;
    this.requestUpdate();
    await this.updateComplete;
    const { renderRoot } = this;
    if ('section' in on) return focusSection(renderRoot, on.section);
    renderRoot
      .querySelector<HTMLElement>('wrong' in on ? '[aria-invalid=true]' : `#${CSS.escape(on.id)}`)
      ?.focus();
  }

  #online = (): void => {
    if (this.signIn.state === 'in') this.work.retry();
    else if (this.signIn.state === 'failed') void this.loadSession();
  };

  #offline = (): void => {
    if (this.signIn.state === 'in') this.work.gone();
  };

  #newWorkplace(): Workplace {
    return new Workplace(this.route.association, {
      changed: () => this.requestUpdate(),
      announce: (words) => this.announce(words),
      signedOut: () => this.#signedOut(),
      focus: (on) => void this.#focusInCall(on),
    });
  }

  override updated(): void {
    document.title = titleOf(this);
    const id = this.#focusOn;
    const target = id && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  override render(): TemplateResult {
    try {
      return consoleScreen(this);
    } catch {
      return brokenScreen();
    }
  }
}

if (!customElements.get('keukentafel-console'))
  customElements.define('keukentafel-console', ConsoleApp);
