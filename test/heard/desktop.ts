import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { endProgram, firstLine, startProgram, startScreen } from '../engines/processes.mjs';

/**
 * A desktop that nobody sees, with the screen reader Orca on it, in Dutch and in a home of its own. What
 * Orca gives to the voice is kept as text: nobody needs a sound card.
 */

/**
 * Orca runs this file of its user at its start. Everything that goes to the voice passes its logger
 * "speech" as "SPEECH OUTPUT: '…'" (Orca 43). No echo of keys: it says what she typed twice.
 */
const CUSTOMISED = `
import json, logging, os
import orca.settings

class Ear(logging.Handler):
    def emit(self, record):
        said = record.getMessage()
        if said.startswith("SPEECH OUTPUT: '"):
            said = said[len("SPEECH OUTPUT: '"):]
            with open(os.environ["ORCA_SAID"], "a") as file:
                file.write(json.dumps(said[:said.rfind("'")]) + "\\n")

logger = logging.getLogger("speech")
logger.setLevel(logging.INFO)
logger.addHandler(Ear())
orca.settings.enableKeyEcho = False
orca.settings.enableBraille = False
orca.settings.enableSound = False
`;

/** A voice that makes no sound. */
const VOICE = `LogLevel 1
CommunicationMethod "unix_socket"
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
DisableAutoSpawn
`;

/** Nothing new was said for so long: she has heard it all. In milliseconds. */
const QUIET = 700;
/** Nothing at all was said in so long, in milliseconds: there was nothing to say, however busy it is. */
const SILENT = 6000;
/** A desktop that takes longer to begin, in milliseconds, never does. */
const STARTS_WITHIN = 30_000;

export class Desktop {
  /** For a browser on it: its profile goes here too. */
  readonly folder = mkdtempSync(join(tmpdir(), 'keukentafel-orca-'));
  /** Environment of every program on it. */
  env: Record<string, string> = {};
  readonly #programs: ChildProcess[] = [];
  readonly #said = join(this.folder, 'said.jsonl');

  /** @throws when the screen reader does not say that it is there */
  static async start(): Promise<Desktop> {
    const desktop = new Desktop();
    try {
      await desktop.#start();
      return desktop;
    } catch (error) {
      await desktop.stop();
      throw error;
    }
  }

  async #start(): Promise<void> {
    const place = (name: string): string => {
      const path = join(this.folder, name);
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return path;
    };
    writeFileSync(this.#said, '');
    writeFileSync(join(place('data/orca'), 'orca-customizations.py'), CUSTOMISED);
    const voice = place('config/speech-dispatcher');
    writeFileSync(join(voice, 'speechd.conf'), VOICE);
    this.env = {
      PATH: process.env['PATH'] ?? '',
      // Orca says its own words in her language, and the browser has the same.
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      LANGUAGE: 'nl',
      HOME: place('home'),
      XDG_RUNTIME_DIR: place('run'),
      XDG_CONFIG_HOME: place('config'),
      XDG_CACHE_HOME: place('cache'),
      XDG_DATA_HOME: place('data'),
      XDG_SESSION_TYPE: 'x11',
      ORCA_SAID: this.#said,
      GSETTINGS_BACKEND: 'memory',
      GTK_USE_PORTAL: '0',
      GNOME_ACCESSIBILITY: '1',
    };
    const screen = await startScreen('1280x1024x24', this.env);
    this.#programs.push(screen.child);
    this.env['DISPLAY'] = screen.display;
    const bus = this.#run('dbus-daemon', ['--session', '--nofork', '--print-address=3'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
    this.#run('openbox', ['--sm-disable']);
    this.#run('/usr/libexec/at-spi-bus-launcher', [
      '--launch-immediately',
      '--a11y=1',
      '--screen-reader=1',
    ]);
    this.#run('speech-dispatcher', ['-s', '-t', '0', '-C', voice]);
    await wait(500);
    this.#run('orca', ['--replace']);
    await this.hears(/./, 0, STARTS_WITHIN);
  }

  #run(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
    const child = startProgram(command, args, { env: this.env, cwd: this.folder, ...options });
    this.#programs.push(child);
    return child;
  }

  /** All that was said since the beginning. */
  said(): string[] {
    const lines = readFileSync(this.#said, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as string);
  }

  /** Keys as the keyboard's own: the screen reader is the first to get them. "Tab", "shift+Tab" */
  press(...keys: readonly string[]): void {
    this.#keyboard('key', '--clearmodifiers', ...keys);
  }

  type(text: string): void {
    this.#keyboard('type', '--delay', '60', text);
  }

  #keyboard(...args: readonly string[]): void {
    execFileSync('xdotool', args, { env: this.env, timeout: 20_000 });
  }

  /**
   * Waits until it has said this after its first `after` utterances, in any number of pieces.
   * @param within milliseconds
   * @throws with what it said instead
   */
  async hears(words: RegExp, after: number, within = 10_000): Promise<void> {
    const end = Date.now() + within;
    for (;;) {
      const heard = this.said().slice(after);
      if (words.test(heard.join(' '))) return;
      if (Date.now() > end) throw new Error(`Not heard: ${words}. Heard: ${JSON.stringify(heard)}`);
      await wait(30);
    }
  }

  /** All that is said because of `act`: until it has been quiet for a while. */
  async heardOf(act: () => Promise<void> | void, quiet = QUIET): Promise<string[]> {
    const before = this.said().length;
    await act();
    let [count, since] = [before, Date.now()];
    for (;;) {
      await wait(30);
      const now = this.said().length;
      if (now !== count) [count, since] = [now, Date.now()];
      if (Date.now() - since > (count > before ? quiet : SILENT)) return this.said().slice(before);
    }
  }

  async stop(): Promise<void> {
    for (const program of this.#programs.toReversed()) await endProgram(program);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
