import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ReportLine } from '../../contract/staff.ts';
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

/** How far it is; of one that was put with another: how far that one is. */
export const statusWord = ({ status, mergedInto }: ReportLine): TemplateResult =>
  mergedInto
    ? html`<span class="status"
        >${t('status.merged', { status: t(`status.${mergedInto.status}`) })}</span
      >`
    : html`<span class="status of-${status}">${t(`status.${status}`)}</span>`;
