import { ERASURE_REASONS, type ErasureReason } from '../../contract/staff.ts';
import { Refusal } from '../refusal.ts';
import { eraseByReference } from '../reports/erase.ts';
import { ADMINISTRATOR, associationNamed, command } from './command.ts';

/** `npm run erase -- <association> <reference> [asked|mistake|other]` */
await command(async (tools, [association, reference = '', asked = 'asked']) => {
  const profile = associationNamed(tools, association);
  const why = ERASURE_REASONS.find((each): each is ErasureReason => each === asked);
  if (!why) throw new Refusal(`The reason must be one of ${ERASURE_REASONS.join(', ')}.`);
  const erased = await eraseByReference(tools, profile, reference, { why, by: ADMINISTRATOR });
  // The reference is not repeated: what is said here may end up in a log.
  if (!erased) throw new Refusal(`${profile.name} has nothing under this reference.`);
  tools.say(`Erased: one ${erased.what}, with everything that belonged to it.`);
  if (erased.elsewhere.length)
    tools.say(`It also went to ${erased.elsewhere.join(', ')}: have it erased there too.`);
});
