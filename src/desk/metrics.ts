import type { Log, LogLine } from './log.ts';

/**
 * What the desk did, counted from the lines that it logs: of whom or of which association is not in
 * them, and so it is not in here either.
 */
export interface Metrics {
  /** Counts a line, and passes it on. */
  log: Log;
  /** Everything since the start, as Prometheus reads it (text format 0.0.4). */
  text(gauges: readonly Gauge[]): string;
}

/** Something that is so now: how many, or for how long. */
export interface Gauge {
  name: string;
  help: string;
  values: readonly { labels: Labels; value: number }[];
}

type Labels = Readonly<Record<string, string>>;

/** Seconds; a slow photo takes a minute. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60] as const;

export function countLog(passOn: Log): Metrics {
  const events = counter('keukentafel_events_total', 'Lines of the log, by what they say.');
  const requests = counter('keukentafel_requests_total', 'Answered requests.');
  const jobs = counter('keukentafel_jobs_total', 'Jobs that ended.');
  const deliveries = counter('keukentafel_deliveries_total', 'Attempts to pass a report on.');
  const seconds = histogram('keukentafel_request_seconds', 'How long an answer took.');
  const count = ({
    event,
    method = '',
    route = '',
    status,
    ms = 0,
    job = '',
    adapter,
  }: LogLine) => {
    events.add({ event });
    if (event === 'request') {
      requests.add({ method, route, status: String(status) });
      seconds.add({ method, route }, ms / 1000);
    }
    if (event === 'job' || event === 'job-failed')
      jobs.add({ job, outcome: event === 'job' ? 'done' : 'failed' });
    if (event === 'delivered' || event === 'delivery-failed')
      deliveries.add({
        adapter: adapter ?? 'none',
        outcome: event === 'delivered' ? 'delivered' : 'failed',
      });
  };
  return {
    log: (line) => {
      count(line);
      passOn(line);
    },
    text: (gauges) =>
      [events, requests, seconds, jobs, deliveries]
        .map((each) => each.text())
        .concat(gauges.map(gaugeText))
        .join(''),
  };
}

const quoted = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const labelled = (labels: Labels): string => {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${quoted(value)}"`);
  return all.length ? `{${all.join(',')}}` : '';
};

const head = (name: string, help: string, type: string) =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

const gaugeText = ({ name, help, values }: Gauge): string =>
  head(name, help, name.endsWith('_total') ? 'counter' : 'gauge') +
  values.map(({ labels, value }) => `${name}${labelled(labels)} ${value}\n`).join('');

function counter(name: string, help: string) {
  const counts = new Map<string, number>();
  return {
    add: (labels: Labels) => {
      const key = labelled(labels);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    text: () =>
      head(name, help, 'counter') +
      [...counts].map(([labels, value]) => `${name}${labels} ${value}\n`).join(''),
  };
}

function histogram(name: string, help: string) {
  interface Series {
    labels: Labels;
    buckets: number[];
    sum: number;
    count: number;
  }
  const all = new Map<string, Series>();
  const lines = ({ labels, buckets, sum, count }: Series): string =>
    BUCKETS.map((le, at) => {
      const within = labelled({ ...labels, le: String(le) });
      return `${name}_bucket${within} ${buckets[at]}\n`;
    }).join('') +
    `${name}_bucket${labelled({ ...labels, le: '+Inf' })} ${count}\n` +
    `${name}_sum${labelled(labels)} ${sum}\n${name}_count${labelled(labels)} ${count}\n`;
  return {
    add: (labels: Labels, value: number) => {
      const key = labelled(labels);
      const series = all.get(key) ?? { labels, buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
      BUCKETS.forEach((le, at) => (series.buckets[at]! += value <= le ? 1 : 0));
      all.set(key, { ...series, sum: series.sum + value, count: series.count + 1 });
    },
    text: () => head(name, help, 'histogram') + [...all.values()].map(lines).join(''),
  };
}
