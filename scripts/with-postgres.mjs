/**
 * Runs a command beside a private PostgreSQL, which the desk's tests then use:
 * `node scripts/with-postgres.mjs node --import tsx --test src/desk/staff.test.ts`.
 */
import './lib/check-node.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { run } from './lib/run.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  const [command, ...args] = process.argv.slice(2);
  const { code } = await withPostgres((url) =>
    run(command, args, { show: true, env: { TEST_DATABASE_URL: url } }),
  );
  process.exitCode = code;
});
