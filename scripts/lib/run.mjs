import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './files.mjs';

/** A command of an installed package, by its file: no shell, no npx, no warning of npm's. */
export const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string>, cwd?: string }} options `show`: straight to
 *   the terminal, nothing is kept
 * @returns {Promise<{ code: number, output: string }>} standard output and errors, as they came
 */
export const run = (command, args = [], { show = false, env = {}, cwd = ROOT } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
