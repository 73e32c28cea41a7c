import { expect } from '@open-wc/testing';
import { uuid } from '../ids.ts';
import { claim, draftOfTab } from './draft.ts';
import { readTab } from './tab.ts';
import * as vault from './vault.ts';

const name = (): string => `test.${uuid()}`;

describe('a draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('is found by the next page of this tab', async () => {
    const form = name();
    await draftOfTab<string>(form).save('half an address');
    expect(await draftOfTab<string>(form).load()).to.equal('half an address');
  });

  it('keeps the newest, however fast she types', async () => {
    const draft = draftOfTab<string>(name());
    const typed = 'de kraan in de keuken druppelt';
    for (let length = 1; length <= typed.length; length += 1)
      void draft.save(typed.slice(0, length));
    expect(await draft.load()).to.equal(typed);
  });

  it('is never overtaken by what was written before', async () => {
    const draft = draftOfTab<string>(name());
    await Promise.all([draft.save('first'), draft.save('second')]);
    const third = draft.save('third');
    void draft.save('last');
    await third;
    expect(await draft.load()).to.equal('last');
  });

  it('wiped, is gone, and so is its secret', async () => {
    const form = name();
    const draft = draftOfTab<string>(form);
    await draft.save('half an address');
    await draft.clear();
    expect(await vault.loadJson('draft', draft.id)).to.equal(undefined);
    expect(readTab(`draft.${form}`)).to.equal(undefined);
    expect(draftOfTab(form).id).not.to.equal(draft.id);
  });

  it('wiped, does not come back with what was still on its way', async () => {
    const draft = draftOfTab<string>(name());
    void draft.save('half an address');
    const wiped = draft.clear();
    void draft.save('what a photo added a moment later');
    await wiped;
    await draft.save('and later still');
    expect(await vault.loadJson('draft', draft.id)).to.equal(undefined);
  });
});

/** Another page on this origin, with locks of its own. */
async function anotherPage(): Promise<{ locks: LockManager; close: () => void }> {
  const frame = document.createElement('iframe');
  frame.src = '/test/browser/blank.html';
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  return { locks: frame.contentWindow!.navigator.locks, close: () => frame.remove() };
}

describe('one page owns a draft', () => {
  const nobody = () => undefined;

  it('and the next one is told that it is open elsewhere', async () => {
    const id = uuid();
    const other = await anotherPage();
    const release = new AbortController();
    void other.locks.request(
      `keukentafel.${id}`,
      () => new Promise<void>((done) => release.signal.addEventListener('abort', () => done())),
    );
    expect(await claim(id, nobody, new AbortController().signal)).to.equal('elsewhere');
    release.abort();
    other.close();
  });

  it('and not that it is, only because a busy browser is slow to give it', async () => {
    const { locks } = navigator;
    const own = locks.request.bind(locks) as (...all: unknown[]) => Promise<unknown>;
    // Long after we ask who holds it.
    locks.request = (async (...all: unknown[]) => {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      return own(...all);
    }) as typeof locks.request;
    try {
      expect(await claim(uuid(), nobody, new AbortController().signal)).to.equal('ours');
    } finally {
      Reflect.deleteProperty(locks, 'request');
    }
  });

  it('until that page is closed', async () => {
    const id = uuid();
    const other = await anotherPage();
    void other.locks.request(`keukentafel.${id}`, () => new Promise(nobody)).catch(nobody);
    other.close();
    expect(await claim(id, nobody, new AbortController().signal)).to.equal('ours');
  });

  it('or she says "ga hier verder": then the first one hears that it lost it', async () => {
    const id = uuid();
    const heard = new Promise<void>((resolve) => {
      void claim(id, resolve, new AbortController().signal);
    });
    expect(await claim(id, nobody, new AbortController().signal, true)).to.equal('ours');
    await heard;
  });

  it('given up, it is free for the next at once, and nobody lost it', async () => {
    const id = uuid();
    const release = new AbortController();
    let lost = false;
    await claim(id, () => (lost = true), release.signal);
    release.abort();
    expect(await claim(id, nobody, new AbortController().signal)).to.equal('ours');
    expect(lost).to.equal(false);
  });

  it('given up before it was had, it is not had', async () => {
    const id = uuid();
    const first = new AbortController();
    await claim(id, nobody, first.signal);
    const second = new AbortController();
    const owner = claim(id, nobody, second.signal);
    second.abort();
    expect(await owner).to.equal('elsewhere');
    first.abort();
  });
});
