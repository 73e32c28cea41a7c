import { __Name__ } from './__name__.ts';

const tag = 'kt-__name__';
if (customElements.get(tag)) console.warn(`<${tag}> is defined already; that one is left alone.`);
else customElements.define(tag, __Name__);

declare global {
  interface HTMLElementTagNameMap {
    'kt-__name__': __Name__;
  }
}
