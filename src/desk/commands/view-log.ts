import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../refusal.ts';
import { noteViewed } from '../reports/viewed.ts';
import { allViews } from '../repositories/view-log.ts';
import { BOM, csvLine } from './csv.ts';
import { ADMINISTRATOR, associationNamed, command } from './command.ts';

/** `npm run view-log -- <association> <file.csv>`: who saw what of whom, for the privacy officer. */
await command(async (tools, [association, file]) => {
  const profile = associationNamed(tools, association);
  if (!file) throw new Refusal('Say where: npm run view-log -- <association> <file.csv>.');
  await noteViewed(tools, profile, ADMINISTRATOR, 'view-log');
  let count = 0;
  const lines = async function* () {
    yield BOM + csvLine(['when', 'what', 'report', 'id', 'name', 'account']);
    for await (const view of allViews(profile.id, tools.database.db)) {
      const { at, act, reference, about_id, by_name, by_account } = view;
      yield csvLine([at.toISOString(), act, reference, about_id, by_name, by_account]);
      count += 1;
    }
  };
  await pipeline(
    Readable.from(lines()),
    createWriteStream(file, { flags: 'wx', mode: 0o600 }),
  ).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(
      `${file} cannot be made (${error.code}): choose a file that is not there yet.`,
    );
  });
  tools.say(`${count} lines.`);
});
