import {
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { ApiProblem, problemFrom, unreachable } from './api-problem.ts';
import { commandIds } from './command-ids.ts';
import { searchOf } from './params.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiProblem;
  }
}

type Query = Method<'query'>;
type Command = Method<'command'>;

/** 'linkage.contract.sign' belongs to linkage: a command makes its context's answers stale. */
export const contextOf = (method: Method): string => method.name.split('.')[0] ?? method.name;

async function send(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { credentials: 'same-origin', ...init }).catch((trouble: unknown) => {
    if (trouble instanceof DOMException && trouble.name === 'AbortError') throw trouble;
    throw unreachable();
  });
  const body = await response.text().catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw problemFrom(response.status, body);
  return body === '' ? undefined : JSON.parse(body);
}

const addressOf = (method: Method, input: unknown): string => {
  const search = searchOf(input).toString();
  return `/api/${method.name}${search === '' ? '' : `?${search}`}`;
};

/** One query, without the cache. Pages use `useAnswer`; loaders `ask`. */
export const fetchAnswer = <M extends Query>(method: M, input: InputOf<M>, signal?: AbortSignal): Promise<ReplyOf<M>> =>
  send(addressOf(method, input), { headers: { accept: 'application/json' }, signal: signal ?? null }) as Promise<ReplyOf<M>>;

/** One command under an id made here: the same id again has no second effect. */
export const sendCommand = <M extends Command>(method: M, input: InputOf<M>, commandId: string): Promise<ReplyOf<M>> =>
  send(`/api/${method.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'command-id': commandId },
    body: JSON.stringify(input ?? {}),
  }) as Promise<ReplyOf<M>>;

/** The address of a document made from rows (PDF, XLSX …), for a plain link. */
export const documentUrl = <M extends Method<'document'>>(method: M, input: InputOf<M>): string => addressOf(method, input);
export const fileUrl = (id: string): string => `/files/${id}`;

/** The question and how it is kept: key = context, method and input. For loaders, prefetching and useQuery. */
export const answer = <M extends Query>(method: M, input: InputOf<M>) =>
  queryOptions<ReplyOf<M>>({
    queryKey: [contextOf(method), method.name, searchOf(input).toString()],
    queryFn: ({ signal }) => fetchAnswer(method, input, signal),
  });

/** The answer a page is made of; its loader has asked already, so that it is there at once. */
export const useAnswer = <M extends Query>(method: M, input: InputOf<M>): ReplyOf<M> =>
  useSuspenseQuery(answer(method, input)).data;

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
