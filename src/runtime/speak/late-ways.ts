import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { speakWays } from '../../generated/speak-ways.ts';
import { backLink } from '../back.ts';
import { progressBar } from '../frame.ts';
import { loadingScreen } from '../loading.ts';
import { untilItWorks } from '../patience.ts';
import { wayRow } from './ways.ts';
import { whom, whomStyles } from './whom.ts';
import type { SpeakHost } from './panel.ts';
import type { MountedWay, Way, WayHost } from './way.ts';

interface Found {
  way: Way;
  host: WayHost;
  mounted?: MountedWay;
}

/** What the panel does of a way: which one is open, and where each leads. */
export interface LateActs {
  isOpen: (name: string) => boolean;
  show: (name: string) => void;
  /** To all the ways. */
  ways: () => void;
  /** To her own form. */
  leave: () => void;
}

/** So often the desk is asked what a row may promise, in milliseconds. */
const AGAIN = 60_000;

/** The ways that are journeys of a component. They come after the first screen. */
export class LateWays {
  readonly #host: SpeakHost;
  readonly #acts: LateActs;
  readonly #found = new Map<string, Found>();
  #asked = -AGAIN;

  constructor(host: SpeakHost, acts: LateActs) {
    this.#host = host;
    this.#acts = acts;
    host.wear(whomStyles);
  }

  /** Resolves when all are there, and what was on its way goes on. */
  async load(): Promise<void> {
    const { kit } = this.#host;
    if (!kit) return;
    for (const [name, load] of Object.entries(speakWays)) {
      const module = await untilItWorks(load);
      if (!module?.way.offered(kit) || this.#found.has(name)) continue;
      const found: Found = { way: module.way, host: this.#hostOf(name) };
      this.#found.set(name, found);
      const goesOn = !this.#isMine(name) && module.way.begun(found.host, kit);
      if (goesOn || this.#acts.isOpen(name)) await this.#mounted(name)?.loading;
    }
    this.refresh();
  }

  /** Asks again what each row may say; once a minute at most. */
  refresh(): void {
    const { kit } = this.#host;
    const now = performance.now();
    if (!kit || now - this.#asked < AGAIN) return;
    this.#asked = now;
    for (const { way } of this.#found.values())
      void way
        .refresh?.(kit, this.#host.known())
        .then(() => this.#host.requestUpdate())
        .catch(() => undefined);
  }

  row(name: string): TemplateResult | undefined {
    const { kit, texts } = this.#host;
    const found = this.#found.get(name);
    if (!kit || !found || !texts.holds(name)) return undefined;
    // An element that is this way itself leads back to its own screens.
    const press = () => (this.#isMine(name) ? this.#acts.leave() : this.#acts.show(name));
    return wayRow(found.way.row(kit, texts, this.#host.known()), press);
  }

  /** "U spreekt met Anja of Bram. Wij spreken Nederlands en Engels." */
  whom(): TemplateResult | undefined {
    const { kit, texts } = this.#host;
    return kit && texts.holds('frame+') ? whom(kit.profile, texts) : undefined;
  }

  /** Which of its screens she is on; undefined while it is not there. */
  placeIn(name: string): string | undefined {
    return this.#found.get(name)?.mounted?.place;
  }

  /** She opens it. */
  enter(name: string): void {
    const there = this.#found.get(name)?.mounted !== undefined;
    const mounted = this.#mounted(name);
    if (there) return mounted?.enter();
    void mounted?.loading.then(() => {
      mounted.enter();
      // Its first screen comes after a look for what she began before.
      if (this.#acts.isOpen(name)) this.#host.screenChanged('replace');
    });
  }

  /** The browser's back and forward. */
  open(name: string, screen: string | undefined): void {
    const mounted = this.#mounted(name);
    if (screen) mounted?.open(screen);
  }

  screen(name: string): TemplateResult {
    const { texts } = this.#host;
    const mounted = this.#found.get(name)?.mounted;
    if (!mounted || !texts.holds(name)) return loadingScreen(texts, false);
    const { progress, place } = mounted;
    const back = mounted.hasBefore
      ? backLink(texts.t('frame:back'), () => this.#host.stepBack(() => mounted.back()))
      : backLink(texts.t('frame:speak.ways'), this.#acts.ways);
    return html`<div class="inner">
      ${progress ? progressBar(progress) : nothing} ${back}
      ${keyed(place, html`<div aria-live="off">${mounted.view()}</div>`)}
    </div>`;
  }

  #isMine(name: string): boolean {
    return this.#host.localName === `kt-${name}`;
  }

  #mounted(name: string): MountedWay | undefined {
    const found = this.#found.get(name);
    const { kit } = this.#host;
    if (!found || !kit) return undefined;
    return (found.mounted ??= found.way.mount(found.host, kit));
  }

  /** The element, as this way sees it: covered whenever something else is shown. */
  #hostOf(name: string): WayHost {
    const host = this.#host;
    const isOpen = () => this.#acts.isOpen(name);
    return {
      get texts() {
        return host.texts;
      },
      get renderRoot() {
        return host.renderRoot;
      },
      get updateComplete() {
        return host.updateComplete;
      },
      get place() {
        return host.place;
      },
      get covered() {
        return !isOpen();
      },
      localName: host.localName,
      wear: (styles) => host.wear(styles),
      addController: (each) => host.addController(each),
      removeController: (each) => host.removeController(each),
      requestUpdate: () => host.requestUpdate(),
      screenChanged: (how) => (isOpen() ? host.screenChanged(how) : host.requestUpdate()),
      errorsShown: () => isOpen() && host.errorsShown(),
      announce: (text) => host.announce(text),
      fault: (error) => host.fault(error),
      known: () => host.known(),
      leave: () => this.#acts.leave(),
    };
  }
}
