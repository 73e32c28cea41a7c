import { Hono } from 'hono';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Desk } from '../desk.ts';
import { describe } from '../http/describe.ts';
import type { Env } from '../http/env.ts';
import { figuresOf } from '../repositories/figures.ts';

const FIGURES = {
  summary: 'How the queue stands: of reports, never of who did what.',
  answers: { 200: 'Open by urgency, the oldest that waits, and the last seven days.' },
  staff: true,
};

export const staffFiguresRoutes = (desk: Desk) =>
  new Hono<Env>().get(ENDPOINTS.staffFigures, describe(FIGURES), async (c) =>
    c.json(await figuresOf(c.var.profile.id, desk.database.db, desk.now())),
  );
