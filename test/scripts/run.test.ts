import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../scripts/lib/run.mjs';

const sh = (script: string, minutes: number) => run('sh', ['-c', script], { minutes });
const isRunning = (pid: string): boolean => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

/** Ends when it is so; the test's own time limit says when it never is. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a command with a limit', () => {
  it('that hangs is ended with all that it started, and shows what it had said', async () => {
    const { code, output } = await sh('echo begun; sleep 600 & echo $!; wait', 0.01);
    const [begun, pid] = output.split('\n');
    assert.equal(code, 1);
    assert.equal(begun, 'begun');
    assert.match(output, /not ready after 0\.01 minutes/);
    await until(() => !isRunning(pid!));
  });

  it('is over when it has ended, though a child of it still holds its output', async () => {
    const { code, output } = await sh('sleep 600 & echo $!', 5);
    assert.equal(code, 0);
    await until(() => !isRunning(output.trim()));
  });

  it('that is ready in time is left as it is', async () => {
    assert.deepEqual(await sh('echo ready; exit 3', 5), { code: 3, output: 'ready\n' });
  });
});
