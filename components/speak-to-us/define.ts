import { SpeakToUs } from './speak-to-us.ts';

const tag = 'kt-speak-to-us';
if (customElements.get(tag)) console.warn(`<${tag}> is defined already; that one is left alone.`);
else customElements.define(tag, SpeakToUs);

declare global {
  interface HTMLElementTagNameMap {
    'kt-speak-to-us': SpeakToUs;
  }
}
