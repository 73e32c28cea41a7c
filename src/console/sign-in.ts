import type { Session, SignInElsewhere } from '../contract/staff.ts';
import type { StaffApi } from './api.ts';
import { whyThrown } from './fault.ts';
import type { Why } from './fault.ts';

/** Who is signed in, and how that goes. */
export type SignIn =
  | { state: 'asking' }
  | { state: 'failed'; why: Why }
  /**
   * `expired`: she was in a moment ago. `was`: who she was. `anew`: she signed out herself, so she is
   * asked who she is. `failed`: why the last attempt did not work.
   */
  | {
      state: 'out';
      busy: boolean;
      expired: boolean;
      was?: string | undefined;
      anew?: boolean;
      failed?: Why | undefined;
    }
  | { state: 'in'; session: Session };

/** The desk knows her (`in`), does not (`out`), or cannot say (`failed`). */
export const askSession = (api: StaffApi): Promise<SignIn> =>
  api.session().then(
    (session): SignIn => ({ state: 'in', session }),
    (error: unknown): SignIn => {
      const why = whyThrown(error);
      return why === 'signed-out'
        ? { state: 'out', busy: false, expired: false }
        : { state: 'failed', why };
    },
  );

/** In at once, elsewhere (`goTo`), or why not. */
export const beginSignIn = (
  api: StaffApi,
  returnTo: string,
  anew: boolean,
): Promise<Session | SignInElsewhere | { failed: Why }> =>
  api.signIn(returnTo, anew).catch((error: unknown) => ({ failed: whyThrown(error) }));
