import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './files.mjs';

/** A command of an installed package, by its file: no shell, no npx, no warning of npm's. */
export const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

/** How long a pipe may stay open after the command itself has ended, ms: a child of it may hold it. */
const AFTERMATH = 3000;

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string>, cwd?: string, minutes?: number }} options
 *   `show`: straight to the terminal, nothing is kept; `minutes`: then it and all that it started are
 *   ended, and the code is 1
 * @returns {Promise<{ code: number, output: string }>} standard output and errors, as they came
 */
export const run = (command, args = [], { show = false, env = {}, cwd = ROOT, minutes } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      detached: minutes !== undefined,
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const limit = minutes === undefined ? undefined : new Limit(child, minutes);
    const done = (code) => {
      output += limit?.end() ?? '';
      resolve({ code: code ?? 1, output });
    };
    child.on('error', (error) => {
      output = `${command}: ${error.message}`;
      done(1);
    });
    child.on('exit', (code) => setTimeout(done, AFTERMATH, code).unref());
    child.on('close', done);
  });

/** A command that may not go on for ever, in a process group of its own: all of it ends together. */
class Limit {
  #child;
  #said = '';
  #timer;
  #endGroup = () => {
    try {
      process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // All of it has ended already, or it never began.
    }
  };

  constructor(child, minutes) {
    this.#child = child;
    this.#timer = setTimeout(() => {
      this.#said = `\nEnded: it was not ready after ${minutes} minutes.\n`;
      this.#endGroup();
    }, minutes * 60_000);
    process.once('exit', this.#endGroup);
  }

  /** Ends what it left running too. @returns what is to be said of it */
  end() {
    clearTimeout(this.#timer);
    process.off('exit', this.#endGroup);
    this.#endGroup();
    return this.#said;
  }
}
