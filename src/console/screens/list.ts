import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReportLine } from '../../contract/staff.ts';
import type { ConsoleApp } from '../app.ts';
import { isDutch, languageName, when } from '../format.ts';
import { writeRoute } from '../route.ts';
import { t } from '../texts.ts';
import { dotted } from './dotted.ts';
import { statusWord, urgencyBadge } from './badge.ts';
import { empty, failed, loading } from './states.ts';

/** The reports, or what was found of them. */
export function listPane(app: ConsoleApp): TemplateResult {
  const { reports } = app.work;
  const { shown, items, moreFailed } = reports.shown;
  const body = (): TemplateResult => {
    if (shown.failed && !shown.value)
      return failed('fault.list', shown.failed, () => reports.shown.load());
    if (!shown.value) return loading();
    if (!items.length)
      return reports.found ? nothingFound() : empty('list.empty', 'list.empty.help');
    return html`<ul class="lines">
      ${repeat(
        items,
        ({ id }) => id,
        (line) => html`<li>${reportLink(app, line, true)}</li>`,
      )}
    </ul>`;
  };
  return html`
    <h1 id="list-title" tabindex="-1">${heading(app)}</h1>
    ${
      reports.found
        ? html`<p class="searched">${t('search.for', { search: reports.search })}</p>
            <button class="button" type="button" @click=${() => clear(app)}>
              ${t('search.clear')}
            </button>`
        : nothing
    }
    ${
      reports.found
        ? nothing
        : html`<p class="to-figures">
            <a href=${writeRoute({ screen: 'figures', association: app.route.association })}
              >${t('title.figures')}</a
            >
          </p>`
    }
    ${waiting(app)} ${body()}
    ${
      shown.failed && shown.value
        ? failed('fault.list', shown.failed, () => reports.shown.load())
        : nothing
    }
    ${
      shown.value?.next
        ? html`<button class="button" type="button" @click=${() => void more(app)}>
              ${t(shown.busy ? 'loading' : 'list.more')}
            </button>
            ${moreFailed ? html`<p class="error" role="alert">${t('fault.more')}</p>` : nothing}`
        : nothing
    }
  `;
}

function heading({ work: { reports } }: ConsoleApp): string {
  const { found } = reports;
  if (!found) return t('title.reports');
  if (!found.shown.value) return t('search.title');
  return found.items.length ? t('search.results', { count: found.items.length }) : t('search.none');
}

/** On with the first of what came: the button may be gone, and it is where she was. */
async function more(app: ConsoleApp): Promise<void> {
  const [first, ...rest] = (await app.work.reports.shown.more()) ?? [];
  if (!first) return;
  app.focusOn(`line-${first.id}`);
  app.announce(t('list.more.said', { count: rest.length + 1 }));
}

function clear(app: ConsoleApp): void {
  app.work.reports.clear();
  app.focusOn('list-title');
}

/** New reports do not push away what she reads: she asks for them. Their place is always there. */
function waiting(app: ConsoleApp): TemplateResult {
  const { reports } = app.work;
  const count = reports.list.waiting.length;
  if (!count) return html`<p class="waiting-place quiet">${t('list.live')}</p>`;
  const show = async () => {
    const first = await reports.showWaiting();
    app.focusOn(first ? `line-${first}` : 'list-title');
  };
  return html`<button class="button waiting" type="button" @click=${() => void show()}>
    ${t('list.waiting', { count })}
  </button>`;
}

const nothingFound = (): TemplateResult => html`
  <div class="empty">
    <p>${t('search.none.help')}</p>
    <ul>
      <li>${t('search.none.reference')}</li>
      <li>${t('search.none.phone')}</li>
      <li>${t('search.none.address')}</li>
    </ul>
  </div>
`;

/** One report as a link: in the list, and among those at the same address. */
export function reportLink(app: ConsoleApp, line: ReportLine, inList = false): TemplateResult {
  const { route } = app;
  const open = route.screen === 'reports' && route.report === line.id;
  const facts = [
    when(line.receivedAt),
    isDutch(line.language) ? '' : languageName(line.language),
    line.photos ? t('list.photos', { count: line.photos }) : '',
    line.mergedInto ? t('list.merged-into', { reference: line.mergedInto.reference }) : '',
    line.merged ? t('list.merged', { count: line.merged }) : '',
    line.spoken ? t('list.spoken') : '',
  ].filter(Boolean);
  return html`<a
    class="line"
    id=${inList ? `line-${line.id}` : nothing}
    href=${writeRoute({ screen: 'reports', association: route.association, report: line.id })}
    aria-current=${open ? 'true' : nothing}
  >
    <span class="marks">${urgencyBadge(line.urgency)} ${statusWord(line)}</span>
    <span class="what" dir="auto">${line.what}</span>
    <span class="where"
      >${dotted([
        ...(line.who ? [html`<bdi class="who-called">${line.who}</bdi>`] : []),
        html`<bdi>${line.where}</bdi>`,
      ])}</span
    >
    <span class="facts">${dotted(facts)}</span>
  </a>`;
}
