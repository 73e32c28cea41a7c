import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { RepairAnswers } from '../contract/repair-request.ts';
import { keptBy, stateIn, type Exchange, type Recording } from '../../test/fixtures/exchange.ts';
import { receiveRepair } from './reports/receive.ts';
import { projectRoot } from './root.ts';
import { request } from './test-data.ts';
import { startDesk } from './testing.ts';

/**
 * What an older version of the kit and of the plain pages sent, word for word, to the desk of today: a
 * page that was opened before an update can still send, and nothing of it is lost. Recorded by
 * `test/fixtures/record.ts`.
 */

const folder = join(projectRoot(), 'test/fixtures/requests');
const EVERY = 'every-problem.json';

const desk = await startDesk();
after(() => desk.close());
beforeEach(() => desk.empty());

const read = <T>(...path: string[]): T =>
  JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;

/** What has another name at the desk of today: uploads, and photos that came with a plain page. */
type Renamed = Map<string, string>;

const renamed = (text: string, names: Renamed): string =>
  [...names].reduce((so, [then, now]) => so.replaceAll(then, now), text);

async function replay({ method, path, headers, body, answer }: Exchange, names: Renamed) {
  const now = (text: string) =>
    renamed(text.replace('{page}', 'https://www.delinde.example'), names);
  const said = await fetch(desk.origin + now(path), {
    method,
    headers: Object.fromEntries(Object.entries(headers).map(([name, each]) => [name, now(each)])),
    ...(body && { body: 'text' in body ? now(body.text) : Buffer.from(body.base64, 'base64') }),
  });
  const location = said.headers.get('location');
  if (answer.location && location) names.set(answer.location, location);
  const carried = photosIn(stateIn(await said.text()));
  for (const [index, then] of photosIn(answer.state).entries())
    names.set(then, carried[index] ?? 'lost');
  return said.status;
}

const photosIn = (state: string | undefined): readonly string[] =>
  (state && (JSON.parse(state) as { answers: RepairAnswers }).answers.photos) || [];

for (const version of readdirSync(folder))
  describe(`version ${version}`, () => {
    for (const file of readdirSync(join(folder, version)).filter((each) => each !== EVERY)) {
      const { about, exchanges, kept } = read<Recording>(version, file);
      test(`is still heard: ${file}. ${about}`, async () => {
        const names: Renamed = new Map();
        for (const exchange of exchanges)
          assert.equal(
            await replay(exchange, names),
            exchange.answer.status,
            `${exchange.method} ${exchange.path}`,
          );
        const expected = JSON.parse(renamed(JSON.stringify(kept), names)) as typeof kept;
        assert.ok(expected.reports.length + expected.messages.length > 0);
        assert.deepEqual(await keptBy(desk), expected);
      });
    }

    test('may still send every problem that it offered, and every follow-up answer', async () => {
      const { reached, answers } = read<{ reached: RepairAnswers; answers: RepairAnswers[] }>(
        version,
        EVERY,
      );
      const profile = desk.desk.profiles.get('delinde')!;
      assert.ok(answers.length > 100);
      const refused: string[] = [];
      const sent = new Map<string, RepairAnswers>();
      for (const each of answers) {
        const whole = { ...request(), triageVersion: version, answers: { ...reached, ...each } };
        await receiveRepair(desk.desk, profile, whole, randomUUID()).then(
          ({ receipt }) => sent.set(receipt.reference, each),
          () => refused.push(JSON.stringify(each)),
        );
      }
      const rows = await desk.desk.database.db
        .selectFrom('report')
        .select(['reference', 'answers'])
        .execute();
      const lost = rows
        .filter(
          (row) => !isDeepStrictEqual(row.answers, { ...row.answers, ...sent.get(row.reference) }),
        )
        .map(
          (row) => `${JSON.stringify(sent.get(row.reference))} → ${JSON.stringify(row.answers)}`,
        );
      assert.deepEqual([refused.slice(0, 20), refused.length], [[], 0], 'refused');
      assert.deepEqual([lost.slice(0, 20), lost.length], [[], 0], 'lost');
    });
  });
