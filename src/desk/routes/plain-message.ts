import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { association } from '../http/association.ts';
import type { Env } from '../http/env.ts';
import { limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { isUuid } from '../ids.ts';
import { freshMessage, messagePage, messageSentPage, type MessageState } from '../plain/message.ts';
import type { Html, PlainPage } from '../plain/page.ts';
import { textIn, type Posted } from '../plain/read-answers.ts';
import { readState, writeState } from '../plain/state.ts';
import { withPosted } from '../plain/step.ts';
import { toldIn } from '../plain/told.ts';
import { receiveMessage } from '../reports/message.ts';
import { pageOf, plainPages, posted } from './plain.ts';

/** "Stuur een bericht" without a script. */
export function plainMessageRoutes(desk: Desk, limit: RateLimit) {
  const path = ENDPOINTS.plainMessage;
  return (
    new Hono<Env>()
      .use(path, compress(), association(desk), plainPages(desk, 'plainMessage'), limit('page'))
      .get(path, (c) => c.html(messagePage(pageOf(c, desk, 'plainMessage'), freshMessage())))
      // Twice: the message, and the report that rides along in a hidden field.
      .post(path, limitBody(2 * SMALL_BODY), async (c) => {
        const page = pageOf(c, desk, 'plainMessage');
        const form = await posted(c);
        const state = stateIn(form, page);
        return c.html(
          textIn(form, 'do') === 'send' ? await send(desk, page, state) : messagePage(page, state),
        );
      })
  );
}

function stateIn(form: Posted, page: PlainPage): MessageState {
  const fresh = freshMessage();
  const key = textIn(form, 'key') ?? '';
  const from = textIn(form, 'from') ?? '';
  // Straight from the report: what was filled in on that page goes along.
  const report = readState(textIn(form, 'state'));
  return {
    ...fresh,
    text: textIn(form, 'text') ?? '',
    name: textIn(form, 'name') ?? '',
    reach: textIn(form, 'reach') ?? '',
    key: isUuid(key) ? key : fresh.key,
    from: /^[a-z-]{1,40}$/.test(from) ? from : fresh.from,
    report: report
      ? writeState(withPosted(report, form, toldIn(page.words)), [])
      : (textIn(form, 'report') ?? ''),
  };
}

async function send(desk: Desk, page: PlainPage, state: MessageState): Promise<Html> {
  const { text, name, reach } = state;
  const message = {
    text,
    reach,
    ...(name ? { name } : {}),
    language: page.words.language,
    from: `repair-form/${state.from}`,
  };
  try {
    const { receipt } = await receiveMessage(desk, page.profile, message, state.key);
    return messageSentPage(page, state, receipt.reference);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code !== 'key-reused') return messagePage(page, { ...state, errors: error.errors });
    // She went back and wrote something else: that is a message of its own.
    const { key } = freshMessage();
    return send(desk, page, { ...state, key });
  }
}
