import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Desk } from '../desk.ts';
import type { Env } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';

/** For whoever runs the desk: is the process alive, and can it do its work? */
export const healthRoutes = (desk: Desk) =>
  new Hono<Env>()
    .get('/health/live', (c) => c.json({ status: 'ok' }))
    .get('/health/ready', async (c) => {
      try {
        await sql`select 1`.execute(desk.database.db);
      } catch {
        throw new ProblemError('not-ready');
      }
      if (!desk.jobs.running()) throw new ProblemError('not-ready');
      return c.json({ status: 'ok' });
    });
