import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { sessionOf } from '../repositories/sessions.ts';
import { sessionCookie } from '../staff/cookie.ts';

/** Proxies close a silent line after 30 to 60 seconds; the console gives it up after 50. */
const HEARTBEAT = 20_000;

const EVENTS = {
  summary: 'Server-sent events: the id of a report or message that came or changed.',
  answers: { 200: 'An event stream.' },
  staff: true,
};

/** Server-sent events: that something changed, never what. */
export const staffEventRoutes = (desk: Desk) =>
  new Hono<Env>().get(ENDPOINTS.staffEvents, describe(EVENTS), (c) => {
    const token = sessionCookie.read(c, desk) ?? '';
    const { id } = c.var.profile;
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => (end = resolve));
      stream.onAbort(end);
      const stop = desk.live.subscribe(id, {
        event: (event) =>
          void stream.writeSSE({ event: event.type, data: JSON.stringify(event) }).catch(end),
        end,
      });
      const beat = setInterval(() => {
        // Signed out, or the day is over: this line ends with the session.
        sessionOf(desk.database.db, token, desk.now())
          .then(async (session) => {
            // An event and no comment: only what the page can hear tells it that the line still lives.
            if (session) await stream.writeSSE({ event: 'beat', data: '' });
            else end();
          })
          .catch(end);
      }, HEARTBEAT);
      await stream.write('retry: 2000\n\n');
      await ended;
      clearInterval(beat);
      stop();
    });
  });
