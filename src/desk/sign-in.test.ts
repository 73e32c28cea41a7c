import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pathOf } from '../contract/endpoints.ts';
import { IDLE_HEADER, type Session, type SignInElsewhere } from '../contract/staff.ts';
import { TestBrowser, type Landed } from './testing-browser.ts';
import { startProvider, type TestPerson, type TestProvider } from './testing-provider.ts';
import { MAIL_SERVER } from './test-data.ts';
import { startDesk, type TestDesk } from './testing.ts';

/** Staff sign in at a real OpenID Connect provider, over HTTP, on another site. */

const ANJA: TestPerson = {
  sub: 'p-1',
  name: 'Anja Plantje',
  email: 'A.Plantje@delinde.example',
  groups: ['everybody', 'delinde'],
};
const EVA: TestPerson = {
  sub: 'p-3',
  name: 'Eva',
  email: 'eva@delinde.example',
  groups: ['delinde'],
};
const BOB: TestPerson = { sub: 'p-2', email: 'bob@hetbaken.example', groups: ['hetbaken'] };

const MINUTE = 60_000;
const AGAIN = '/console/?association=delinde';

let clock = Date.now();
let desk: TestDesk;
let provider: TestProvider;

const back = (association = 'delinde', origin = desk.origin) =>
  origin + pathOf('staffSignedIn', { association });

async function openBoth(options: { publicOrigin?: string; claimsInIdToken?: boolean } = {}) {
  const { publicOrigin, claimsInIdToken = true } = options;
  const found = await startProvider({ claimsInIdToken });
  const made = await startDesk({
    developmentUser: undefined,
    environment: MAIL_SERVER,
    providers: new Map(['delinde', 'hetbaken'].map((id) => [id, found.client])),
    now: () => clock,
    ...(publicOrigin ? { publicOrigin } : {}),
  });
  const origin = publicOrigin ?? made.origin;
  found.register([back('delinde', origin), back('hetbaken', origin)]);
  return { made, found };
}

before(async () => {
  const { made, found } = await openBoth();
  [desk, provider] = [made, found];
});
after(async () => {
  await desk.close();
  await provider.close();
});
beforeEach(() => {
  clock = Date.now();
  provider.down(false);
  provider.person = ANJA;
});

const begin = (browser: TestBrowser, body: object = {}, association = 'delinde') =>
  browser.fetch(desk.origin + pathOf('staffSession', { association }), {
    method: 'POST',
    headers: { Origin: desk.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const goTo = async (browser: TestBrowser, body?: object, association?: string): Promise<string> => {
  const answer = await begin(browser, body, association);
  assert.equal(answer.status, 200);
  return ((await answer.json()) as SignInElsewhere).goTo;
};

/** Through the provider, up to the address at which she comes back. */
const comesBack = async (browser: TestBrowser, url: string): Promise<string> =>
  (await browser.follow(url, (next) => next.startsWith(desk.origin))).url;

/** The whole way, as far as the console. */
const signIn = async (browser: TestBrowser, body?: object, association?: string): Promise<Landed> =>
  browser.follow(await goTo(browser, body, association), (next) => next.includes('/console/'));

const token = (browser: TestBrowser) => browser.cookie(desk.origin, 'kt-staff');

const session = (
  browser: TestBrowser,
  headers: Record<string, string> = {},
  association = 'delinde',
) => browser.fetch(desk.origin + pathOf('staffSession', { association }), { headers });

const isIn = async (browser: TestBrowser) => (await session(browser)).status === 200;

describe('signing in', () => {
  test('leads past the provider to the report that she wanted to see', async () => {
    const browser = new TestBrowser();
    const returnTo = '?association=delinde&report=0198-x';
    const url = new URL(await goTo(browser, { returnTo }));
    assert.equal(url.origin, provider.issuer);
    assert.equal(url.searchParams.get('response_type'), 'code');
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      assert.ok((url.searchParams.get(name)?.length ?? 0) >= 43, name);
    const landed = await browser.follow(url.href, (next) => next.includes('/console/'));
    assert.equal(landed.url, `${desk.origin}/console/${returnTo}`);
    const { name, association, who } = (await (await session(browser)).json()) as Session;
    assert.deepEqual([name, association.id], ['Anja Plantje', 'delinde']);
    assert.match(who, /^[0-9a-f]{16}$/);
  });

  test('leads to nowhere but the console of this association', async () => {
    for (const returnTo of [
      'https://evil.example',
      '//evil.example',
      '?association=hetbaken',
      '?association=delinde\r\nSet-Cookie: x=1',
      '?association=delinde&report=<script>',
      '',
    ]) {
      const { url } = await signIn(new TestBrowser(), { returnTo });
      assert.equal(url, desk.origin + AGAIN, returnTo);
    }
  });

  test('gives a new token each time, and the one before is worth nothing', async () => {
    const browser = new TestBrowser();
    await signIn(browser);
    const before = token(browser);
    await signIn(browser);
    assert.match(before ?? '', /^[0-9a-f]{64}$/);
    assert.notEqual(token(browser), before);
    const old = await fetch(desk.origin + pathOf('staffSession', { association: 'delinde' }), {
      headers: { cookie: `kt-staff=${before}` },
    });
    assert.equal(old.status, 401);
    assert.equal(await isIn(browser), true);
  });

  test('in two tabs at once works in both', async () => {
    const browser = new TestBrowser();
    const [one, two] = [await goTo(browser), await goTo(browser)];
    for (const url of [one, two])
      assert.equal(
        (await browser.follow(url, (next) => next.includes('/console/'))).url,
        desk.origin + AGAIN,
      );
  });

  test('knows what she belongs to also when the provider tells it only when asked', async () => {
    const other = await openBoth({ claimsInIdToken: false });
    other.found.person = ANJA;
    const [first, second] = [desk, provider];
    [desk, provider] = [other.made, other.found];
    try {
      const browser = new TestBrowser();
      assert.equal((await signIn(browser)).url, desk.origin + AGAIN);
      assert.equal(await isIn(browser), true);
    } finally {
      await desk.close();
      await provider.close();
      [desk, provider] = [first, second];
    }
  });

  test('over https the cookies are the browser’s to guard', async () => {
    const publicOrigin = 'https://desk.example';
    const other = await openBoth({ publicOrigin });
    other.found.person = ANJA;
    try {
      const path = pathOf('staffSession', { association: 'delinde' });
      const begun = await fetch(other.made.origin + path, {
        method: 'POST',
        headers: { Origin: publicOrigin, 'Content-Type': 'application/json' },
        body: '{}',
      });
      const [signInCookie = ''] = begun.headers.getSetCookie();
      assert.match(
        signInCookie,
        /^__Host-kt-sign-in=[0-9a-f]{64}; Max-Age=1200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      const { goTo: url } = (await begun.json()) as SignInElsewhere;
      const { url: answer } = await new TestBrowser().follow(url, (next) =>
        next.startsWith(publicOrigin),
      );
      const came = await fetch(answer.replace(publicOrigin, other.made.origin), {
        headers: { cookie: signInCookie.split(';')[0] ?? '' },
        redirect: 'manual',
      });
      assert.equal(came.status, 302);
      assert.match(
        came.headers.getSetCookie()[0] ?? '',
        /^__Host-kt-staff=[0-9a-f]{64}; Max-Age=36000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
    } finally {
      await other.made.close();
      await other.found.close();
    }
  });
});

describe('somebody who does not belong here', () => {
  test('is told so kindly, with a way on, and gets no session', async () => {
    provider.person = BOB;
    const browser = new TestBrowser();
    const { status, text } = await signIn(browser);
    assert.equal(status, 403);
    assert.match(text, /Met dit account kunt u hier niet in/);
    assert.match(text, /U bent aangemeld als bob@hetbaken\.example\./);
    assert.match(text, /medewerkers van Woningstichting De Linde/);
    assert.match(text, /href="\/console\/\?association=delinde&amp;anew"/);
    assert.equal(token(browser), undefined);
    assert.equal((await session(browser)).status, 401);
  });

  test('may try another account: the provider asks again', async () => {
    provider.person = BOB;
    const browser = new TestBrowser();
    await signIn(browser);
    provider.person = ANJA;
    assert.equal((await signIn(browser)).status, 403, 'the provider still knows him');
    assert.equal((await signIn(browser, { anew: true })).url, desk.origin + AGAIN);
    assert.equal(await isIn(browser), true);
  });

  test('is let in where he does belong, and there alone', async () => {
    provider.person = BOB;
    const browser = new TestBrowser();
    assert.match((await signIn(browser, {}, 'hetbaken')).url, /\/console\/\?association=hetbaken$/);
    assert.equal((await session(browser, {}, 'hetbaken')).status, 200);
    assert.equal((await session(browser, {}, 'delinde')).status, 401, 'may sign in there');
  });

  test('writes no page of ours', async () => {
    provider.person = { ...BOB, email: '<img src=x onerror=alert(1)>\u202E@x.example' };
    const { text } = await signIn(new TestBrowser());
    assert.doesNotMatch(text, /<img|\u202E/);
    assert.match(text, /&lt;img/);
  });
});

describe('what comes back is taken once, and only by whom it is for', () => {
  const refused = async (browser: TestBrowser, url: string, words: RegExp) => {
    const before = token(browser);
    const { status, text } = await browser.follow(url);
    assert.equal(status, 403);
    assert.match(text, words);
    assert.equal(token(browser), before, 'no session');
  };

  test('the same address again signs nobody in', async () => {
    const browser = new TestBrowser();
    const answer = await comesBack(browser, await goTo(browser));
    assert.equal(
      (await browser.follow(answer, (next) => next.includes('/console/'))).url,
      desk.origin + AGAIN,
    );
    await refused(browser, answer, /niet afgemaakt/);
  });

  test('stolen, it is worth nothing in another browser; she herself still gets in', async () => {
    const [hers, thief] = [new TestBrowser(), new TestBrowser()];
    const answer = await comesBack(hers, await goTo(hers));
    await refused(thief, answer, /niet afgemaakt/);
    await begin(thief);
    await refused(thief, answer, /niet afgemaakt/);
    assert.equal(
      (await hers.follow(answer, (next) => next.includes('/console/'))).url,
      desk.origin + AGAIN,
    );
  });

  test('a code of somebody else, slipped into her own answer, signs nobody in', async () => {
    const [hers, his] = [new TestBrowser(), new TestBrowser()];
    const answer = new URL(await comesBack(hers, await goTo(hers)));
    provider.person = EVA;
    const other = new URL(await comesBack(his, await goTo(his)));
    answer.searchParams.set('code', other.searchParams.get('code') ?? '');
    await refused(hers, answer.href, /Het aanmelden is niet gelukt/);
  });

  test('a state that nobody gave out, or none, or one of another association', async () => {
    const browser = new TestBrowser();
    const answer = new URL(await comesBack(browser, await goTo(browser)));
    await refused(browser, answer.href.replace('/delinde/', '/hetbaken/'), /niet afgemaakt/);
    for (const state of ['x'.repeat(43), '']) {
      answer.searchParams.set('state', state);
      await refused(browser, answer.href, /niet afgemaakt/);
    }
    await refused(browser, back(), /niet afgemaakt/);
  });

  test('after twenty minutes it is too late', async () => {
    const browser = new TestBrowser();
    const answer = await comesBack(browser, await goTo(browser));
    clock += 21 * MINUTE;
    await refused(browser, answer, /niet afgemaakt/);
  });

  test('a page of another site cannot begin it', async () => {
    const path = desk.origin + pathOf('staffSession', { association: 'delinde' });
    const answer = await fetch(path, {
      method: 'POST',
      headers: { Origin: 'https://evil.example', 'Content-Type': 'application/json' },
      body: '{}',
    });
    assert.equal(answer.status, 403);
  });
});

describe('when the provider says no, or nothing', () => {
  test('who stopped halfway finds a page with a way back', async () => {
    provider.person = undefined;
    const { status, text } = await signIn(new TestBrowser());
    assert.equal(status, 403);
    assert.match(text, /U bent niet aangemeld/);
    assert.match(text, /href="\/console\/\?association=delinde"/);
  });

  test('a provider that is gone is told before she leaves the console, and works again at once when it is back', async () => {
    const other = await openBoth();
    other.found.down(true);
    const [first, second] = [desk, provider];
    [desk, provider] = [other.made, other.found];
    try {
      const answer = await begin(new TestBrowser());
      assert.equal(answer.status, 503);
      assert.equal(((await answer.json()) as { code: string }).code, 'provider-down');
      provider.down(false);
      provider.person = ANJA;
      assert.equal((await signIn(new TestBrowser())).url, desk.origin + AGAIN);
      assert.match(desk.logged.join(''), /"sign-in-failed"/);
    } finally {
      await desk.close();
      await provider.close();
      [desk, provider] = [first, second];
    }
  });

  test('one that goes while she is there is told on a page', async () => {
    const browser = new TestBrowser();
    const answer = await comesBack(browser, await goTo(browser));
    provider.down(true);
    const { status, text } = await browser.follow(answer);
    assert.equal(status, 403);
    assert.match(text, /De aanmelddienst antwoordt niet/);
    assert.match(text, /Dat ligt niet aan u/);
  });
});

describe('a session ends', () => {
  test('when nobody touched the console for an hour, however often the page itself asks', async () => {
    const browser = new TestBrowser();
    await signIn(browser);
    for (let minutes = 10; minutes <= 50; minutes += 10) {
      clock += 10 * MINUTE;
      assert.equal((await session(browser, { [IDLE_HEADER]: String(minutes * 60) })).status, 200);
    }
    clock += 11 * MINUTE;
    assert.equal((await session(browser, { [IDLE_HEADER]: String(61 * 60) })).status, 401);
  });

  test('not while she works, until ten hours have passed', async () => {
    const browser = new TestBrowser();
    await signIn(browser);
    for (let minutes = 50; minutes < 600; minutes += 50) {
      clock += 50 * MINUTE;
      assert.equal((await session(browser, { [IDLE_HEADER]: '5' })).status, 200, `${minutes}`);
    }
    clock += 50 * MINUTE;
    assert.equal((await session(browser)).status, 401);
  });

  test('everywhere, when she says so; a colleague stays', async () => {
    const [here, there, colleague] = [new TestBrowser(), new TestBrowser(), new TestBrowser()];
    await signIn(here);
    await signIn(there);
    provider.person = EVA;
    await signIn(colleague);
    const answer = await here.fetch(
      desk.origin + pathOf('staffSessions', { association: 'delinde' }),
      {
        method: 'DELETE',
        headers: { Origin: desk.origin },
      },
    );
    assert.equal(answer.status, 204);
    assert.equal(token(here), undefined);
    assert.deepEqual(
      [await isIn(here), await isIn(there), await isIn(colleague)],
      [false, false, true],
    );
  });

  test('and at the desk nothing is left of it but hashes', async () => {
    const browser = new TestBrowser();
    await signIn(browser);
    const rows = await desk.desk.database.db.selectFrom('staff_session').selectAll().execute();
    assert.equal(JSON.stringify(rows).includes(token(browser) ?? '{'), false);
    const attempts = await desk.desk.database.db
      .selectFrom('sign_in_attempt')
      .selectAll()
      .execute();
    assert.ok(!JSON.stringify(attempts).includes(browser.cookie(desk.origin, 'kt-sign-in') ?? '?'));
  });
});

test('nothing of who signed in, of codes, states, tokens or secrets is logged', async () => {
  const browser = new TestBrowser();
  await signIn(browser);
  const codes = browser.visited.flatMap((url) => [...new URL(url).searchParams.values()]);
  const long = codes.filter((each) => each.length > 20);
  assert.equal(long.length > 3, true);
  const all = desk.logged.join('');
  for (const secret of [
    ...long,
    token(browser) ?? '?',
    provider.client.clientSecret,
    'Plantje',
    'p-1',
  ])
    assert.ok(!all.includes(secret), secret);
  assert.match(all, /"event":"sign-in-refused","code":"stranger"/);
});
