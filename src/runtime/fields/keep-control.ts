import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { isKept, keepThisTab } from '../storage/tab.ts';
import type { Texts } from '../texts.ts';

/** "Dit is mijn eigen telefoon of computer. Bewaar wat ik invul." */
export const keepControl = ({
  texts,
  requestUpdate,
}: {
  texts: Texts;
  requestUpdate: () => void;
}): TemplateResult =>
  html`<label class="option no-print">
    <input
      type="checkbox"
      .checked=${isKept()}
      @change=${(event: Event) => {
        keepThisTab((event.target as HTMLInputElement).checked);
        requestUpdate();
      }}
    />
    <span>${texts.t('frame:keep.label')}<small>${texts.t('frame:keep.hint')}</small></span>
  </label>`;
