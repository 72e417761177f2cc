import { canonicalJson } from '#kernel/canonical.ts';
import { newId } from '#kernel/id.ts';
import { ApiProblem } from './api-problem.ts';

/** Not known whether the server did it: it did not answer, or broke while doing so. */
const isUndecided = (problem: unknown): boolean =>
  !(problem instanceof ApiProblem) || problem.isNetwork || problem.status >= 500 || problem.status === 429;

/**
 * The ids of one button's or form's commands. While it is undecided whether a submit arrived, the same input keeps its
 * id, so that trying again cannot do it twice; a decided one, or another input, gets a new id.
 */
export function commandIds() {
  let open: { id: string; input: string } | undefined;
  return {
    idFor(input: unknown): string {
      const text = canonicalJson(input ?? {});
      if (open?.input !== text) open = { id: newId(), input: text };
      return open.id;
    },
    settle(problem?: unknown): void {
      if (problem === undefined || !isUndecided(problem)) open = undefined;
    },
  };
}
