import { Refusal } from '../refusal.ts';
import { exportAll } from '../reports/export.ts';
import { noteViewed } from '../reports/viewed.ts';
import { ADMINISTRATOR, associationNamed, command } from './command.ts';

/** `npm run export -- <association> <folder>`: everything of an association, as JSON, CSV and files. */
await command(async (tools, [association, folder]) => {
  const profile = associationNamed(tools, association);
  if (!folder) throw new Refusal('Say where: npm run export -- <association> <folder>.');
  await noteViewed(tools, profile, ADMINISTRATOR, 'export');
  const { rows, files, missing } = await exportAll(tools, profile, folder);
  for (const [table, count] of Object.entries(rows)) tools.say(`${table}: ${count}`);
  tools.say(`files: ${files}${missing ? `, and ${missing} that the desk has not made yet` : ''}`);
  tools.say(`All of it is personal. It is in ${folder}.`);
});
