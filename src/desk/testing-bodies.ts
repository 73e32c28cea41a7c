/** What may stand in the bodies that the desk takes, read from its own description of them. */

interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
}

export interface Leaf {
  /** "answers.address.postcode"; `*` stands for any name, and for any place in a list. */
  path: string;
  schema: Schema;
}

function leavesOf(schema: Schema, path: readonly string[] = []): Leaf[] {
  const { properties, additionalProperties, items } = schema;
  const within = [
    ...Object.entries(properties ?? {}),
    ...(typeof additionalProperties === 'object' ? [['*', additionalProperties] as const] : []),
    ...(items ? [['*', items] as const] : []),
  ];
  return within.length
    ? within.flatMap(([name, each]) => leavesOf(each, [...path, name]))
    : [{ path: path.join('.'), schema }];
}

/** "POST /api/v1/:association/messages" → what may stand in its JSON. */
export async function bodiesTaken(origin: string): Promise<ReadonlyMap<string, readonly Leaf[]>> {
  const { paths } = (await (await fetch(`${origin}/openapi.json`)).json()) as {
    paths: Record<
      string,
      Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>
    >;
  };
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema;
        const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
        return schema ? [[route, leavesOf(schema)] as const] : [];
      }),
    ),
  );
}

/** Fields by which a body points to something that somebody has: an id, or a reference. */
export const pointers = (leaves: readonly Leaf[]): string[] =>
  leaves
    .filter(({ path, schema }) => schema.format === 'uuid' || path === 'reference')
    .map(({ path }) => path.replace(/\.\*$/, ''));

/** A body with this at one place of it. */
export function withLeaf(body: unknown, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  if (!name) return value;
  const further = rest.join('.');
  if (name === '*' && (Array.isArray(body) || body === undefined))
    return [withLeaf(undefined, further, value)];
  const at = (body ?? {}) as Record<string, unknown>;
  return { ...at, [name]: withLeaf(at[name], further, value) };
}
