import { LitElement, css, html, nothing, unsafeCSS } from 'lit';
import styles from './form.css?inline';
import type { Row, Words } from './words.ts';

/** Filled in by the build. */
declare const WORDS: Words;

/** The same questions as somebody who knows Lit would write them in an hour: one element, no kit. */
class LitForm extends LitElement {
  static override styles = [
    css`
      ${unsafeCSS(styles)}
    `,
  ];
  static override properties = { danger: { state: true }, someoneElse: { state: true } };

  declare danger: string | undefined;
  declare someoneElse: boolean;

  constructor() {
    super();
    this.someoneElse = false;
  }

  #row({ id, label, hint }: Row, kind: string) {
    return html`<li>
      <button
        class=${kind}
        aria-pressed=${this.danger === id ? 'true' : 'false'}
        @click=${() => (this.danger = id)}
      >
        <strong>${label}</strong>${hint ? html`<small>${hint}</small>` : nothing}
      </button>
    </li>`;
  }

  override render() {
    return html`<main>
        <h1>${WORDS.title}</h1>
        <p>${WORDS.intro}</p>
        <ul>
          ${WORDS.dangers.map((each) => this.#row(each, 'danger'))} ${this.#row(WORDS.none, 'calm')}
        </ul>
        <label>
          <input
            type="checkbox"
            .checked=${this.someoneElse}
            @change=${(event: Event) =>
              (this.someoneElse = (event.target as HTMLInputElement).checked)}
          />
          ${WORDS.someoneElse}
        </label>
      </main>
      <div class="table">
        <a class="button" href="/sent">${WORDS.speak}</a>
        <p><a href="tel:${WORDS.tel}">${WORDS.call}</a></p>
      </div>`;
  }
}

customElements.define('lit-form', LitForm);
