import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Texts } from './texts.ts';

/** Something is on its way; `slow` says that waiting takes long. */
export const loadingScreen = (texts: Texts, slow: boolean): TemplateResult => html`
  <p class="notice" role="status">${texts.t(slow ? 'frame:loading.slow' : 'frame:loading')}</p>
`;
