import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { STATUSES } from '../../contract/staff.ts';
import type { Report } from '../../contract/staff.ts';
import { when } from '../format.ts';
import { t } from '../texts.ts';

type Entry = Report['history'][number];

/** What happened to the report, newest first, and who looked at it. */
export const historyCard = (report: Report): TemplateResult => html`
  <section class="card" aria-labelledby="history-title">
    <h3 id="history-title">${t('history.title')}</h3>
    <ol class="history">
      ${newestFirst(report.history).map(
        (entry) =>
          html`<li class=${entry.kind}>
            <p class="event">${inWords(entry)}</p>
            <p class="quiet">${byLine(entry.by, entry.at)}</p>
          </li>`,
      )}
    </ol>
    ${viewers(report)}
  </section>
`;

const newestFirst = <T extends { at: string }>(entries: readonly T[]): readonly T[] =>
  [...entries].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));

const byLine = (by: string, at: string): string =>
  by ? t('history.by', { by, when: when(at) }) : when(at);

function inWords({ kind, text }: Entry): string {
  if (kind === 'received') return t('history.received');
  if (kind === 'taken-over' || kind === 'by-hand' || kind === 'delivered')
    return t(`history.${kind}`, { in: text });
  if (kind === 'merged' || kind === 'unmerged')
    return t(`history.${kind}`, { reference: text || t('history.erased') });
  const status = kind === 'status' && STATUSES.find((each) => each === text);
  return status ? t('history.status', { status: t(`status.${status}`) }) : text;
}

/** Who saw what of it, newest first: it is for whom it is about, not to count who works how much. */
function viewers({ viewed }: Report): TemplateResult | typeof nothing {
  if (!viewed.length) return nothing;
  const count = new Set(viewed.map(({ by }) => by)).size;
  const lines = newestFirst(viewed).map(({ by, at, act }) =>
    t('viewed.line', { by, act: t(`viewed.act.${act}`), when: when(at) }),
  );
  return html`<details class="viewed">
    <summary>${t('viewed.title', { count })}</summary>
    <ul>
      ${[...new Set(lines)].map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}
