import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Programs that a test starts beside itself. Whatever ends this process, none of them is left behind.
 */

const ended = (child) => child.exitCode !== null || child.signalCode !== null;

/** @param {import('node:child_process').SpawnOptions} options */
export function startProgram(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'ignore', ...options });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  child.once('error', (error) => (child.failed = error));
  return child;
}

/** Asks it to end, and does not ask twice. */
export async function endProgram(child) {
  if (!child?.pid || ended(child)) return;
  const gone = once(child, 'exit');
  child.kill();
  const late = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(late);
}

/**
 * The first line that a program writes to its file descriptor 3.
 * @throws when it ends before it has said anything
 */
export function firstLine(child) {
  return new Promise((resolve, reject) => {
    child.stdio[3].once('data', (bytes) => resolve(String(bytes).trim()));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${child.spawnfile} ended with ${code} before it began`)),
    );
  });
}

/** A screen that nobody sees, on a display number that is free. */
export async function startScreen(size = '1280x1024x24', env = process.env) {
  const child = startProgram(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'],
    { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  return { child, display: `:${await firstLine(child)}` };
}
