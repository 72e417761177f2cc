import { z } from 'zod';

/**
 * A method is what a page, a phone or another system may ask: `context.noun.verb`.
 * Its name is route, permission, audit entry, query key, OpenAPI operation and test title.
 */
export interface Method<
  Kind extends MethodKind = MethodKind,
  I extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly name: string;
  readonly input: I;
  readonly reply: R;
}

/** query: reads, GET. command: changes, POST. document: a file made from rows, GET. */
export type MethodKind = 'query' | 'command' | 'document';

export type InputOf<M extends Method> = z.input<M['input']>;
export type ParsedInputOf<M extends Method> = z.output<M['input']>;
export type ReplyOf<M extends Method> = z.output<M['reply']>;

interface Shape<I extends z.ZodType, R extends z.ZodType> {
  readonly input: I;
  readonly reply: R;
}

/** A question. Its input travels in the query string: flat, scalars and lists of scalars, numbers by z.coerce. */
export const query = <I extends z.ZodType, R extends z.ZodType>(
  name: string,
  shape: Shape<I, R>,
): Method<'query', I, R> => ({
  kind: 'query',
  name,
  ...shape,
});

/** A change: one transaction, one audit row; the same command id again has no second effect. */
export const command = <I extends z.ZodType, R extends z.ZodType>(
  name: string,
  shape: Shape<I, R>,
): Method<'command', I, R> => ({
  kind: 'command',
  name,
  ...shape,
});

/** A file made from rows: PDF, XLSX, CSV, JSON. */
export const document = <I extends z.ZodType>(
  name: string,
  shape: { readonly input: I },
): Method<'document', I, z.ZodVoid> => ({
  kind: 'document',
  name,
  reply: z.void(),
  ...shape,
});

/** A switch in a query string: 'true' or 'false'. */
export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');
