import { expect } from '@open-wc/testing';
import { mendAll, withoutDatabase, withoutWaiting } from '../../../test/browser/broken.ts';
import { askDesk, newDesk, problem, tellDesk } from '../../../test/browser/small-desk.ts';
import type { Answer } from '../../../test/browser/small-desk.ts';
import { waitUntil } from '../../../test/browser/until.ts';
import { Refused } from '../desk-client.ts';
import { uuid } from '../ids.ts';
import { pause } from '../pause.ts';
import { outboxOf } from './outbox.ts';

afterEach(mendAll);

/** The device comes online: the next try does not wait. */
const online = (): boolean => dispatchEvent(new Event('online'));

interface Sent {
  receipt: Promise<unknown>;
  /** How often it did not reach the desk. */
  waited: () => number;
}

/** Sends; every wait is cut short, so that no test hangs on a pause. */
function send(origin: string, key: string, body: unknown, signal?: AbortSignal): Sent {
  let waits = 0;
  const receipt = outboxOf({ origin, association: 'delinde' }).deliver(key, 'messages', body, {
    signal,
    waiting: () => {
      waits += 1;
      setTimeout(online);
    },
  });
  return { receipt, waited: () => waits };
}

describe('a pressed Send', () => {
  let desk: string;
  const answers = (...all: Answer[]) => tellDesk({ answers: all });
  beforeEach(async () => {
    sessionStorage.clear();
    desk = await newDesk();
  });

  it('is answered with a receipt', async () => {
    const key = uuid();
    const { receipt } = send(desk, key, { text: 'Dag' });
    expect(await receipt).to.include({ reference: 'K7M4-P2XR-9' });
    const { received } = await askDesk();
    expect(received).to.have.length(1);
    expect(received[0]).to.deep.include({ key, body: { text: 'Dag' } });
  });

  it('offline, waits, and goes when the line is back', async () => {
    await tellDesk({ down: true });
    const { receipt, waited } = send(desk, uuid(), { text: 'Dag' });
    await waitUntil(() => waited() > 2);
    await tellDesk({ down: false });
    await receipt;
    expect((await askDesk()).received).to.have.length(1);
  });

  it('whose answer was lost is sent again with the same key and the same body', async () => {
    await answers({ drop: true }, { drop: true });
    await send(desk, uuid(), { text: 'Dag' }).receipt;
    const { received } = await askDesk();
    expect(received).to.have.length(3);
    expect(new Set(received.map(({ key, text }) => key + text)).size).to.equal(1);
  });

  it('survives a reload: the page goes on with what was written down', async () => {
    await tellDesk({ down: true });
    const key = uuid();
    const page = new AbortController();
    const { receipt, waited } = send(desk, key, { text: 'as it was' }, page.signal);
    await waitUntil(() => waited() > 0);
    page.abort();
    await receipt.catch(() => undefined);
    await tellDesk({ down: false });
    await send(desk, key, { text: 'as another language would write it' }).receipt;
    const { received } = await askDesk();
    expect(new Set(received.map(({ text }) => text))).to.deep.equal(
      new Set(['{"text":"as it was"}']),
    );
  });

  it('stays written down until its receipt is, and is then forgotten', async () => {
    const key = uuid();
    await send(desk, key, { text: 'one' }).receipt;
    await send(desk, key, { text: 'two' }).receipt;
    await outboxOf({ origin: desk, association: 'delinde' }).forget(key);
    await send(desk, key, { text: 'three' }).receipt;
    const { received } = await askDesk();
    expect(received.map(({ body }) => body['text'])).to.deep.equal(['one', 'one', 'three']);
  });

  it('that the desk refuses is not sent again, and says what was wrong', async () => {
    await answers(problem(422, 'wrong-answers', [{ field: 'reach', code: 'phone' }]));
    const key = uuid();
    const refused = (await send(desk, key, { text: 'wrong' }).receipt.catch(
      (error: Refused) => error,
    )) as Refused;
    expect(refused).to.be.instanceOf(Refused);
    expect(refused.code).to.equal('wrong-answers');
    expect(refused.errors).to.deep.equal([{ field: 'reach', code: 'phone' }]);
    // Nothing of it is left: the next send under this key is a new one.
    await send(desk, key, { text: 'right' }).receipt;
    expect((await askDesk()).received.map(({ body }) => body['text'])).to.deep.equal([
      'wrong',
      'right',
    ]);
  });

  const notNow: [string, Answer][] = [
    ['503, not ready', problem(503, 'not-ready')],
    ['500', problem(500, 'fault')],
    ['429', problem(429, 'too-many-requests')],
    ['the sign-in page of a hotel', { status: 200, body: '<!doctype html><title>Wifi</title>' }],
    ['the error page of a proxy', { status: 403, body: '<!doctype html><title>Nee</title>' }],
    ['JSON that is no receipt', { status: 200, body: { hello: 'world' } }],
    ['a refusal that is no problem of ours', { status: 403, body: { message: 'blocked' } }],
    ['a problem with a code that we do not know', problem(400, 'something-else')],
  ];
  for (const [name, answer] of notNow)
    it(`${name}: is tried again`, async () => {
      await answers(answer);
      const { receipt, waited } = send(desk, uuid(), { text: 'Dag' });
      await receipt;
      expect(waited()).to.equal(1);
    });

  it('that is never answered is ended after its time, and tried again', async () => {
    const { fetch } = window;
    let asked = 0;
    window.fetch = (url, options) =>
      ++asked > 1
        ? fetch(url, options)
        : new Promise((_, reject) =>
            options!.signal!.addEventListener('abort', () => reject(new Error('too late'))),
          );
    const mend = withoutWaiting();
    const { receipt, waited } = send(desk, uuid(), { text: 'Dag' });
    await receipt.finally(() => (window.fetch = fetch));
    mend();
    // With all waiting gone, one that the desk does answer can be too late as well.
    expect(asked).to.be.greaterThan(1);
    expect(waited()).to.equal(asked - 1);
  });

  it('waits as long as the desk asks for', async () => {
    await answers({ ...problem(429, 'too-many-requests'), headers: { 'Retry-After': '30' } });
    const timers: number[] = [];
    const original = window.setTimeout;
    window.setTimeout = ((work: () => void, after?: number) => {
      timers.push(after ?? 0);
      return original(work, after);
    }) as typeof setTimeout;
    await send(desk, uuid(), { text: 'Dag' }).receipt;
    window.setTimeout = original;
    expect(timers).to.include(30_000);
  });

  it('is sent where the browser keeps nothing', async () => {
    const mend = withoutDatabase();
    await send(desk, uuid(), { text: 'Dag' }).receipt;
    mend();
    expect((await askDesk()).received).to.have.length(1);
  });

  it('tells the desk nothing but what was written, and no cookie', async () => {
    await send(desk, uuid(), { text: 'Dag' }).receipt;
    const { received } = await askDesk();
    expect(received[0]!.text).to.equal('{"text":"Dag"}');
  });
});

describe('a pause', () => {
  it('ends when the device comes online, or when nobody waits any more', async () => {
    const first = pause(60_000);
    online();
    await first;
    const stop = new AbortController();
    const second = pause(60_000, stop.signal);
    stop.abort();
    await second;
    await pause(60_000, stop.signal);
  });
});
