import { Refusal } from '../refusal.ts';
import { endSessionsOf, sessionsIn } from '../repositories/sessions.ts';
import { command } from './command.ts';

/** `npm run staff -- list`, `npm run staff -- revoke <account>` */
await command(async ({ profiles, database: { db }, now, say }, [act, who = '']) => {
  if (act !== 'list' && (act !== 'revoke' || !who))
    throw new Refusal('Say what: npm run staff -- list, or npm run staff -- revoke <account>.');
  let ended = 0;
  for (const association of profiles.keys())
    for (const session of await sessionsIn(association, db, now())) {
      const { account, name, created_at, seen_at, person } = session;
      const times = `since ${created_at.toISOString()}, last seen ${seen_at.toISOString()}`;
      if (act === 'list') say(`${association}  ${account}  ${name}  ${times}`);
      else if (account === who.toLowerCase()) ended += await endSessionsOf(association, db, person);
    }
  if (act === 'list') return;
  if (!ended) throw new Refusal('Nobody is signed in under that account.');
  say(`Signed out: ${ended}. To keep somebody out, also close the account at your own sign-in.`);
});
