import { pathOf, type Endpoint } from '../contract/endpoints.ts';
import type { TestDesk } from './testing.ts';

/** Somebody on the plain pages, as a browser without a script would be: fills in, presses, reads. */
export class PlainVisitor {
  html = '';
  status = 0;
  url: string;
  readonly #desk: TestDesk;

  constructor(desk: TestDesk, endpoint: Endpoint = 'plainRepair', association = 'delinde') {
    this.#desk = desk;
    this.url = pathOf(endpoint, { association });
  }

  async open(query = ''): Promise<this> {
    return this.#take(await fetch(this.#desk.origin + this.url + query));
  }

  get heading(): string {
    return this.text(/<h1>([\s\S]*?)<\/h1>/.exec(this.html)?.[1] ?? '');
  }

  /** The page as it is read: no tags, no entities. */
  get words(): string {
    return this.text(this.html.replace(/[\s\S]*<body>/, ''));
  }

  text(html: string): string {
    return html
      .replace(/<[^>]+>/g, ' ')
      .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Values of a control of this name, as they stand on the page: chosen, typed or hidden. */
  value(name: string): string | undefined {
    return this.#fields().find(([each]) => each === name)?.[1];
  }

  /** Labels of the choices of this name. */
  choices(name: string): string[] {
    return [...this.html.matchAll(/<input\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => attribute(tag, 'name') === name)
      .map((tag) => attribute(tag, 'value') ?? '');
  }

  /**
   * Presses a button of the form, with these fields filled in over what stands there.
   * @param button its value, "next" when left out; or `[name, value]` of one that has another name
   */
  async press(
    fields: Readonly<Record<string, string | readonly string[] | readonly File[]>> = {},
    button: string | readonly [string, string] = 'next',
    url = this.#action(),
  ): Promise<this> {
    const [name, value] = typeof button === 'string' ? ['do', button] : button;
    const form = new FormData();
    for (const [each, text] of this.#fields()) if (!(each in fields)) form.append(each, text);
    for (const [each, texts] of Object.entries(fields))
      for (const text of [texts].flat()) form.append(each, text);
    form.append(name, value);
    const multipart = /enctype="multipart/.test(this.html);
    const body = multipart ? form : new URLSearchParams([...form] as [string, string][]);
    return this.#take(await fetch(this.#desk.origin + url, { method: 'POST', body }));
  }

  async #take(answer: Response): Promise<this> {
    this.status = answer.status;
    this.html = await answer.text();
    return this;
  }

  #action(): string {
    return unescape(/<form[^>]*id="form"[^>]*action="([^"]*)"/.exec(this.html)?.[1] ?? this.url);
  }

  /** What the browser would send of the form as it stands. */
  #fields(): [string, string][] {
    const form = /<form[^>]*id="form"[\s\S]*?<\/form>/.exec(this.html)?.[0] ?? '';
    const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
      const type = attribute(tag, 'type');
      const tick = type === 'radio' || type === 'checkbox';
      if (type === 'file' || (tick && !/\schecked/.test(tag))) return [];
      return [[attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']];
    });
    const texts = [...form.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea/g)].map(
      ([, tag = '', text = '']): [string, string] => [attribute(tag, 'name') ?? '', unescape(text)],
    );
    return [...inputs, ...texts];
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescape(found);
};
