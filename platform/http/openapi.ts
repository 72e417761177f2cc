import { z } from 'zod';
import type { Method } from '#kernel/method.ts';
import { problemStatus } from '#kernel/problem.ts';
import { sessionCookieName } from '#platform/session/cookie.ts';

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;

const problem = {
  description: 'A refusal with a stable code (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function parameters(method: Method): Json[] {
  const schema = schemaOf(method.input, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

const commandId = {
  name: 'command-id',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
  description: 'Made by the caller. The same command sent again with it has no second effect and gets the first reply.',
};

function operation(method: Method): Json {
  const [context, noun] = method.name.split('.');
  const reply =
    method.kind === 'document'
      ? {
          description: 'A file.',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        }
      : { description: 'Done.', content: { 'application/json': { schema: schemaOf(method.reply, 'output') } } };
  const common = { operationId: method.name, tags: [`${context}.${noun}`], responses: { 200: reply, '4XX': problem } };
  if (method.kind !== 'command') return { get: { ...common, parameters: parameters(method) } };
  const body = { required: true, content: { 'application/json': { schema: schemaOf(method.input, 'input') } } };
  return { post: { ...common, parameters: [commandId], requestBody: body } };
}

/** OpenAPI 3.1, made from the methods themselves. */
export function openApi(methods: readonly Method[], origin: string): Json {
  const ordered = [...methods].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lienket',
      version: '1',
      description: "The open platform of a province's collective economy.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(ordered.map((method) => [`/api/${method.name}`, operation(method)])),
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(origin) } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer', enum: [...Object.values(problemStatus), 500] },
            code: { type: 'string', description: 'Stable; what programs and translations go by.' },
            fields: {
              type: 'array',
              items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' } } },
            },
            obstacles: { type: 'array', items: { type: 'string' }, description: 'Every reason at once.' },
          },
        },
      },
    },
    security: [{ session: [] }, {}],
  };
}
