import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MINI_BROWSER, WEBKIT_DRIVER } from '../../scripts/lib/engines.mjs';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { endProgram, startProgram, startScreen } from './processes.mjs';

/**
 * WebKit, Safari's engine, as Debian has it: MiniBrowser, driven by WebKitWebDriver over plain HTTP, on
 * a screen that nobody sees. It is WebKit's engine and not Safari: iOS itself stays untested here.
 */

/** W3C WebDriver, "keyboard actions": code points of keys that write nothing. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

/** Its toolbar is 447 px wide at least: without padding and with tiny words the window may be 320 px. */
const NARROW =
  'window *:not(webview) { padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; font-size: 1px; }\n';

/** A home of its own, so that nobody's settings or desktop take part. */
function homeOf(folder, display) {
  for (const each of ['config/gtk-3.0', 'cache', 'data'])
    mkdirSync(join(folder, each), { recursive: true });
  writeFileSync(join(folder, 'config/gtk-3.0/gtk.css'), NARROW);
  const env = {
    ...process.env,
    DISPLAY: display,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_DATA_HOME: join(folder, 'data'),
    MESA_SHADER_CACHE_DISABLE: 'true',
    NO_AT_BRIDGE: '1',
    GDK_BACKEND: 'x11',
    GTK_USE_PORTAL: '0',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
  delete env.WAYLAND_DISPLAY;
  return env;
}

export class WebKit {
  #folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  #programs = [];
  #settings;
  #address = '';
  #media = {};
  #acting = Promise.resolve();

  /** @param {{ fontSize?: number }} options `fontSize` of a reader who has set another text size, in px */
  static async launch({ fontSize = 16 } = {}) {
    const webkit = new WebKit();
    try {
      await webkit.#start(fontSize);
      return webkit;
    } catch (error) {
      await webkit.close();
      throw error;
    }
  }

  async #start(fontSize) {
    const screen = await startScreen();
    const env = homeOf(this.#folder, screen.display);
    this.#writeSettings();
    this.#settings = startProgram('xsettingsd', ['-c', join(this.#folder, 'xsettings')], { env });
    const port = await freePort();
    const driver = startProgram(WEBKIT_DRIVER, [`--port=${port}`], { env });
    this.#programs = [driver, this.#settings, screen.child];
    const origin = `http://127.0.0.1:${port}`;
    await this.#answers(origin);
    const settings = join(this.#folder, 'websettings');
    writeFileSync(settings, `[websettings]\ndefault-font-size=${fontSize}\n`);
    const args = ['--automation', `--config=${settings}`];
    const capabilities = {
      browserName: 'MiniBrowser',
      pageLoadStrategy: 'normal',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args },
    };
    const { sessionId } = await ask('POST', `${origin}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    this.#address = `${origin}/session/${sessionId}`;
  }

  async #answers(origin) {
    for (let tries = 0; ; tries += 1) {
      const there = await fetch(`${origin}/status`).then(
        () => true,
        () => false,
      );
      if (there) return;
      if (tries > 100) throw new Error('WebKitWebDriver does not answer');
      await wait(50);
    }
  }

  #tell(method, path, body) {
    return ask(method, this.#address + path, body);
  }

  goto(url) {
    return this.#tell('POST', '/url', { url });
  }

  /**
   * A function, or the source of one, in the page; what it returns is awaited and travels as JSON.
   * @throws what the page threw, as text
   */
  async evaluate(work, ...args) {
    const { value, error } = await this.#tell('POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1];
        const given = Array.from(arguments).slice(0, -1);
        Promise.resolve().then(() => (${work})(...given))
          .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error?.stack ?? error) }));`,
      args,
    });
    if (error) throw new Error(error);
    return value;
  }

  async screenshot() {
    return Buffer.from(await this.#tell('GET', '/screenshot'), 'base64');
  }

  /** One after the other, however fast a test asks: two hands at once it refuses. */
  #act(actor) {
    const turn = this.#acting.then(() => this.#tell('POST', '/actions', { actions: [actor] }));
    this.#acting = turn.catch(() => undefined);
    return turn;
  }

  #keys(actions) {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  #pointer(actions) {
    return this.#act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions,
    });
  }

  keyboard = {
    type: (text) =>
      this.#keys(
        [...text].flatMap((character) => {
          const value = character === '\n' ? KEYS.Enter : character;
          return [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ];
        }),
      ),
    press: (combination) => {
      const keys = combination === '+' ? ['+'] : combination.split('+').map(codeOf);
      return this.#keys([
        ...keys.map((value) => ({ type: 'keyDown', value })),
        ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]);
    },
    down: (key) => this.#keys([{ type: 'keyDown', value: codeOf(key) }]),
    up: (key) => this.#keys([{ type: 'keyUp', value: codeOf(key) }]),
  };

  mouse = {
    move: (x, y) => this.#pointer([moveTo(x, y)]),
    click: (x, y, { button = 'left' } = {}) =>
      this.#pointer([
        moveTo(x, y),
        { type: 'pointerDown', button: BUTTONS[button] },
        { type: 'pointerUp', button: BUTTONS[button] },
      ]),
    down: ({ button = 'left' } = {}) =>
      this.#pointer([{ type: 'pointerDown', button: BUTTONS[button] }]),
    up: ({ button = 'left' } = {}) =>
      this.#pointer([{ type: 'pointerUp', button: BUTTONS[button] }]),
  };

  /** Makes the window so large that the page itself is as asked: the toolbar takes its part. */
  async setViewportSize({ width, height }) {
    const inside = () => this.evaluate('() => [innerWidth, innerHeight]');
    for (let tries = 0; tries < 40; tries += 1) {
      const [w, h] = await inside();
      if (w === width && h === height) return;
      // The window answers a little later than it says: asked again too soon, it overshoots.
      if (tries % 10 === 0) {
        const now = await this.#tell('GET', '/window/rect');
        const size = { width: now.width + width - w, height: now.height + height - h };
        await this.#tell('POST', '/window/rect', { x: 0, y: 0, ...size });
      }
      await wait(30);
    }
    throw new Error(`WebKit: the page would not become ${width} × ${height}: ${await inside()}`);
  }

  #writeSettings() {
    const { colorScheme, reducedMotion } = this.#media;
    writeFileSync(
      join(this.#folder, 'xsettings'),
      `Net/ThemeName "${colorScheme === 'dark' ? 'Adwaita-dark' : 'Adwaita'}"\n` +
        `Gtk/EnableAnimations ${reducedMotion === 'reduce' ? 0 : 1}\n`,
    );
  }

  /**
   * Colour scheme and reduced motion, through the desktop's settings. WebKitGTK knows no forced colours:
   * `matchMedia('(forced-colors: active)')` is false whatever the theme.
   */
  async emulateMedia(media) {
    const unknown = Object.keys(media).find(
      (each) => each !== 'colorScheme' && each !== 'reducedMotion',
    );
    if (unknown) throw new Error(`WebKit cannot emulate ${unknown}`);
    const wanted = { ...this.#media, ...media };
    // WebKitGTK 2.50 reads its style sheets again when the colour scheme changes, and not when the
    // motion does: flip the scheme once on the way.
    const flipped = wanted.colorScheme === 'dark' ? 'light' : 'dark';
    if (media.reducedMotion) await this.#applyMedia({ ...wanted, colorScheme: flipped });
    await this.#applyMedia(wanted);
  }

  async #applyMedia(media) {
    this.#media = media;
    this.#writeSettings();
    this.#settings.kill('SIGHUP');
    const { colorScheme = 'light', reducedMotion = 'no-preference' } = media;
    const query = `(prefers-color-scheme: ${colorScheme}) and (prefers-reduced-motion: ${reducedMotion})`;
    for (let tries = 0; tries < 100; tries += 1) {
      if (await this.evaluate('(query) => matchMedia(query).matches', query)) return;
      await wait(20);
    }
    throw new Error(`WebKit: the page does not hear of ${query}`);
  }

  async close() {
    if (this.#address) await this.#tell('DELETE', '').catch(() => undefined);
    for (const program of this.#programs) await endProgram(program);
    // Its helpers end a moment later, and write until then.
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const codeOf = (key) => KEYS[key] ?? key;

const moveTo = (x, y) => ({
  type: 'pointerMove',
  x: Math.round(x),
  y: Math.round(y),
  duration: 0,
});

async function ask(method, url, body) {
  const answer = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(120_000),
  });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
}
