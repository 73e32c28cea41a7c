import { RepairForm } from './repair-form.ts';

const tag = 'kt-repair-form';
if (customElements.get(tag)) console.warn(`<${tag}> is defined already; that one is left alone.`);
else customElements.define(tag, RepairForm);

declare global {
  interface HTMLElementTagNameMap {
    'kt-repair-form': RepairForm;
  }
}
