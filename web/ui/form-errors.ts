import type { InputOf, Method } from '#kernel/method.ts';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { fieldText, type IssueLike } from '#web/lib/problem-text.ts';

export type FieldErrors = Record<string, string>;

/** Text left blank is not given: an optional field is absent rather than ''. */
export function withoutBlanks<Values extends object>(values: Values): Partial<Values> {
  const given = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return Object.fromEntries(given) as Partial<Values>;
}

const at = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** The form's own check: the method's input schema, each trouble in words at its field. */
export function inputErrors<M extends Method>(method: M, input: InputOf<M>): FieldErrors {
  const parsed = method.input.safeParse(input, { reportInput: true });
  if (parsed.success) return {};
  return collected(parsed.error.issues.map((issue) => [at(issue.path), fieldText(issue as IssueLike)]));
}

/** The server's check, which knows more. */
export const serverErrors = (problem: ApiProblem): FieldErrors =>
  collected(problem.fields.map((field) => [field.path, fieldText(field)]));

function collected(entries: readonly (readonly [string, string])[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const [path, text] of entries) errors[path] ??= text;
  return errors;
}
