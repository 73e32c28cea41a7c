import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '../contract/languages.ts';
import { after, test } from 'node:test';
import * as v from 'valibot';
import { ProfileSchema } from '../contract/profile.ts';
import { readProfile, readProfiles } from './profiles.ts';
import { Refusal } from './refusal.ts';

/** A profile as anything that JSON can be: these tests spoil it. */
type Values = Record<string, unknown>;

const good: Values & { retentionMonths: object } = JSON.parse(
  readFileSync(new URL('../../profiles/delinde.json', import.meta.url), 'utf8'),
);
const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
after(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'delinde.json');

const isHolder = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** What holds the last name of a path. */
function holderOf(profile: unknown, path: readonly string[]): Values {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, name) => (isHolder(inner) ? inner[name] : undefined), profile);
  assert.ok(isHolder(holder), path.join('.'));
  return holder;
}

/** What the desk says of the good profile after one change. */
function refusalOf(change: (profile: Values) => void): string {
  const profile = structuredClone(good);
  change(profile);
  return refusalOfText(JSON.stringify(profile));
}

/** The same after one value of it. @param value undefined: left out */
const refusalWith = (place: string, value: unknown): string =>
  refusalOf((profile) => {
    const path = place.split('.');
    holderOf(profile, path)[path.at(-1) ?? ''] = value;
  });

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
  const mistakes: [place: string, value: unknown, said: string][] = [
    ['phone', undefined, '"phone" is missing.'],
    ['phone.tel', undefined, '"phone.tel" is missing.'],
    ['fone', 1, '"fone" is no setting: misspelt?'],
    ['id', 'delindes', '"id" is "delindes", so the file must be named delindes.json.'],
    [
      'phoneHours.week.mon',
      [['17:00', '09:00']],
      '"phoneHours.week.mon.0" closes (09:00) before it opens (17:00).',
    ],
    [
      'offices.0.hours.week.tue',
      [
        ['09:00', '12:00'],
        ['11:00', '13:00'],
      ],
      '"offices.0.hours.week.tue.1" opens before the one before it closes.',
    ],
  ];
  for (const [place, value, said] of mistakes) assert.equal(refusalWith(place, value), said);
});

test('points at every value that is not right', () => {
  const mistakes: [place: string, value: unknown, said: RegExp][] = [
    ['origins', ['https://a.example/'], /^"origins\.0" is not right/],
    ['origins', [], /^"origins" is not right/],
    ['languages', ['ar'], /^"languages" is not right/],
    ['languages', ['nl', 'xx'], /^"languages\.1" is not right/],
    ['phone.tel', '0592 12', /^"phone\.tel" is not right/],
    ['phoneHours.week.mon', [['9:00', '17:00']], /^"phoneHours\.week\.mon\.0\.0" is not right/],
    [
      'phoneHours.exceptions.0.date',
      '24-12-2026',
      /^"phoneHours\.exceptions\.0\.date" is not right/,
    ],
    ['retentionMonths.photo', 0, /^"retentionMonths\.photo" is not right/],
    ['promiseDays.soon', 'three', /^"promiseDays\.soon" is not right/],
    ['privacyUrl', 'www', /^"privacyUrl" is not right/],
  ];
  for (const [place, value, said] of mistakes) assert.match(refusalWith(place, value), said);
});

/** The same in every language. */
const everywhere = (text: string) => Object.fromEntries(languages.map((each) => [each, text]));

test('refuses what an association may not say of a problem, and says what', () => {
  const mistakes: [object, string | RegExp][] = [
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

/** Every setting that there is, once, each right. */
const WHOLE: Values[] = [
  {
    ...good,
    texts: { nl: { 'frame:speak.open': 'Bel ons gerust' } },
    triage: {
      kraan_drupt: { urgency: 'soon', payer: 'landlord', selfHelp: false },
    },
    staff: {
      claim: 'groups',
      values: ['x'],
      provider: { issuer: 'https://login.example', clientId: 'x' },
      scope: 'openid',
    },
    viewLogMonths: 12,
    retentionMonths: { ...good.retentionMonths, voice: 3 },
    outward: [
      {
        kind: 'vera',
        id: 'ohd',
        name: 'Dynamics',
        url: 'https://ohd.example/v4',
        auth: { kind: 'api-key', keyEnv: 'OHD_KEY' },
        organisation: 'De Linde',
        administration: 'De Linde',
        contactDetails: true,
        privateNetwork: false,
      },
      { kind: 'folder', id: 'map', name: 'Map', folder: '/srv/map' },
      { kind: 'mail', id: 'post', name: 'Post', to: 'post@delinde.example' },
    ],
    statusBack: { name: 'Itris', tokenHashEnv: 'LINDE_HASH' },
    promiseDays: { urgent: 1, soon: 3, standard: 10, planned: 60 },
  },
  {
    ...good,
    alarm: {
      kind: 'webhook',
      url: 'https://alarm.example',
      secretEnv: 'ALARM_SECRET',
      privateNetwork: false,
    },
    outward: [
      {
        kind: 'webhook',
        id: 'itris',
        name: 'Itris',
        url: 'https://itris.example/in',
        secretEnv: 'ITRIS_SECRET',
        privateNetwork: false,
      },
      {
        kind: 'vera',
        id: 'ohd',
        name: 'Dynamics',
        url: 'https://ohd.example/v4',
        auth: {
          kind: 'client-credentials',
          tokenUrl: 'https://id.example',
          clientId: 'desk',
          secretEnv: 'OHD_SECRET',
          scope: 'x',
        },
      },
    ],
  },
];

/** What a schema of Valibot is made of, as far as it is of that kind. */
interface Schema extends v.GenericSchema {
  wrapped?: Schema;
  options?: readonly Schema[];
  entries?: Readonly<Record<string, Schema>>;
  item?: Schema;
  items?: readonly Schema[];
  value?: Schema;
}

/** The part of the schema that a value is held to, without what wraps it. */
function schemaOf(schema: Schema, value: unknown): Schema {
  if (schema.wrapped) return schemaOf(schema.wrapped, value);
  if (schema.type === 'variant' || schema.type === 'union')
    return schema.options?.find((each) => v.is(each, value)) ?? schema;
  return schema;
}

interface Place {
  path: string[];
  value: unknown;
  required: boolean;
  /** Whether it is an object with names of its own choosing. */
  named: boolean;
}

/** Every setting in it, by the schema itself. */
function* placesIn(schema: Schema, value: object, path: string[] = []): Generator<Place> {
  const { type, entries, item, items, value: inRecord } = schemaOf(schema, value);
  for (const [name, each] of Object.entries(value as Values)) {
    const inner = entries?.[name] ?? item ?? items?.[Number(name)] ?? inRecord;
    if (!inner) throw new Error(`Not in the schema: ${[...path, name].join('.')} (${type})`);
    yield {
      path: [...path, name],
      value: each,
      required: entries !== undefined && inner.type !== 'optional',
      named: schemaOf(inner, each).entries !== undefined,
    };
    if (isHolder(each)) yield* placesIn(inner, each, [...path, name]);
  }
}

/** What the desk says after this place was changed; undefined when it takes it. */
function saidOf(
  whole: Values,
  path: readonly string[],
  change: (at: Values, name: string) => void,
) {
  const profile = structuredClone(whole);
  change(holderOf(profile, path), path.at(-1)!);
  writeFileSync(file, JSON.stringify(profile));
  try {
    readProfile(file);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Refusal, `${path.join('.')}: ${String(error)}`);
    return error.message.slice(file.length + 2);
  }
}

test('each possible mistake in each setting is one short sentence that names the setting', () => {
  let [mistakes, refused] = [0, 0];
  const other = (value: unknown): unknown[] =>
    [null, 7, 'zeven', true, [], {}, [7]].filter(
      (each) =>
        each === null ||
        Array.isArray(each) !== Array.isArray(value) ||
        typeof each !== typeof value,
    );
  const odd = ['', ' ', 'x'.repeat(10_000), 'a\nb', '🙂', '<script>', -1, 0, 0.5, 1e12, ['x', 'x']];
  for (const whole of WHOLE) {
    assert.equal(
      saidOf(whole, ['id'], () => undefined),
      undefined,
      'right as it is',
    );
    for (const { path, value, required, named } of placesIn(
      ProfileSchema as v.GenericSchema as Schema,
      whole,
    )) {
      const name = path.join('.');
      const names = (sentence: string | undefined, must: boolean, what: string) => {
        mistakes += 1;
        if (sentence === undefined) return assert.ok(!must, `${name}: ${what} was accepted`);
        refused += 1;
        // Where a kind is chosen, or a list is of one thing, the mistake is in what holds it.
        const said = /^"([^"]*)"/.exec(sentence)?.[1] ?? '';
        assert.ok(
          said && (said === name || said.startsWith(`${name}.`) || name.startsWith(said)),
          `${name}: ${sentence}`,
        );
        assert.ok(!sentence.includes('\n') && sentence.length < 400, `${name}: ${sentence}`);
        assert.match(sentence, /[.?]$/);
      };
      if (required) {
        const gone = saidOf(whole, path, (at, last) => delete at[last]);
        names(gone, true, 'left out');
      }
      for (const wrong of other(value))
        names(
          saidOf(whole, path, (at, last) => (at[last] = wrong)),
          name !== 'triage.kraan_drupt.selfHelp',
          JSON.stringify(wrong),
        );
      for (const each of odd)
        names(
          saidOf(whole, path, (at, last) => (at[last] = each)),
          false,
          JSON.stringify(each).slice(0, 40),
        );
      if (named) {
        const typo = saidOf(
          whole,
          path,
          (at, last) => (at[last] = { ...(at[last] as Values), tikfout: 1 }),
        );
        mistakes += 1;
        assert.equal(typo, `"${name}.tikfout" is no setting: misspelt?`);
      }
    }
  }
  assert.ok(mistakes > 1500 && refused > mistakes / 2, `${refused} of ${mistakes}`);
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
