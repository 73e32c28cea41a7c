import { Hono } from 'hono';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { repairQuestions, repairQuestionsFor } from '../../../components/repair-form/questions.ts';
import { LIMITS } from '../../contract/checks.ts';
import { ENDPOINTS, pathOf, type Endpoint } from '../../contract/endpoints.ts';
import { TRIAGE_VERSION } from '../../contract/triage/tree.ts';
import type { Desk } from '../desk.ts';
import { association } from '../http/association.ts';
import type { Env } from '../http/env.ts';
import { PLAIN_POLICY } from '../http/headers.ts';
import { limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { readable } from '../http/readable.ts';
import { addPhotos, removePhoto } from '../plain/add-photos.ts';
import { faultPage, SENT, sentBeforePage, sentPage, solvedPage } from '../plain/ends.ts';
import { type Html, type PlainPage } from '../plain/page.ts';
import { PHOTO_FILES } from '../plain/photos.ts';
import { textIn, type Posted } from '../plain/read-answers.ts';
import { sayer } from '../plain/say.ts';
import { screenPage } from '../plain/screens.ts';
import { freshState, readState, type PlainState } from '../plain/state.ts';
import { step } from '../plain/step.ts';
import { toldIn } from '../plain/told.ts';
import { publicProfile } from '../public-profile.ts';
import { receiveRepair } from '../reports/receive.ts';
import { settingsOf } from '../triage-settings.ts';
import { RULES } from '../uploads/admit.ts';

/** The repair form as pages without a script: for old phones, strict browsers and the day JS fails. */

/** Five photos of the largest size, and the rest of the form. */
const LARGEST_FORM = LIMITS.photos * RULES.photo.largest + SMALL_BODY;

export function pageOf(c: Context<Env>, desk: Desk, endpoint: Endpoint): PlainPage {
  const { profile } = c.var;
  const words = desk.texts(profile, c.req.query('taal') ?? 'nl');
  const besideDutch = c.req.query('erbij') === 'nl';
  return {
    profile,
    open: publicProfile(profile, desk.now(), desk.outages.of(profile)),
    now: desk.now(),
    words,
    say: sayer(words, desk.texts(profile, 'nl'), { besideDutch }),
    besideDutch,
    path: pathOf(endpoint, { association: profile.id }),
  };
}

/**
 * Every plain page. Not `no-store`: with it the browser's back button asks whether to send the form
 * again; what is kept is this browser's alone.
 */
export const plainPages = (desk: Desk, endpoint: Endpoint) =>
  createMiddleware<Env>(async (c, next) => {
    c.header('Content-Security-Policy', PLAIN_POLICY);
    c.header('Cache-Control', 'private, no-cache');
    c.header('Vary', 'Accept-Encoding');
    await next();
    const { error } = c;
    if (!error || (error instanceof ProblemError && error.code === 'not-found')) return;
    const busy = error instanceof ProblemError && error.code === 'too-many-requests';
    const { status, headers } = c.res;
    c.res = await c.html(faultPage(pageOf(c, desk, endpoint), busy), status as 500);
    const wait = headers.get('Retry-After');
    if (wait) c.res.headers.set('Retry-After', wait);
  });

/**
 * Every value under its name, in order; files too.
 * @throws {ProblemError} `bad-request` for what no form of a browser sends
 */
export async function posted(c: Context<Env>): Promise<Posted> {
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw new ProblemError('bad-request');
  });
  return new Map(
    Object.entries(body).map(([name, values]) => [
      name,
      [values].flat().map((each) => (typeof each === 'string' ? readable(each) : each)),
    ]),
  );
}

export function plainRepairRoutes(desk: Desk, limit: RateLimit) {
  const path = ENDPOINTS.plainRepair;
  return new Hono<Env>()
    .use(path, compress(), association(desk), plainPages(desk, 'plainRepair'), limit('page'))
    .get(path, (c) => c.html(screenPage(pageOf(c, desk, 'plainRepair'), { state: freshState() })))
    .post(path, limitBody(LARGEST_FORM), async (c) => {
      const form = await posted(c);
      return c.html(await answerPost(desk, pageOf(c, desk, 'plainRepair'), form));
    });
}

async function answerPost(desk: Desk, page: PlainPage, form: Posted): Promise<Html> {
  const before = readState(textIn(form, 'state'));
  if (!before) return screenPage(page, { state: freshState() });
  const sentIn = textIn(form, SENT);
  if (sentIn) return send(desk, page, before, sentIn);
  const files = (form.get(PHOTO_FILES) ?? []).filter((each) => each instanceof File);
  const added = await addPhotos(desk, page.profile, before, files);
  const questions = repairQuestionsFor(settingsOf(page.profile));
  const done = step(added.state, form, toldIn(page.words), questions);
  switch (done.kind) {
    case 'show':
      // A photo that could not be read keeps her where she can choose another.
      return added.notice
        ? screenPage(page, { state: added.state, notice: added.notice })
        : screenPage(page, done.shown);
    case 'add-photos':
      return screenPage(page, { state: done.state, notice: added.notice });
    case 'remove-photo': {
      const state = await removePhoto(desk, page.profile, done.state, done.photo);
      return screenPage(page, { state });
    }
    case 'solved':
      return solvedPage(page, done.state);
    case 'send':
      return send(desk, page, done.state, page.words.language);
  }
}

async function send(
  desk: Desk,
  page: PlainPage,
  state: PlainState,
  language: string,
): Promise<Html> {
  try {
    const request = {
      draft: state.draft,
      questionnaireVersion: repairQuestions.version,
      triageVersion: TRIAGE_VERSION,
      language: desk.texts(page.profile, language).language,
      answers: state.answers,
    };
    const came = { channel: 'plain' } as const;
    const { receipt } = await receiveRepair(desk, page.profile, request, state.key, came);
    return sentPage(page, receipt, { state, language });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'key-reused') return sentBeforePage(page);
    return screenPage(page, { state, errors: error.errors });
  }
}
