/**
 * Writes `test/fixtures/vera/`: from VERA's published OpenAPI only what POST /onderhoudsverzoeken takes,
 * as JSON Schema without its descriptions; and from its reference data only the lists that we use.
 *
 *   node scripts/vera-schema.mjs <OHD.openapi.yaml> <commit> <code lists.json>
 *
 * The OpenAPI: Ketenprocessen/OHD.yaml of github.com/Aedes-datastandaarden/vera-openapi (MIT). The code
 * lists: `{ source, lists: { NAME: [{ code, naam }] } }`, from
 * github.com/Aedes-datastandaarden/vera-referentiedata (CC0), entries without an end date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT, readJson } from './lib/files.mjs';

const MESSAGE = 'Onderhoudsverzoeken-Onderhoudsverzoekbericht';
const PREFIX = '#/components/schemas/';
/** The lists from which `src/desk/outward/vera/codes.ts` and `src/contract/triage/vera.ts` take codes. */
const LISTS = [
  'BOUWKUNDIGELEMENTDETAILSOORT',
  'COMMUNICATIEKANAAL',
  'COMMUNICATIERICHTING',
  'CONTACTGEGEVENSOORT',
  'DAGDEEL',
  'DEFECTLOCATIE',
  'DEFECTOORZAAK',
  'DEFECTSOORT',
  'DEFECTSTATUS',
  'INFORMATIEOBJECTSOORT',
  'ONDERHOUDSOORT',
  'ONDERHOUDSPECIALISME',
  'ONDERHOUDSVERZOEKSTATUS',
  'RELATIEROLSOORT',
  'RELATIESOORT',
];

const LICENSE = `MIT License. Copyright (c) Aedes vereniging van woningcorporaties. Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Without words for people; `$ref` points into `$defs`. */
function trimmed(value) {
  if (Array.isArray(value)) return value.map(trimmed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'description' || typeof inner === 'object')
      .filter(([key]) => key !== 'example' && key !== 'deprecated')
      .map(([key, inner]) => [
        key,
        key === '$ref' ? inner.replace(PREFIX, '#/$defs/') : trimmed(inner),
      ]),
  );
}

function reached(schemas, name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, next] of JSON.stringify(schemas[name]).matchAll(/#\/components\/schemas\/([^"]+)/g))
    reached(schemas, next, seen);
  return seen;
}

const [openapi, commit, codes] = process.argv.slice(2);
if (!openapi || !commit || !codes) {
  process.stderr.write('Give the OpenAPI file, its commit and the file with code lists.\n');
  process.exit(1);
}

const { info, components } = parse(readFileSync(openapi, 'utf8'));
const names = [...reached(components.schemas, MESSAGE)].sort();
const folder = join(ROOT, 'test/fixtures/vera');
mkdirSync(folder, { recursive: true });
const write = (name, value) =>
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);

write('onderhoudsverzoek.schema.json', {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $comment: `What POST /onderhoudsverzoeken takes. Taken by scripts/vera-schema.mjs from ${info.title} ${info.version}, github.com/Aedes-datastandaarden/vera-openapi at ${commit}. ${LICENSE}`,
  $ref: `#/$defs/${MESSAGE}`,
  $defs: Object.fromEntries(names.map((name) => [name, trimmed(components.schemas[name])])),
});

const { source, lists } = readJson(codes);
write('codes.json', {
  source: `${source}, CC0`,
  lists: Object.fromEntries(LISTS.map((name) => [name, lists[name]])),
});
