import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report } from '../../contract/staff.ts';
import { t } from '../texts.ts';

/** What she said, right under what she wrote; nothing when she did not speak. */
export const voiceCard = ({
  recording,
}: Pick<Report, 'recording'>): TemplateResult | typeof nothing =>
  recording
    ? html`<section class="card" aria-labelledby="voice-title">
        <h3 id="voice-title">${t('voice.title')}</h3>
        <console-voice .recording=${recording}></console-voice>
      </section>`
    : nothing;
