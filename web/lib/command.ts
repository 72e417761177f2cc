import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import type { ApiProblem } from './api-problem.ts';
import { contextOf, send } from './api.ts';
import { commandIds } from './command-ids.ts';

type Command = Method<'command'>;

/** One command under an id made here: the same id again has no second effect. */
export const sendCommand = <M extends Command>(method: M, input: InputOf<M>, commandId: string): Promise<ReplyOf<M>> =>
  send(`/api/${method.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'command-id': commandId },
    body: JSON.stringify(input ?? {}),
  }) as Promise<ReplyOf<M>>;

/** After a change: the answers of these contexts are asked again when next looked at, those on screen at once. */
export const markStale = (client: QueryClient, contexts: readonly string[]): Promise<unknown> =>
  Promise.all(contexts.map((context) => client.invalidateQueries({ queryKey: [context] })));

export type CommandState<M extends Command> = UseMutationResult<ReplyOf<M>, ApiProblem, InputOf<M>>;

/**
 * A command and its state: `const sign = useCommand(signContract)`, `sign.mutate(input)`, `sign.error?.obstacles`.
 * A submit that may or may not have arrived is sent again under the same id, by itself or when the person presses
 * again with the same input.
 */
export function useCommand<M extends Command>(method: M, also: { stale?: readonly string[] } = {}): CommandState<M> {
  const client = useQueryClient();
  const ids = useRef(commandIds());
  return useMutation<ReplyOf<M>, ApiProblem, InputOf<M>>({
    mutationFn: async (input) => {
      const reply = await sendCommand(method, input, ids.current.idFor(input)).catch((problem: unknown) => {
        ids.current.settle(problem);
        throw problem;
      });
      ids.current.settle();
      return reply;
    },
    retry: (tries, problem) => tries < 2 && problem.isNetwork && navigator.onLine,
    retryDelay: (tries) => 800 * 2 ** tries,
    networkMode: 'always',
    onSuccess: () => markStale(client, [contextOf(method), ...(also.stale ?? [])]),
  });
}
