import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface ToggleField {
  id: string;
  label: string;
  hint?: string;
  checked: boolean;
  change: (checked: boolean) => void;
}

/** One thing that is so or not said. */
export const toggleField = ({ id, label, hint, checked, change }: ToggleField): TemplateResult =>
  html`<label class="option alone no-print" part="field">
    <input
      id=${id}
      type="checkbox"
      .checked=${checked}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}${hint ? html`<small>${hint}</small>` : nothing}</span>
  </label>`;
