/**
 * Many files of node:test in one process, one after another: loading the desk takes three seconds of
 * work, and a process for each of its sixty files does so sixty times. Each file is a suite of its own,
 * so that its hooks are its own too. The files come in TEST_GROUP, as a JSON list of paths from the root.
 */
import { AsyncResource } from 'node:async_hooks';
import { after, describe } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './files.mjs';

let turn = Promise.resolve();
for (const path of JSON.parse(process.env.TEST_GROUP ?? '[]')) {
  const before = turn;
  let done;
  turn = new Promise((resolve) => (done = resolve));
  describe(path, async () => {
    // A test belongs to the suite in whose asynchronous scope it is made; awaiting the turn leaves it.
    const suite = new AsyncResource('test file');
    // All suites are built at once and run in turn: every file would start its desk now.
    await before;
    await suite.runInAsyncScope(async () => {
      try {
        await import(pathToFileURL(join(ROOT, path)).href);
        after(done);
      } catch (error) {
        done();
        throw error;
      }
    });
  });
}
