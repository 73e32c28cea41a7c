import type { Session } from '../contract/staff.ts';
import type { StaffApi } from './api.ts';
import { whyThrown } from './fault.ts';
import type { Why } from './fault.ts';

/** Who is signed in, and how that goes. */
export type SignIn =
  | { state: 'asking' }
  | { state: 'failed'; why: Why }
  /** `expired`: she was in a moment ago. `failed`: why the last attempt did not work. */
  | { state: 'out'; busy: boolean; expired: boolean; failed?: Why }
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

/** Signs in as the developer, where that can be. */
export const signInAsDeveloper = (api: StaffApi): Promise<SignIn> =>
  api.signIn().then(
    (session): SignIn => ({ state: 'in', session }),
    (error: unknown): SignIn => ({
      state: 'out',
      busy: false,
      expired: false,
      failed: whyThrown(error),
    }),
  );
