import { Hono } from 'hono';
import { html } from 'hono/html';
import { generateSpecs } from 'hono-openapi';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import type { Env } from '../http/env.ts';
import { PLAIN_POLICY } from '../http/headers.ts';
import { problemOf } from '../http/problem.ts';

/** What the desk can be asked, for programs (`/openapi.json`, OpenAPI 3.1) and for people (`/api`). */

type Spec = Awaited<ReturnType<typeof generateSpecs>>;

const describeApi = (app: Hono<Env>): Promise<Spec> =>
  generateSpecs(app, {
    documentation: {
      openapi: '3.1.0',
      info: {
        title: 'Keukentafel desk',
        version: '1',
        description:
          'Repair requests, photos and messages of tenants, the work of staff on them, and what the association’s own system says back.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: '__Host-kt-staff' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    exclude: [/^\/(?!api\/v1\/)/],
    defaultValidationErrorResponse: false,
  });

/** @param app whose routes are described, these among them */
export function apiRoutes(app: Hono<Env>): Hono<Env> {
  let spec: Promise<Spec> | undefined;
  const specOnce = () => (spec ??= describeApi(app));
  return new Hono<Env>()
    .get('/openapi.json', async (c) => {
      c.header('Cache-Control', 'public, max-age=300');
      c.header('Access-Control-Allow-Origin', '*');
      c.header('Cross-Origin-Resource-Policy', 'cross-origin');
      return c.json(await specOnce());
    })
    .get('/api', async (c) => {
      c.header('Content-Security-Policy', PLAIN_POLICY);
      c.header('Cache-Control', 'public, max-age=300');
      return c.html(page(await specOnce()));
    });
}

interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: readonly { in: string; name: string; description?: string }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<
    string,
    { description?: string; content?: Record<string, { schema?: unknown }> }
  >;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'] as const;

const schemaBlock = (schema: unknown) =>
  schema ? html`<pre>${JSON.stringify(schema, null, 2)}</pre>` : '';

const jsonOf = (content: Record<string, { schema?: unknown }> | undefined) =>
  Object.values(content ?? {})[0]?.schema;

function operation(method: string, path: string, about: Operation) {
  return html`<section>
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${about.summary}</p>
    ${
      about.parameters?.length
        ? html`<ul>
            ${about.parameters.map(
              (each) =>
                html`<li><code>${each.name}</code> (${each.in}) ${each.description ?? ''}</li>`,
            )}
          </ul>`
        : ''
    }
    ${
      about.requestBody
        ? html`<details class="why">
            <summary>Request body</summary>
            ${schemaBlock(jsonOf(about.requestBody.content))}
          </details>`
        : ''
    }
    <ul>
      ${Object.entries(about.responses ?? {}).map(
        ([status, response]) =>
          html`<li><strong>${status}</strong> ${response.description ?? ''}</li>`,
      )}
    </ul>
  </section>`;
}

const page = (spec: Spec) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${spec.info.title}: what can be asked</title>
        <link rel="stylesheet" href="/plain/plain.css" />
      </head>
      <body>
        <main>
          <h1>${spec.info.title}</h1>
          <p>${spec.info.description}</p>
          <p>For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI ${spec.openapi}).</p>
          <h2>Addresses</h2>
          ${Object.entries(spec.paths).flatMap(([path, item]) =>
            METHODS.flatMap((method) => {
              const about = (item as Partial<Record<string, Operation>>)[method];
              return about ? [operation(method, path, about)] : [];
            }),
          )}
          <h2>Problems</h2>
          <p>
            Errors are <code>application/problem+json</code> (RFC 9457). Nothing of the input is
            repeated.
          </p>
          <dl class="answers">
            ${(Object.keys(PROBLEMS) as ProblemCode[]).map((code) => {
              const { status, title } = problemOf(code);
              return html`<div id="problem-${code}">
                <dt>${code}</dt>
                <dd>${status}: ${title}</dd>
              </div>`;
            })}
          </dl>
        </main>
      </body>
    </html>`;
