/**
 * `npm run bench:desk`: what free times cost and whether a time is ever given twice, on the embedded database
 * and on PostgreSQL. `-- --rounds 20` (200) and `-- --seconds 5` (60) make it short; `-- --write` puts the
 * figures into docs/bench.md. Exits 1 when something falls short.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { withPostgres } from '../scripts/lib/postgres.mjs';
import { main, Refusal, say } from '../scripts/lib/say.mjs';
import { startDesk } from '../src/desk/testing.ts';
import { fillCalendar, NOW } from './desk/calendar.ts';
import { bookForAWhile, claimOne, type Claims, type Minute } from './desk/claiming.ts';
import { BARE, limitOf, measureReading, type Reading } from './desk/reading.ts';
import { writeDocs } from './embed/record.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
  },
});

interface Run {
  database: string;
  readings: Reading[];
  claims: Claims;
  minute: Minute;
}

async function run(database: string, rounds: number, seconds: number): Promise<Run> {
  say(`${database}: 50 people, 10,000 appointments in 30 days …`);
  const desk = await startDesk({ now: () => NOW });
  try {
    await fillCalendar(desk);
    const readings = await measureReading(desk.desk.database.db, rounds);
    say(`${database}: 1,000 claims on one time …`);
    const claims = await claimOne(desk);
    say(`${database}: 200 tenants for ${seconds} s …`);
    const minute = await bookForAWhile(desk, seconds);
    return { database, readings, claims, minute };
  } finally {
    await desk.close();
  }
}

const bareOf = ({ readings }: Run): Reading => readings.find(({ name }) => name === BARE)!;
const ratio = (reading: Reading, run: Run): number => reading.p95 / bareOf(run).p95;

/** Everything that falls short, as sentences. */
const short = (run: Run): string[] => [
  ...run.readings
    .filter((each) => each.name !== BARE && ratio(each, run) > limitOf(each.name))
    .map(
      (each) =>
        `${run.database}: ${each.name} take ${ratio(each, run).toFixed(2)}× the bare select, at most ${limitOf(each.name)}×.`,
    ),
  ...(run.claims.booked === 1 && run.claims.other === 0
    ? []
    : [`${run.database}: of ${run.claims.claims} claims ${run.claims.booked} were booked.`]),
  ...(['lost', 'unasked', 'double', 'wrongDays', 'other'] as const)
    .filter((what) => run.minute[what] > 0)
    .map((what) => `${run.database}: after a minute of booking ${what} is ${run.minute[what]}.`),
];

const ms = (value: number): string => `${value.toFixed(1)} ms`;

function told(runs: readonly Run[], rounds: number): string {
  const names = runs[0]!.readings.map(({ name }) => name);
  const cell = (run: Run, name: string): string => {
    const reading = run.readings.find((each) => each.name === name)!;
    return `${ms(reading.median)} | ${ms(reading.p95)} | ${ratio(reading, run).toFixed(2)}×`;
  };
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} processors, ` +
      `${rounds} rounds in which all take turns.`,
    '',
    row(['', ...runs.flatMap(({ database }) => [database, 'p95', '× bare']), 'at most']),
    row(['', ...runs.flatMap(() => ['', '', '']), ''].map(() => '---')),
    ...names.map((name) =>
      row([
        `${name} (${runs[0]!.readings.find((each) => each.name === name)!.found})`,
        ...runs.map((each) => cell(each, name)),
        name === BARE ? '' : `${limitOf(name).toFixed(1)}×`,
      ]),
    ),
    '',
    row(['', ...runs.map(({ database }) => database)]),
    row(['', ...runs.map(() => '')].map(() => '---')),
    row([
      '1,000 claims on one time: booked, offered others, anything else',
      ...runs.map(({ claims }) => `${claims.booked}, ${claims.alternatives}, ${claims.other}`),
    ]),
    row(['until the last answer', ...runs.map(({ claims }) => ms(claims.took))]),
    row([
      `200 tenants for ${runs[0]!.minute.seconds} s: booked, gone, anything else`,
      ...runs.map(({ minute }) => `${minute.acknowledged}, ${minute.gone}, ${minute.other}`),
    ]),
    row([
      'a full count: lost, not asked for, double, days not right',
      ...runs.map(
        ({ minute }) => `${minute.lost}, ${minute.unasked}, ${minute.double}, ${minute.wrongDays}`,
      ),
    ]),
  ].join('\n');
}

const whole = (text: string, name: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Refusal(`--${name} takes a whole number.`);
  return number;
};

await main(async () => {
  const [rounds, seconds] = [whole(values.rounds, 'rounds'), whole(values.seconds, 'seconds')];
  const runs = [
    await run('PGlite', rounds, seconds),
    await withPostgres(async (url) => {
      process.env['TEST_DATABASE_URL'] = url;
      return run('PostgreSQL', rounds, seconds);
    }),
  ];
  const text = told(runs, rounds);
  say(text);
  if (values.write) say(`Written into ${writeDocs(text, 'desk')}.`);
  const faults = runs.flatMap(short);
  for (const fault of faults) say(fault);
  if (faults.length) process.exitCode = 1;
});
