import { createMiddleware } from 'hono/factory';
import type { Desk } from '../desk.ts';
import type { Env } from './env.ts';
import { ProblemError } from './problem.ts';

/** Finds the profile of the association in the address; there is nothing at any other. */
export const association = (desk: Desk) =>
  createMiddleware<Env>(async (c, next) => {
    const profile = desk.profiles.get(c.req.param('association') ?? '');
    if (!profile) throw new ProblemError('not-found');
    c.set('profile', profile);
    return next();
  });
