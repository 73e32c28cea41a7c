import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ReportLine, Status } from '../../contract/staff.ts';
import { t } from '../texts.ts';

/** How urgent, in a word; the colour only repeats it. */
export const urgencyBadge = (urgency: ReportLine['urgency'], because = ''): TemplateResult =>
  html`<span class="badge ${urgency}"
    >${
      because
        ? t('report.urgency.why', { urgency: t(`urgency.${urgency}`), because })
        : t(`urgency.${urgency}`)
    }</span
  >`;

export const statusWord = (status: Status): TemplateResult =>
  html`<span class="status ${status}">${t(`status.${status}`)}</span>`;
