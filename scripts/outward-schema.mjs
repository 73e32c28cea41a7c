/**
 * Writes `docs/outward-report.schema.json`: what leaves the desk, as JSON Schema, for who receives it.
 *
 *   node --import tsx scripts/outward-schema.mjs
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import prettier from 'prettier';
import { OutwardReportSchema } from '../src/desk/outward/outward-report.ts';
import { ROOT } from './lib/files.mjs';

export const OUTWARD_SCHEMA = join(ROOT, 'docs/outward-report.schema.json');

/** As it stands in the file. */
export async function outwardSchema() {
  const schema = toJsonSchema(OutwardReportSchema, { errorMode: 'ignore' });
  const { $schema, ...rest } = schema;
  const whole = { $schema, title: 'A report as it leaves the desk, version 1', ...rest };
  const options = await prettier.resolveConfig(OUTWARD_SCHEMA);
  return prettier.format(JSON.stringify(whole), { ...options, parser: 'json' });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(OUTWARD_SCHEMA, await outwardSchema());
