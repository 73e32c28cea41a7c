import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import {
  CallbackAskSchema,
  CallbackChangeSchema,
  CallbackOfferSchema,
  CallbackReceiptSchema,
  CallbackSchema,
  CallbackViewSchema,
  type CallbackAccess,
} from '../../contract/callback.ts';
import { CALLBACK_TOPICS, CALLBACK_WHEN } from '../../contract/callback-choices.ts';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { cancelOwn, changeOwn, openOwn, viewOf } from '../callbacks/own.ts';
import { offerFor } from '../callbacks/queue.ts';
import { receiveCallback } from '../callbacks/receive.ts';
import type { Desk } from '../desk.ts';
import { profileOrigins } from '../http/cors.ts';
import { describe, type Description } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { guessLimiter } from '../http/guess-limit.ts';
import { keyOf } from '../http/idempotency-key.ts';
import { jsonBody, limitBody, SMALL_BODY } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { RateLimit } from '../http/rate-limit.ts';

const REFUSALS = ['bad-request', 'wrong-answers', 'wrong-origin', 'too-large'] as const;

const OFFER: Description = {
  summary: 'When we would call, were it asked now. Changes nothing and keeps no place.',
  query: { topic: CALLBACK_TOPICS.join(', '), when: CALLBACK_WHEN.join(', ') },
  answers: { 200: CallbackOfferSchema },
  problems: ['bad-request', 'wrong-origin'],
};
const ASK: Description = {
  summary:
    'Ask to be called. Sent again under the same key, the same receipt is answered with 200.',
  body: CallbackSchema,
  answers: { 201: CallbackReceiptSchema, 200: CallbackReceiptSchema },
  problems: [...REFUSALS, 'key-reused'],
  key: true,
};
const STATE: Description = {
  summary:
    'How far it is, by its link or by its reference and the phone number. What is unknown and what is wrong are answered alike.',
  body: CallbackAskSchema,
  answers: { 200: CallbackViewSchema },
  problems: ['bad-request', 'wrong-origin'],
};
const CHANGED: Description = {
  summary: 'Change it. Another topic or wish gives another time.',
  body: CallbackChangeSchema,
  answers: { 200: CallbackViewSchema },
  problems: [...REFUSALS, 'no-longer'],
};
const CANCELLED: Description = {
  summary: 'Cancel it.',
  body: CallbackAskSchema,
  answers: { 200: CallbackViewSchema },
  problems: ['bad-request', 'wrong-origin', 'no-longer'],
};

const WishSchema = v.object({
  topic: v.picklist(CALLBACK_TOPICS),
  when: v.optional(v.picklist(CALLBACK_WHEN), 'any'),
});

/** "Wij bellen u", for a tenant's page and for who comes back by the link. */
export function callbackRoutes(desk: Desk, limit: RateLimit) {
  const guesses = guessLimiter(desk.trustedProxies, desk.now);
  const guards = [profileOrigins(desk), limit('send'), limitBody(SMALL_BODY)] as const;
  /** A link cannot be guessed; what stands on paper can. */
  const guarded = <T>(c: Context<Env>, access: CallbackAccess, open: () => Promise<T>) =>
    'reference' in access ? guesses.tried(c, access.reference, open) : open();
  return new Hono<Env>()
    .use(ENDPOINTS.callbackPromise, profileOrigins(desk), limit('page'))
    .use(ENDPOINTS.callbacks, ...guards)
    .use(ENDPOINTS.callbackState, ...guards)
    .use(ENDPOINTS.callbackChanged, ...guards)
    .use(ENDPOINTS.callbackCancelled, ...guards)
    .get(ENDPOINTS.callbackPromise, describe(OFFER), async (c) => {
      c.header('Cache-Control', 'no-store');
      const wish = v.safeParse(WishSchema, c.req.query());
      if (!wish.success) throw new ProblemError('bad-request');
      const asked = { ...wish.output, now: desk.now() };
      return c.json(await offerFor(c.var.profile, desk.database.db, asked));
    })
    .post(ENDPOINTS.callbacks, describe(ASK), async (c) => {
      c.header('Cache-Control', 'no-store');
      const key = keyOf(c);
      const asked = await jsonBody(c, CallbackSchema);
      const { receipt, again } = await receiveCallback(desk, c.var.profile, asked, key);
      return c.json(receipt, again ? 200 : 201);
    })
    .post(ENDPOINTS.callbackState, describe(STATE), async (c) => {
      c.header('Cache-Control', 'no-store');
      const { access } = await jsonBody(c, CallbackAskSchema);
      const row = await guarded(c, access, () => openOwn(desk, c.var.profile, access));
      return c.json(viewOf(desk, c.var.profile, row));
    })
    .post(ENDPOINTS.callbackChanged, describe(CHANGED), async (c) => {
      c.header('Cache-Control', 'no-store');
      const change = await jsonBody(c, CallbackChangeSchema);
      const changed = () => changeOwn(desk, c.var.profile, change);
      return c.json(await guarded(c, change.access, changed));
    })
    .post(ENDPOINTS.callbackCancelled, describe(CANCELLED), async (c) => {
      c.header('Cache-Control', 'no-store');
      const { access } = await jsonBody(c, CallbackAskSchema);
      const cancelled = () => cancelOwn(desk, c.var.profile, access);
      return c.json(await guarded(c, access, cancelled));
    });
}
