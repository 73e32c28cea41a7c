import { Hono } from 'hono';
import type { Desk } from '../desk.ts';
import { sha256 } from '../hash.ts';
import { demandBearer } from '../http/bearer.ts';
import type { Env } from '../http/env.ts';
import { ProblemError } from '../http/problem.ts';
import type { Gauge } from '../metrics.ts';
import { backlog } from '../repositories/backlog.ts';

/**
 * For Prometheus, with a token of its own; without METRICS_TOKEN there is nothing here. Not open to
 * this machine instead: behind a proxy on the same machine everybody is on this machine.
 */
export const metricsRoutes = (desk: Desk) =>
  new Hono<Env>().get('/metrics', async (c) => {
    c.header('Cache-Control', 'no-store');
    if (!desk.metricsToken) throw new ProblemError('not-found');
    demandBearer(c, [sha256(desk.metricsToken)]);
    const text = desk.metrics.text([...(await waiting(desk)), ...processGauges()]);
    return c.body(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });

async function waiting({ database, now }: Desk): Promise<Gauge[]> {
  const rows = await backlog(database.db);
  const values = (of: (row: (typeof rows)[number]) => number) =>
    rows.map((row) => ({ labels: { what: row.what }, value: of(row) }));
  return [
    {
      name: 'keukentafel_waiting',
      help: 'What waits, of all associations together.',
      values: values(({ count }) => count),
    },
    {
      name: 'keukentafel_waiting_seconds',
      help: 'How long the oldest of it is overdue.',
      values: values(({ since }) => (since ? Math.max(0, (now() - since.getTime()) / 1000) : 0)),
    },
  ];
}

const one = (name: string, help: string, value: number): Gauge => ({
  name,
  help,
  values: [{ labels: {}, value }],
});

function processGauges(): Gauge[] {
  const { user, system } = process.cpuUsage();
  return [
    one('process_cpu_seconds_total', 'Time on the processor.', (user + system) / 1e6),
    one('process_resident_memory_bytes', 'Memory in use.', process.memoryUsage.rss()),
    one(
      'process_start_time_seconds',
      'When it started, since 1970.',
      Math.round(Date.now() / 1000 - process.uptime()),
    ),
  ];
}
