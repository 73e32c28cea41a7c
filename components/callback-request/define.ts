import { CallbackRequest } from './callback-request.ts';

const tag = 'kt-callback-request';
if (customElements.get(tag)) console.warn(`<${tag}> is defined already; that one is left alone.`);
else customElements.define(tag, CallbackRequest);

declare global {
  interface HTMLElementTagNameMap {
    'kt-callback-request': CallbackRequest;
  }
}
