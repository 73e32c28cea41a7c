import { bytesByType, medianOf } from './figures.ts';
import type { Median } from './figures.ts';
import type { Asked, Load } from './load.ts';
import type { Network } from './networks.ts';
import type { BenchPage } from './pages.ts';

export interface Measured {
  network: Network;
  page: BenchPage;
  loads: readonly Load[];
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time: number): string => `${Math.round(time)} ms`;
const times = (value: number, plain: number): string =>
  plain > 0 ? `${(value / plain).toFixed(2)}×` : '–';

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((cell, column) =>
    Math.max(3, ...[cell, ...rows.map((row) => row[column] ?? '')].map((text) => text.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};

function rowOf(name: string, own: Median, plain: Median): string[] {
  const usable = `${ms(own.usable)} (${Math.round(own.usableFrom)}–${Math.round(own.usableTo)})`;
  return [
    name,
    usable,
    times(own.usable, plain.usable),
    kB(own.bytes),
    times(own.bytes, plain.bytes),
    String(own.requests),
    times(own.requests, plain.requests),
    ms(own.blocking),
    times(own.blocking, plain.blocking),
    own.shift.toFixed(3),
    own.laterBytes ? kB(own.laterBytes) : '–',
  ];
}

const HEAD = [
  'Page',
  'Usable',
  '× plain',
  'Bytes',
  '× plain',
  'Requests',
  '× plain',
  'Blocking',
  '× plain',
  'Shift',
  'After it',
];

/** One table a network; the first page of the list is what the others are divided by. */
export function tables(measured: readonly Measured[]): string {
  const networks = [...new Set(measured.map(({ network }) => network))];
  return networks
    .map((network) => {
      const here = measured.filter((each) => each.network === network);
      const plain = medianOf(here[0]!.loads);
      const rows = here.map(({ page, loads }) => rowOf(page.name, medianOf(loads), plain));
      const line = `${network.down} kbps down, ${network.up} kbps up, ${network.latency} ms`;
      return `### ${network.name} (${line})\n\n${tableOf(HEAD, rows)}`;
    })
    .join('\n\n');
}

const TYPES = ['Document', 'Stylesheet', 'Script'];

/** What the first screen weighs on the wire, by type; the same on every network. */
export function typesTable(measured: readonly Measured[]): string {
  const { network } = measured[0]!;
  const rows = measured
    .filter((each) => each.network === network)
    .map(({ page, loads }) => {
      const types = bytesByType(loads[0]!);
      const other = [...types].filter(([type]) => !TYPES.includes(type));
      return [
        page.name,
        ...TYPES.map((type) => (types.has(type) ? kB(types.get(type)!) : '–')),
        other.length ? other.map(([type, bytes]) => `${type} ${kB(bytes)}`).join(', ') : '–',
      ];
    });
  return tableOf(['Page', 'HTML', 'CSS', 'Scripts and texts', 'Other'], rows);
}

const nameOf = (url: string): string => new URL(url).pathname;

/** Every request of one visit, in order, against the moment the first screen was there. */
export function waterfall({ page, network, loads }: Measured): string {
  const { requests, usable } = loads[0]!;
  const row = ({ url, priority, start, answered, end, bytes }: Asked) => [
    nameOf(url),
    priority,
    ms(start),
    ms(answered),
    ms(end),
    kB(bytes),
    start < usable ? '' : 'after it',
  ];
  const head = ['File', 'Priority', 'Asked', 'Answered', 'There', 'Bytes', ''];
  const title = `${page.name}, ${network.name}: usable after ${ms(usable)}`;
  return `${title}\n\n${tableOf(head, requests.map(row))}`;
}
