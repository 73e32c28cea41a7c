import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Texts } from '../texts.ts';
import { screenHeading } from './screen-parts.ts';

/** Another tab has this draft. */
export const elsewhereScreen = ({ t }: Texts, here: () => void): TemplateResult =>
  html`${screenHeading(t('frame:elsewhere.title'), t('frame:elsewhere.text'))}
    <div class="actions">
      <button type="button" class="button primary" @click=${here}>
        ${t('frame:elsewhere.here')}
      </button>
    </div>`;
