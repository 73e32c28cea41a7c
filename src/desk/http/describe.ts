import { describeRoute, resolver } from 'hono-openapi';
import type { GenericSchema } from 'valibot';
import { IDEMPOTENCY_KEY } from '../../contract/endpoints.ts';
import { PROBLEMS, ProblemSchema, type ProblemCode } from '../../contract/problem.ts';
import { PROBLEM_TYPE } from './problem.ts';

export interface Description {
  /** What it is for, in one sentence. */
  summary: string;
  body?: GenericSchema;
  /** By status: the JSON that is answered, or what is answered in words. */
  answers: Readonly<Record<number, GenericSchema | string>>;
  problems?: readonly ProblemCode[];
  /** Takes an Idempotency-Key. */
  key?: boolean;
  /** Needs the session of a member of staff. */
  staff?: boolean;
  /** Needs the token of the association's own system. */
  system?: boolean;
  /** Query parameters, with what they are for. */
  query?: Readonly<Record<string, string>>;
}

// What a schema checks beyond its shape (a trimmed text) has no word in JSON Schema.
const schemaOf = (schema: GenericSchema) => resolver(schema, { errorMode: 'ignore' });

const answer = (what: GenericSchema | string) =>
  typeof what === 'string'
    ? { description: what }
    : { description: 'Done.', content: { 'application/json': { schema: schemaOf(what) } } };

/** Several problems can share a status. */
function problemAnswers(codes: readonly ProblemCode[]) {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code]))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes.filter((code) => PROBLEMS[code] === status).join(', '),
        content: { [PROBLEM_TYPE]: { schema: schemaOf(ProblemSchema) } },
      },
    ]),
  );
}

/** Puts a route into `/openapi.json`. */
export const describe = ({ problems = [], ...about }: Description) =>
  describeRoute({
    summary: about.summary,
    tags: [about.staff ? 'staff' : about.system ? 'system' : 'public'],
    ...(about.staff ? { security: [{ session: [] }] } : {}),
    ...(about.system ? { security: [{ token: [] }] } : {}),
    parameters: [
      ...(about.key
        ? [
            {
              in: 'header' as const,
              name: IDEMPOTENCY_KEY,
              description: 'A uuid; the same request under the same key happens once.',
              required: !about.staff,
              schema: { type: 'string' as const, format: 'uuid' },
            },
          ]
        : []),
      ...Object.entries(about.query ?? {}).map(([name, description]) => ({
        in: 'query' as const,
        name,
        description,
        schema: { type: 'string' as const },
      })),
    ],
    ...(about.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(about.body) } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(about.answers).map(([status, what]) => [status, answer(what)]),
      ),
      ...problemAnswers([
        ...problems,
        'not-found',
        'too-many-requests',
        ...(about.staff || about.system ? (['sign-in'] as const) : []),
      ]),
    },
  });
