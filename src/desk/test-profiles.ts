import { join } from 'node:path';
import type { Profile } from '../contract/profile.ts';
import { readProfiles, type Profiles } from './profiles.ts';
import { projectRoot } from './root.ts';

/** The demo associations, with what a test changes of them. */
export function profilesWith(changes: Readonly<Record<string, Partial<Profile>>>): Profiles {
  const demo = readProfiles(join(projectRoot(), 'profiles'));
  return new Map([...demo].map(([id, profile]) => [id, { ...profile, ...changes[id] }]));
}

/** A folder of the desk's own: the receiver that needs no secret and no other machine. */
export const FOLDER = { kind: 'folder', id: 'map', name: 'Map op de server' } as const;
