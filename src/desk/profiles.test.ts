import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '../contract/languages.ts';
import { after, test } from 'node:test';
import { readProfiles } from './profiles.ts';
import { Refusal } from './refusal.ts';

const good = JSON.parse(
  readFileSync(new URL('../../profiles/delinde.json', import.meta.url), 'utf8'),
);
const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
after(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'delinde.json');

/** A profile as anything that JSON can be: these tests spoil it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Spoiled = any;

/** What the desk says of the good profile after one change. */
function refusalOf(change: (profile: Spoiled) => void): string {
  const profile = structuredClone(good);
  change(profile);
  return refusalOfText(JSON.stringify(profile));
}

function refusalOfText(text: string): string {
  writeFileSync(file, text);
  try {
    readProfiles(folder);
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.ok(error.message.startsWith(file), error.message);
    assert.ok(!error.message.includes('\n'), 'one sentence');
    return error.message.slice(file.length + 2);
  }
  assert.fail('it was accepted');
}

test('the demo associations are right', () => {
  const profiles = readProfiles(new URL('../../profiles', import.meta.url).pathname);
  assert.deepEqual([...profiles.keys()], ['delinde', 'hetbaken']);
});

test('names the mistake in where reports go', () => {
  const hook = {
    kind: 'webhook',
    id: 'itris',
    name: 'Itris',
    url: 'https://itris.example/in',
    secretEnv: 'ITRIS_SECRET',
  };
  const vera = {
    kind: 'vera',
    id: 'ohd',
    name: 'Dynamics',
    url: 'https://ohd.example/v4',
    auth: { kind: 'api-key', keyEnv: 'OHD_KEY' },
  };
  const credentials = {
    kind: 'client-credentials',
    tokenUrl: 'http://id.example',
    clientId: 'desk',
    secretEnv: 'OHD_SECRET',
  };
  const mistakes: [object[], RegExp][] = [
    [[{ ...hook, kind: 'fax' }], /^"outward\.0\.kind" is not right/],
    [[{ ...hook, secretEnv: 'whsec_abc' }], /^"outward\.0\.secretEnv" is not right/],
    [[{ ...hook, secret: 'x' }], /^"outward\.0\.secret" is no setting: misspelt\?$/],
    [[{ ...hook, url: 'itris' }], /^"outward\.0\.url" is not right/],
    [[{ ...hook, url: 'https://name:word@itris.example' }], /^"outward\.0\.url" is not right/],
    [[{ ...hook, url: 'ftp://itris.example' }], /^"outward\.0\.url" is not right/],
    [
      [{ ...hook, url: 'http://itris.example' }],
      /^"outward\.0\.url" must begin with https:, unless "privateNetwork" is true\.$/,
    ],
    [[hook, hook], /^"outward\.1\.id" is "itris", which another one has already\.$/],
    [[{ ...vera, auth: credentials }], /^"outward\.0\.auth\.tokenUrl" must begin with https:/],
    [[{ ...vera, auth: { kind: 'none' } }], /^"outward\.0\.auth\.kind" is not right/],
    [[{ kind: 'mail', id: 'box', name: 'Box', to: 'x' }], /^"outward\.0\.to" is not right/],
    [[{ kind: 'folder', id: 'map', name: 'Map', folder: 'a/b' }], /^"outward\.0\.folder" is not/],
  ];
  for (const [outward, expected] of mistakes)
    assert.match(
      refusalOf((p) => (p.outward = outward)),
      expected,
    );
  assert.match(
    refusalOf((p) => (p.statusBack = { name: 'Itris', token: 'x' })),
    /^"statusBack\.(tokenHashEnv" is missing|token" is no setting)/,
  );
  assert.ok(!refusalOf((p) => (p.outward = [{ ...hook, secretEnv: 'geheim' }])).includes('fax'));
});

test('names the place of each mistake', () => {
  const mistakes: [(profile: Spoiled) => void, string][] = [
    [(p) => delete p.phone, '"phone" is missing.'],
    [(p) => delete p.phone.tel, '"phone.tel" is missing.'],
    [(p) => (p.fone = 1), '"fone" is no setting: misspelt?'],
    [(p) => (p.id = 'delindes'), '"id" is "delindes", so the file must be named delindes.json.'],
    [
      (p) => (p.phoneHours.week.mon = [['17:00', '09:00']]),
      '"phoneHours.week.mon.0" closes (09:00) before it opens (17:00).',
    ],
    [
      (p) =>
        (p.offices[0].hours.week.tue = [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ]),
      '"offices.0.hours.week.tue.1" opens before the one before it closes.',
    ],
  ];
  for (const [change, sentence] of mistakes) assert.equal(refusalOf(change), sentence);
});

test('points at every value that is not right', () => {
  const mistakes: [(profile: Spoiled) => void, RegExp][] = [
    [(p) => (p.origins = ['https://a.example/']), /^"origins\.0" is not right/],
    [(p) => (p.origins = []), /^"origins" is not right/],
    [(p) => (p.languages = ['ar']), /^"languages" is not right/],
    [(p) => (p.languages = ['nl', 'xx']), /^"languages\.1" is not right/],
    [(p) => (p.phone.tel = '0592 12'), /^"phone\.tel" is not right/],
    [
      (p) => (p.phoneHours.week.mon = [['9:00', '17:00']]),
      /^"phoneHours\.week\.mon\.0\.0" is not right/,
    ],
    [
      (p) => (p.phoneHours.exceptions[0].date = '24-12-2026'),
      /^"phoneHours\.exceptions\.0\.date" is not right/,
    ],
    [(p) => (p.retentionMonths.photo = 0), /^"retentionMonths\.photo" is not right/],
    [(p) => (p.promiseDays.soon = 'three'), /^"promiseDays\.soon" is not right/],
    [(p) => (p.privacyUrl = 'www'), /^"privacyUrl" is not right/],
  ];
  for (const [change, sentence] of mistakes) assert.match(refusalOf(change), sentence);
});

/** The same in every language. */
const everywhere = (text: string) => Object.fromEntries(languages.map((each) => [each, text]));

test('refuses what an association may not say of a problem, and says what', () => {
  const mistakes: [Spoiled, string | RegExp][] = [
    [{ kraandrupt: {} }, '"triage.kraandrupt" is no problem of the triage: misspelt?'],
    [
      { gaslucht: { urgency: 'soon' } },
      '"triage.gaslucht.urgency" cannot be set: this is a danger, and stays one.',
    ],
    [{ kraan_drupt: { urgency: 'danger' } }, /^"triage\.kraan_drupt\.urgency" is not right/],
    [{ kraan_drupt: { urgent: true } }, /^"triage\.kraan_drupt\.urgent" is no setting/],
    [{ kraan_drupt: { payer: 'huurder' } }, /^"triage\.kraan_drupt\.payer" is not right/],
    [
      { kraan_kalk: { selfHelp: { nl: 'Maak het zeefje schoon.' } } },
      '"triage.kraan_kalk.selfHelp.nl-x-a2" is missing: it is shown in every language.',
    ],
    [
      { lamp_vast: { selfHelp: everywhere('Neem een ladder.') } },
      /^"triage\.lamp_vast\.selfHelp\.nl" says "ladder"/,
    ],
    [
      { lamp_vast: { selfHelp: everywhere('Probeer het eerst zelf.') } },
      /^"triage\.lamp_vast\.selfHelp\.nl" says "eerst"/,
    ],
    [
      { kraan_drupt: { urgency: 'urgent', selfHelp: { nl: 'Zet er iets onder.', ar: 'ضع' } } },
      /^"triage\.kraan_drupt\.selfHelp" would never be shown/,
    ],
  ];
  for (const [triage, sentence] of mistakes) {
    const said = refusalOf((profile) => (profile.triage = triage));
    if (typeof sentence === 'string') assert.equal(said, sentence);
    else assert.match(said, sentence);
  }
});

test('says so when the file is not JSON, or no object', () => {
  assert.match(refusalOfText('{'), /^this is not JSON/);
  assert.match(refusalOfText('[]'), /^it must be one object|is missing/);
});

test('a folder that is not there, or empty, is one sentence too', () => {
  assert.throws(() => readProfiles(join(folder, 'nowhere')), Refusal);
  rmSync(file);
  assert.throws(() => readProfiles(folder), /There is no profile/);
});
