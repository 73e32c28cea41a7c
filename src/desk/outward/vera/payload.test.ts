import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { Ajv, type AnySchemaObject } from 'ajv';
import formats from 'ajv-formats';
import { eventually } from '../../test-data.ts';
import { startDesk } from '../../testing.ts';
import { isPending } from '../attachments.ts';
import { buildOutward } from '../build.ts';
import { sendOne, TEN } from '../ten-reports.ts';
import * as codes from './codes.ts';
import { splitAddition } from './house-number.ts';
import { veraPayload } from './payload.ts';
import { blockOf } from './times.ts';

const fixture = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../../test/fixtures/vera/${name}`, import.meta.url), 'utf8'),
  );
const published = fixture('onderhoudsverzoek.schema.json') as AnySchemaObject;
const { lists } = fixture('codes.json') as {
  lists: Record<string, { code: string; naam: string }[]>;
};

/** With the formats of OpenAPI (int32, byte …) checked as well. */
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(published);
const faultsOf = (payload: unknown): string[] =>
  validate(payload)
    ? []
    : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

const clock = Date.parse('2026-11-23T10:00:00Z');
const desk = await startDesk({ now: () => clock });
after(() => desk.close());

const profile = desk.desk.profiles.get('delinde')!;
const STRICT = { contactDetails: false };

async function payloadOf(name: string, settings = STRICT) {
  const id = await sendOne(desk, name);
  await eventually(async () => !(await isPending(desk.desk, 'delinde', id)));
  const built = await buildOutward(desk.desk, profile, id);
  assert.ok(built);
  // As it goes over the line.
  const payload = JSON.parse(JSON.stringify(veraPayload(built, settings))) as ReturnType<
    typeof veraPayload
  >;
  return { payload, report: built.report };
}

/** Where each coded value comes from; the schema itself takes any text for a code. */
const LIST_OF: Record<string, string> = {
  onderhoudSoort: 'ONDERHOUDSOORT',
  status: 'ONDERHOUDSVERZOEKSTATUS',
  'relaties.soort': 'RELATIESOORT',
  'relaties.rollen.soort': 'RELATIEROLSOORT',
  'relaties.contactgegevens.soort': 'CONTACTGEGEVENSOORT',
  'relaties.contactgegevens.dagdelen': 'DAGDEEL',
  'defecten.soort': 'DEFECTSOORT',
  'defecten.locatie': 'DEFECTLOCATIE',
  'defecten.oorzaak': 'DEFECTOORZAAK',
  'defecten.status': 'DEFECTSTATUS',
  'contactmomenten.kanaal': 'COMMUNICATIEKANAAL',
  'contactmomenten.richting': 'COMMUNICATIERICHTING',
  'informatieobjecten.soort': 'INFORMATIEOBJECTSOORT',
};

/** Coded values that are not in their list, by where they stand. */
function strangeCodes(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => strangeCodes(each, path));
  if (value === null || typeof value !== 'object') return [];
  const { code, naam } = value as { code?: string; naam?: string };
  // A format is a media type, and has no list of its own here.
  if (code !== undefined && path !== 'informatieobjecten.formaat') {
    const known = lists[LIST_OF[path] ?? '']?.some(
      (each) => each.code === code && each.naam === naam,
    );
    return known ? [] : [`${path} ${code} ${naam}`];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    strangeCodes(inner, path ? `${path}.${key}` : key),
  );
}

/** Properties that the published schema does not know: it would let them pass. */
function strangeProperties(value: unknown, schema: AnySchemaObject, path = ''): string[] {
  if (Array.isArray(value))
    return value.flatMap((each) => strangeProperties(each, itemsOf(schema), path));
  if (value === null || typeof value !== 'object') return [];
  const known = propertiesOf(schema);
  return Object.entries(value).flatMap(([key, inner]) =>
    known[key] ? strangeProperties(inner, known[key], `${path}.${key}`) : [`${path}.${key}`],
  );
}
const followed = (schema: AnySchemaObject): AnySchemaObject[] => {
  const {
    $ref,
    allOf = [],
    oneOf = [],
  } = schema as {
    $ref?: string;
    allOf?: AnySchemaObject[];
    oneOf?: AnySchemaObject[];
  };
  const defs = published['$defs'] as Record<string, AnySchemaObject>;
  const next = [...($ref ? [defs[$ref.split('/').pop() ?? ''] ?? {}] : []), ...allOf, ...oneOf];
  return [schema, ...next.flatMap(followed)];
};
const propertiesOf = (schema: AnySchemaObject): Record<string, AnySchemaObject> =>
  Object.assign({}, ...followed(schema).map((each) => each['properties'] ?? {})) as Record<
    string,
    AnySchemaObject
  >;
const itemsOf = (schema: AnySchemaObject): AnySchemaObject =>
  followed(schema).find((each) => each['items'])?.['items'] as AnySchemaObject;

describe('ten different reports as VERA onderhoudsverzoek', () => {
  for (const name of Object.keys(TEN))
    test(`${name}: valid against the published OpenAPI, with codes that exist`, async () => {
      const { payload } = await payloadOf(name);
      assert.deepEqual(faultsOf(payload), []);
      assert.deepEqual(strangeCodes(payload), []);
      assert.deepEqual(strangeProperties(payload, published), []);
    });
});

describe('what the test above sees', () => {
  test('a contact detail: the published schema refuses each, whatever it is', async () => {
    const { payload } = await payloadOf('a dripping tap', { contactDetails: true });
    assert.equal(payload.relaties[0]?.contactgegevens?.length, 1);
    assert.deepEqual(faultsOf(payload), [
      '/relaties/0/contactgegevens/0 oneOf',
      '/relaties/0 oneOf',
    ]);
    assert.deepEqual(strangeCodes(payload), [], 'its codes are right all the same');
    assert.deepEqual(strangeProperties(payload, published), []);
  });

  test('a code that is not in its list, a date without a zone, a number for a text', async () => {
    const { payload } = await payloadOf('a dripping tap');
    const [defect] = payload.defecten;
    const wrong = {
      ...payload,
      defecten: [{ ...defect, soort: { code: 'DRX', naam: 'Druppelt' } }],
    };
    assert.deepEqual(strangeCodes(wrong), ['defecten.soort DRX Druppelt']);
    assert.deepEqual(faultsOf({ ...payload, melddatum: '2026-11-23 10:00' }), [
      '/melddatum format',
    ]);
    assert.deepEqual(faultsOf({ ...payload, omschrijving: 1 }), ['/omschrijving type']);
  });

  test('a property that VERA does not have', async () => {
    const { payload } = await payloadOf('a dripping tap');
    assert.deepEqual(strangeProperties({ ...payload, urgentie: 'hoog' }, published), ['.urgentie']);
  });

  test('every code that we may ever send, also those that these ten do not use', () => {
    const all = Object.entries(codes).flatMap(([list, values]) =>
      Object.values(values).map((code) => ({ list, ...code })),
    );
    for (const { list, code, naam } of all)
      assert.ok(
        lists[list]?.some((each) => each.code === code && each.naam === naam),
        `${list} ${code} ${naam}`,
      );
  });
});

describe('what it says', () => {
  const extra = (payload: { 'extra-attributen': { naam: string; waarde: string }[] }) =>
    Object.fromEntries(payload['extra-attributen'].map(({ naam, waarde }) => [naam, waarde]));

  test('urgency and the address, for which VERA has no field', async () => {
    const { payload } = await payloadOf('water through the ceiling, in Arabic, with photos');
    const said = extra(payload);
    assert.equal(said['keukentafel.urgentie'], 'urgent');
    assert.ok(said['keukentafel.urgentieReden']);
    assert.equal(said['keukentafel.taal'], 'ar');
    assert.equal(said['keukentafel.postcode'], '9401 AB');
    assert.deepEqual([said['keukentafel.huisnummer'], said['keukentafel.huisletter']], ['12', 'A']);
    assert.match(payload.contactmomenten[0]?.omschrijving ?? '', /9401 AB 12 a/);
  });

  test('how she is reached, in the field that every receiver takes', async () => {
    const { payload } = await payloadOf('filled in by a daughter; a neighbour opens the door');
    assert.equal(
      payload.alternatiefContactgegeven,
      'Bel 06-12345678 (na 17u). Aan de deur: Buurman Jansen (nr. 14), 0592 11 22 33.',
    );
    const said = extra(payload);
    assert.equal(said['keukentafel.telefoonnummer'], '+31612345678');
    assert.equal(said['keukentafel.deurTelefoonnummer'], '+31592112233');
    assert.deepEqual(
      payload.relaties[0]?.rollen.map(({ soort }) => soort.code),
      ['MEL', 'CPE'],
      'she does not live there herself',
    );
  });

  test('her days in UTC, on both sides of the change of the clock', async () => {
    const { payload } = await payloadOf('filled in by a daughter; a neighbour opens the door');
    assert.deepEqual(
      payload.voorkeurAfspraken?.map(({ bloktijdBegin, bloktijdEind }) => [
        bloktijdBegin,
        bloktijdEind,
      ]),
      [
        ['2026-03-27T07:00:00Z', '2026-03-27T17:00:00Z'],
        ['2026-03-30T06:00:00Z', '2026-03-30T16:00:00Z'],
      ],
    );
    assert.deepEqual(blockOf('2026-10-25'), {
      bloktijdBegin: '2026-10-25T07:00:00Z',
      bloktijdEind: '2026-10-25T17:00:00Z',
    });
  });

  test('each photo, and when it must be gone', async () => {
    const { payload, report } = await payloadOf(
      'water through the ceiling, in Arabic, with photos',
    );
    assert.equal(payload.informatieobjecten?.length, 2);
    const [photo] = payload.informatieobjecten;
    assert.deepEqual([photo?.bestandsnaam, photo?.soort.code], ['foto-1.jpg', 'FOT']);
    assert.equal(photo?.archiefActiedatum, '2027-05-23T09:00:00Z');
    const bytes = Buffer.from(photo?.bestand ?? '', 'base64');
    assert.equal(bytes.subarray(0, 3).toString('hex'), 'ffd8ff');
    assert.equal(bytes.length, report.attachments[0]?.bytes);
    assert.ok(!bytes.includes('SecretPhone'));
  });

  test('a receiver that takes contact details gets them, with the part of the day', async () => {
    const { payload } = await payloadOf('a letter is all she wants', { contactDetails: true });
    assert.equal(payload.relaties[0]?.contactgegevens, undefined, 'nothing but a letter');
    const { payload: own } = await payloadOf('her own words alone', { contactDetails: true });
    assert.deepEqual(own.relaties[0]?.contactgegevens, [
      { soort: { code: 'EMA', naam: 'E-mail' }, waarde: 'berg@voorbeeld.example' },
    ]);
  });
});

test('what people write behind a house number is split as the BAG does', () => {
  const split: [string | undefined, string | undefined, string | undefined][] = [
    [undefined, undefined, undefined],
    ['a', 'A', undefined],
    ['A', 'A', undefined],
    ['a-3', 'A', '3'],
    ['a 3 hoog', 'A', '3 hoog'],
    ['b2', 'B', '2'],
    ['3', undefined, '3'],
    ['- 3', undefined, '3'],
    ['bis', undefined, 'bis'],
    ['II', undefined, 'II'],
    ['zw', undefined, 'zw'],
    ['3 hoog achter', undefined, '3 hoog achter'],
    ['(achter)', undefined, '(achter)'],
  ];
  for (const [typed, huisletter, huisnummerToevoeging] of split) {
    const found = splitAddition(typed);
    assert.deepEqual(
      [found.huisletter, found.huisnummerToevoeging],
      [huisletter, huisnummerToevoeging],
      typed,
    );
  }
});
