import type { Config } from '../config.ts';
import type { Profiles } from '../profiles.ts';
import { Refusal } from '../refusal.ts';

/** Where the people of an association sign in, and as which client the desk asks. */
export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** By association. */
export type Providers = ReadonlyMap<string, Provider>;

/** @throws {Refusal} naming the profile or the variable that is missing */
export function providersOf(
  profiles: Profiles,
  { oidc, clientSecrets }: Pick<Config, 'oidc' | 'clientSecrets'>,
): Providers {
  return new Map(
    [...profiles].map(([id, { staff }]) => {
      if (!staff)
        throw new Refusal(
          `The profile of ${id} does not say who of its people may sign in: add "staff" (see docs/running-a-desk.md).`,
        );
      const name = id.toUpperCase().replaceAll('-', '_');
      const clientSecret = clientSecrets.get(name);
      if (!staff.provider) {
        if (oidc) return [id, oidc];
        throw new Refusal(
          'The desk needs the sign-in of your association: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
        );
      }
      if (!clientSecret)
        throw new Refusal(
          `The profile of ${id} names a provider of its own: set OIDC_CLIENT_SECRET_${name}.`,
        );
      return [id, { ...staff.provider, clientSecret }];
    }),
  );
}
