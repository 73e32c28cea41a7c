/** As much of a browser as signing in takes: cookies by origin, and redirects one at a time. */
export class TestBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Every address it was sent to, in order. */
  readonly visited: string[] = [];

  cookie(origin: string, name: string): string | undefined {
    return this.#jar(origin).get(name);
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.#jar(origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const at = pair.indexOf('=');
      const gone = attributes.some((each) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(each));
      if (gone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  /** Goes where it is sent, until something stands there or `stop` says so of the next address. */
  async follow(url: string, stop: (next: string) => boolean = () => false): Promise<Landed> {
    let [next, init]: [string, RequestInit] = [url, {}];
    for (let hops = 0; hops < 20; hops++) {
      if (stop(next)) return { url: next, status: 0, text: '' };
      this.visited.push(next);
      const answer = await this.fetch(next, init);
      const location = answer.headers.get('location');
      const text = await answer.text();
      const form = SELF_SUBMITTING.exec(text)?.[1];
      if (!location && !form) return { url: next, status: answer.status, text };
      init = form ? { method: 'POST', body: fieldsIn(text) } : {};
      next = new URL(location ?? form ?? '', next).href;
    }
    throw new Error('Sent round and round');
  }

  #jar(origin: string): Map<string, string> {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    return jar;
  }
}

/** A page that a provider sends on by a script: its form, with what is hidden in it. */
const SELF_SUBMITTING = /forms\[0\]\.submit[\s\S]*<form method="post" action="([^"]+)"/;
const fieldsIn = (text: string): URLSearchParams =>
  new URLSearchParams(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

export interface Landed {
  url: string;
  /** 0 when it did not go there. */
  status: number;
  text: string;
}
