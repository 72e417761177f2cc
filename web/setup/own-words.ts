import type { Method } from '#kernel/method.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import type { CommandState } from '#web/lib/command.ts';

/** Setting up speaks with this folder's words, whichever context's code a refusal carries. */
export function inOwnWords(problem: ApiProblem | null): ApiProblem | null {
  if (problem === null) return null;
  if (/^(mail|file)\./.test(problem.code))
    return new ApiProblem(problem.status, `setup.${problem.code}`, problem.details);
  if (!/^(registry|people)\./.test(problem.code)) return problem;
  return new ApiProblem(problem.status, problem.code.replace(/^[a-z]+\./, 'setup.'), problem.details);
}

/** The same of a form's command. */
export const commandInOwnWords = <M extends Method<'command'>>(command: CommandState<M>): CommandState<M> =>
  ({ ...command, error: inOwnWords(command.error) }) as CommandState<M>;
