import type { HttpBindings } from '@hono/node-server';
import type { Profile } from '../../contract/profile.ts';
import type { StaffSession } from '../repositories/sessions.ts';

/** What middleware leaves for the handlers behind it. */
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: { request: string; profile: Profile; session: StaffSession };
}
