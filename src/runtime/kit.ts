import type { Dictionary } from '../contract/text.ts';
import type { PublicProfile } from '../contract/profile.ts';
import type { Reviewed } from '../contract/reviewed.ts';
import { clockOf } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './desk-client.ts';

/**
 * What every element of the kit on this page stands on. The association's entry script sets it
 * before it defines any element; whoever bundles the kit calls `configureKit`.
 */
export interface Kit {
  profile: PublicProfile;
  clock: Clock;
  /** Absent: elements hand what was filled in to the page, by a cancelable event. */
  desk?: Desk;
  /** Loads one file of texts. */
  loadTexts: (language: string, file: string) => Promise<Dictionary>;
  /** Left out: as the kit was made. */
  reviewed?: Reviewed;
}

export interface KitOptions {
  profile: PublicProfile;
  /** Of the desk, without a slash at the end. */
  deskOrigin?: string;
  loadTexts: Kit['loadTexts'];
  reviewed?: Reviewed;
}

let current: Kit | undefined;
let configured: (kit: Kit) => void;
const waiting = new Promise<Kit>((resolve) => (configured = resolve));

export function configureKit({ profile, deskOrigin, loadTexts, reviewed }: KitOptions): void {
  current = {
    profile,
    clock: clockOf(profile.now),
    desk: deskOrigin ? { origin: deskOrigin, association: profile.id } : undefined,
    loadTexts,
    reviewed,
  };
  configured(current);
}

/** Undefined until `configureKit`. */
export const currentKit = (): Kit | undefined => current;

export const kitReady = (): Promise<Kit> => (current ? Promise.resolve(current) : waiting);
