import { namespaces, type Namespace } from '#web/i18n-words.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import type { Method } from '#kernel/method.ts';
import type { CommandState } from '#web/lib/command.ts';

/** Sign-in and people speak with this folder's words, whichever context's code a refusal carries. */
export function inOwnWords(problem: ApiProblem | null): ApiProblem | null {
  if (problem === null || !/^(auth|people|demo|mail)\./.test(problem.code)) return problem;
  if (problem.code.startsWith('mail.'))
    return new ApiProblem(problem.status, `account.${problem.code}`, problem.details);
  return new ApiProblem(problem.status, problem.code.replace(/^[a-z]+\./, 'account.'), problem.details);
}

/** The same of a form's command. */
export const commandInOwnWords = <M extends Method<'command'>>(command: CommandState<M>): CommandState<M> =>
  ({ ...command, error: inOwnWords(command.error) }) as CommandState<M>;

/** 'linkage.contract.offered' has its words at linkage:notice.contract.offered; those of people are this folder's. */
export function noticeKeyOf(topic: string): { namespace: Namespace; key: string } {
  const [context, ...rest] = topic.split('.');
  // Until people had a context of their own, their news was kept as the registry's.
  const told = context === 'registry' && ['grant', 'invitation', 'reset'].includes(rest[0]!) ? 'people' : context;
  const namespace = namespaces.find((name) => name === told) ?? 'account';
  return { namespace, key: `${namespace}:notice.${rest.join('.')}` };
}
