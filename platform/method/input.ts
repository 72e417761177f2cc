import type { z } from 'zod';
import type { Method } from '#kernel/method.ts';
import { malformed, type FieldTrouble } from '#kernel/problem.ts';

type Issue = z.core.$ZodIssue;

/** A stable code for what is wrong with a field: a code of our own where a schema gave one, else zod's kind. */
function codeOf(issue: Issue): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'field.missing' : 'field.wrong-type';
  return `field.${issue.code.replaceAll('_', '-')}`;
}

const troubleOf = (issue: Issue): FieldTrouble[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), code: 'field.unknown' }));
  return [{ path: issue.path.join('.'), code: codeOf(issue), message: issue.message }];
};

interface Unwrapped {
  readonly type: string;
  readonly innerType?: z.ZodType;
}

function isList(schema: z.ZodType): boolean {
  const { type, innerType } = (schema as unknown as { _zod: { def: Unwrapped } })._zod.def;
  return type === 'array' || (innerType !== undefined && isList(innerType));
}

/** A list of one looks like a scalar in a query string: the schema says which it is. */
export function fromQueryString(method: Method, raw: unknown): unknown {
  const shape = (method.input as Partial<z.ZodObject>).shape;
  if (shape === undefined || raw === null || typeof raw !== 'object') return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [
      key,
      shape[key] !== undefined && isList(shape[key] as z.ZodType) && !Array.isArray(value) ? [value] : value,
    ]),
  );
}

/** Checks an input by its schema; a Problem names every field that is wrong. */
export function parseInput<M extends Method>(method: M, raw: unknown): z.output<M['input']> {
  const parsed = method.input.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data as z.output<M['input']>;
  throw malformed(parsed.error.issues.flatMap(troubleOf));
}
