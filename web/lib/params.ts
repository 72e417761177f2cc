import type { z } from 'zod';
import type { InputOf, Method } from '#kernel/method.ts';

type Params = Readonly<Record<string, string | readonly string[]>>;

/** Under optional, default and the like. */
const inner = (schema: z.ZodType): z.ZodType => {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? inner(innerType) : schema;
};
const isList = (schema: z.ZodType): boolean => inner(schema).def.type === 'array';

// Told by its definition, not by its class: the shell comes without zod.
const shapeOf = (method: Method): Readonly<Record<string, z.ZodType>> =>
  'shape' in method.input ? (method.input.shape as Record<string, z.ZodType>) : {};

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/**
 * An input as the query string a GET carries: blanks left out, a list as the same name several times, names in order,
 * so that the same question has one key.
 */
export function searchOf(input: unknown): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((input ?? {}) as Record<string, unknown>).toSorted(byName)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') search.append(name, String(item));
    }
  }
  return search;
}

/** The fields of this method that stand in the URL, as text. */
export function paramsIn(method: Method, search: URLSearchParams): Params {
  const found: Record<string, string | string[]> = {};
  for (const [name, schema] of Object.entries(shapeOf(method))) {
    const values = search.getAll(name).filter((value) => value !== '');
    if (values.length > 0) found[name] = isList(schema) ? values : (values.at(-1) ?? '');
  }
  return found;
}

/**
 * The filters of a list: what the URL says, parsed by the method's own input. A value that the method would refuse
 * (an old link, a typing mistake) is left out rather than breaking the page.
 */
export function filtersIn<M extends Method>(
  method: M,
  search: URLSearchParams,
  fixed: Partial<InputOf<M>> = {},
): InputOf<M> {
  const params: Record<string, unknown> = { ...paramsIn(method, search), ...fixed };
  const parsed = method.input.safeParse(params);
  if (!parsed.success) for (const issue of parsed.error.issues) delete params[String(issue.path[0])];
  return params as InputOf<M>;
}
