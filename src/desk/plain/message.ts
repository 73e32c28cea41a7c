import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { LIMITS } from '../../contract/checks.ts';
import { pathOf } from '../../contract/endpoints.ts';
import type { FieldError } from '../../contract/questionnaire.ts';
import { textField } from './fields.ts';
import { actionOf, FORM, inWords, wholePage, type Html, type PlainPage } from './page.ts';

/** "Stuur een bericht": a page of its own. What was filled in of the report rides along. */
export interface MessageState {
  text: string;
  name: string;
  reach: string;
  /** Makes a second "Verstuur" harmless. */
  key: string;
  /** The screen she came from: "photos". */
  from: string;
  /** The hidden state of the report, as it came. */
  report: string;
  errors: readonly FieldError[];
}

export const freshMessage = (): MessageState => ({
  text: '',
  name: '',
  reach: '',
  key: randomUUID(),
  from: 'start',
  report: '',
  errors: [],
});

/** Back to the report, with all that was filled in. */
const goBack = (page: PlainPage, { report }: MessageState): Html => {
  const action = pathOf('plainRepair', { association: page.profile.id }) + inWords(page);
  return html`<form method="post" action="${action}">
    <input type="hidden" name="state" value="${report}" />
    <button class="link back" name="do" value="stay">
      <span class="mirrored" aria-hidden="true">‹</span> ${page.say('frame:speak.return')}
    </button>
  </form>`;
};

export function messagePage(page: PlainPage, state: MessageState): Html {
  const { say, words } = page;
  const label = (field: string) => `frame:message.${field}.label`;
  const sentence = ({ field, code }: FieldError) =>
    words.t(`frame:error.${code}`, { label: words.t(label(field)) });
  const errorOf = (field: string) => {
    const error = state.errors.find((each) => each.field === field);
    return error && sentence(error);
  };
  const field = (name: 'text' | 'name' | 'reach') => ({
    page,
    id: name,
    name,
    label: say(label(name)),
    value: state[name],
    error: errorOf(name),
  });
  const main = html`${goBack(page, state)}
    <form id="${FORM}" method="post" action="${actionOf(page)}" novalidate>
      <input type="hidden" name="report" value="${state.report}" />
      <input type="hidden" name="key" value="${state.key}" />
      <input type="hidden" name="from" value="${state.from}" />
      <h1>${say('frame:message.title')}</h1>
      ${
        state.errors.length
          ? html`<div class="summary" role="group" aria-labelledby="errors" tabindex="-1" autofocus>
              <h2 id="errors">${say('frame:errors.title', { count: state.errors.length })}</h2>
              <ul>
                ${state.errors.map(
                  (error) => html`<li><a href="#${error.field}">${sentence(error)}</a></li>`,
                )}
              </ul>
            </div>`
          : ''
      }
      ${textField({ ...field('text'), kind: 'long', limit: LIMITS.story })}
      ${textField({
        ...field('name'),
        kind: 'text',
        limit: LIMITS.text,
        optional: true,
        autocomplete: 'name',
      })}
      ${textField({
        ...field('reach'),
        kind: 'text',
        limit: LIMITS.email,
        ltr: true,
        why: say('frame:message.reach.why'),
      })}
      <div class="actions">
        <button class="button primary" name="do" value="send">${say('frame:message.send')}</button>
      </div>
    </form>`;
  return wholePage(page, { title: words.t('frame:message.title'), main, place: state.from });
}

export function messageSentPage(page: PlainPage, state: MessageState, reference: string): Html {
  const { say, words } = page;
  const main = html`<h1>${say('frame:message.sent')}</h1>
    <p>${say('frame:message.sent.reference', { reference })}</p>
    ${goBack(page, state)}`;
  return wholePage(page, { title: words.t('frame:message.sent'), main, place: state.from });
}
