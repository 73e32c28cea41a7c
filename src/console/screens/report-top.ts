import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Report } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { isDutch, languageWords, when } from '../format.ts';
import { t } from '../texts.ts';
import { statusWord, urgencyBadge } from './badge.ts';
import { reachLink } from './reach.ts';

/** What made it this urgent, unless the heading says just that. */
const because = ({ because: reasons, what }: Report): string =>
  new Intl.ListFormat('nl').format(reasons.filter((reason) => !what.startsWith(reason)));

/** What she must know before she says a word: read it in ten seconds. */
export const topBox = (app: ConsoleApp, report: Report): TemplateResult => html`
  <section class="card top ${report.urgency}" aria-labelledby="report-title">
    <div>
      <p class="marks">${urgencyBadge(report.urgency, because(report))} ${statusWord(report)}</p>
      <h2 id="report-title" tabindex="-1" dir="auto">${report.what}</h2>
      <ul class="facts">
        <li class="strong"><bdi>${report.who || t('report.no-name')}</bdi></li>
        <li><bdi>${report.where}</bdi></li>
        <li>
          ${report.reach.kind === 'letter' ? t('report.letter') : reachLink(report.reach.value)}
        </li>
        <li>${t('report.since', { when: when(report.receivedAt) })}</li>
        <li class=${isDutch(report.language) ? '' : 'strong'}>${languageWords(report)}</li>
        <li>${t(`report.channel.${report.channel}`)}</li>
      </ul>
      ${
        report.takenOverIn
          ? html`<p class="note-line">${t('history.taken-over', { in: report.takenOverIn })}</p>`
          : nothing
      }
      ${
        report.notWith.length
          ? html`<p class="note-line">
              ${t('deliveries.not-with', { to: new Intl.ListFormat('nl').format(report.notWith) })}
            </p>`
          : nothing
      }
      ${report.someoneElse ? html`<p class="note-line">${t('report.someone-else')}</p>` : nothing}
    </div>
    <div class="aside">
      <p class="reference">${t('report.reference')}<b>${report.reference}</b></p>
      ${copyButton(app, report)}
    </div>
    ${byHand(app, report)}
  </section>
`;

function copyButton(app: ConsoleApp, report: Report): TemplateResult {
  const copying = app.work.copying.about(report.id);
  const copy = async () => {
    if (!(await copying.copy(report))) app.focusOn('copy-text');
  };
  return html`<button
    class="button copy ${copying.done ? 'done' : ''}"
    type="button"
    @click=${() => void copy()}
  >
    ${t(copying.done ? 'copy.done' : 'copy.go')}
  </button>`;
}

function byHand(app: ConsoleApp, report: Report): TemplateResult | typeof nothing {
  const text = app.work.copying.about(report.id).byHand;
  return text === undefined
    ? nothing
    : html`<div class="by-hand">
        <label for="copy-text">${t('copy.by-hand')}</label>
        <textarea
          id="copy-text"
          rows="8"
          readonly
          dir="auto"
          .value=${text}
          @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
        ></textarea>
      </div>`;
}
