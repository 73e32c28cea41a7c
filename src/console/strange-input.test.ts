import { expect } from '@open-wc/testing';
import { viewport } from '../../test/browser/helpers.ts';
import { demoProfile } from '../../test/browser/demo-profile.ts';
import '../../test/browser/history-room.ts';
import { aMessage, aReport, anja, beside } from './fixture-reports.ts';
import { TestPage } from './page-of-tests.ts';

/**
 * What somebody typed to do harm, in every field that the console shows: it stands there as typed, and does
 * nothing. Every text of a fixture is replaced, so that a new field of the contract is in here by itself.
 */

const SCRIPT = `<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>`;
const SQL = `'); drop table report; --`;
const TURNED = '\u202Egpj.exe\u202C\u2066\u0007';
const TYPED = `${SCRIPT} ${SQL} ${TURNED} {{count}} \${1+1} javascript:alert(1)`;
/** As it may be shown: without what turns it round or rings. */
const SHOWN = `${SCRIPT} ${SQL} gpj.exe {{count}} \${1+1} javascript:alert(1)`;

/** What the desk makes itself, and no tenant or colleague can type. */
const OURS = new Set([
  ...[
    'id',
    'kind',
    'state',
    'status',
    'urgency',
    'channel',
    'act',
    'url',
    'payer',
    'who-is',
    'type',
  ],
  ...[
    'receivedAt',
    'at',
    'raisedAt',
    'sentAt',
    'until',
    'startedAt',
    'endedAt',
    'nextAt',
    'date',
    'why',
  ],
  ...['language', 'reference', 'tel', 'danger'],
]);

const harmful = <T>(value: T, name = ''): T => {
  if (OURS.has(name)) return value;
  if (typeof value === 'string') return TYPED as T;
  if (Array.isArray(value)) return value.map((each: unknown) => harmful(each)) as T;
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, harmful<unknown>(each, key)]),
    ) as T;
  return value;
};

let page: TestPage;
beforeEach(() => {
  page = new TestPage();
  const now = new Date().toISOString();
  const report = aReport({
    id: 'bad',
    story: 'x',
    because: ['x'],
    safety: ['x'],
    specialism: 'x',
    takenOverIn: 'x',
    notWith: ['x'],
    shown: {
      nl: [{ id: 'x', label: 'x', value: 'x' }],
      tenant: [{ id: 'x', label: 'x', value: 'x' }],
    },
    atAddress: [aReport({ id: 'one' })],
    inBuilding: [beside()],
    together: [aReport({ id: 'two' })],
    language: 'ar',
    history: (['note', 'taken-over', 'by-hand', 'delivered', 'merged'] as const).map((kind) => ({
      at: now,
      by: 'x',
      kind,
      text: 'x',
    })),
    viewed: [{ at: now, by: 'x', act: 'report' }],
  });
  page.desk.profile = demoProfile;
  page.desk.reports = [harmful(report)];
  page.desk.messages = [harmful(aMessage())];
  page.desk.outages = [
    harmful({
      id: 'o',
      kind: 'other',
      areas: ['9401'],
      text: 'x',
      by: 'x',
      startedAt: now,
      until: new Date(Date.now() + 3_600_000).toISOString(),
      reports: 1,
    }),
  ];
  page.desk.deliveries = [
    harmful({
      id: 'd',
      report: { id: 'bad', reference: 'K7M4-P2XR-9', what: 'x', urgency: 'urgent' },
      receivedAt: now,
      to: 'x',
      why: 'busy',
      attempts: 1,
    }),
  ];
  page.desk.alarms = [
    harmful({
      id: 'a',
      raisedAt: now,
      phone: 'x',
      where: 'x',
      what: 'x',
      someoneElse: false,
      language: 'nl',
      messages: 1,
      sentAt: now,
      failing: false,
      acknowledged: { by: 'x', at: now },
    }),
  ];
  page.desk.dangerCalls = [harmful({ id: 'c', at: now, by: 'x', danger: 'gaslucht', words: 'x' })];
  page.desk.session = { ...anja, name: TYPED };
  delete (window as { harmed?: number }).harmed;
});
afterEach(async () => {
  page.app?.work.calls.end();
  page.close();
  await viewport(1280);
});

/** The same words with the white space of a page. */
const times = (): number => page.text.split(SHOWN.replace(/\s+/g, ' ')).length - 1;

const SCREENS = {
  /** List, top, answers twice, own words, together, address, building, history, viewers, who, alarm. */
  'the list and an open report': ['&report=bad', 'Wat er gebeurde', 30],
  'the messages': ['&screen=messages', 'Antwoord naar', 4],
  'the outages': ['&screen=outages', 'Huurders zien dit nu', 4],
  'what was not sent on': ['&screen=deliveries', 'Probeer nu', 4],
  'a new report, with calls in danger': ['&screen=new', 'oproep met gevaar', 3],
} as const;

describe('script, SQL and texts that turn round, in every field at once', () => {
  for (const [name, [query, there, least]] of Object.entries(SCREENS))
    for (const width of [320, 1280])
      it(`stand as typed in ${name} at ${width} px, and do nothing`, async () => {
        await viewport(width);
        page.open(`?association=delinde${query}`, { signedIn: false });
        await page.sees(there);
        await page.app.updateComplete;
        expect(times()).to.be.at.least(least);
        expect(page.root.querySelectorAll('script, img[src=x], [onerror]')).to.have.length(0);
        expect(page.text).not.to.match(/[\u202A-\u202E\u2066-\u2069\u0007]/);
        for (const link of page.root.querySelectorAll('a'))
          expect(link.getAttribute('href')).to.match(/^(\?|tel:|mailto:)/);
        expect((window as { harmed?: number }).harmed).to.equal(undefined);
        expect(document.title).not.to.contain(SQL);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      });
});
