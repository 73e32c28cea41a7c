import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ScreenHistory } from './history.ts';
import type { Place } from './history.ts';
import type { SpeakPanel } from './speak/panel.ts';

interface Host extends ReactiveControllerHost, Element {
  readonly noHistory: boolean;
  /** Where she is: "photos". */
  readonly place: string;
  readonly speak: SpeakPanel;
  screenChanged(how: 'restored'): void;
}

/** Where she is in an element, and in the browser's history. */
export class Whereabouts implements ReactiveController {
  readonly #host: Host;
  readonly #open: (screen: string) => void;
  readonly #history = new ScreenHistory(
    () => !this.#host.noHistory,
    (place) => this.#restore(place),
  );

  /** @param open the browser's back or forward leads to this screen */
  constructor(host: Host, open: (screen: string) => void) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    this.#history.connect(this.#nameOnPage());
  }

  hostDisconnected(): void {
    this.#history.disconnect();
  }

  /** The place that a reload, or coming back to the page, left here. */
  get found(): Place | undefined {
    return this.#history.found;
  }

  moved(how: 'push' | 'replace'): void {
    this.#history[how](this.#now);
  }

  /** A screen back by the browser's own way; false when that is not ours. */
  back(): boolean {
    return this.#history.back();
  }

  /** To this place of the way to a person, or to her own screen, when that is where she came from. */
  backTo(speak: string | undefined): boolean {
    return this.#history.backTo({ ...this.#now, speak });
  }

  get #now(): Place {
    return { screen: this.#host.place, speak: this.#host.speak.place };
  }

  #restore({ screen, speak }: Place): void {
    const host = this.#host;
    host.speak.restore(speak);
    this.#open(screen);
    host.screenChanged('restored');
    // Where she may not go, the entry says where she is.
    if (host.place !== screen || host.speak.place !== speak) this.moved('replace');
  }

  /** Two of one kind on one page have each their own places. */
  #nameOnPage(): string {
    const { localName } = this.#host;
    const alike = [...document.querySelectorAll(localName)].indexOf(this.#host);
    return alike > 0 ? `${localName}.${alike + 1}` : localName;
  }
}
