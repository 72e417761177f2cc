import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { type ApiProblem, problemFrom, unreachable } from './api-problem.ts';
import { searchOf } from './params.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiProblem;
  }
}

type Query = Method<'query'>;

/** 'linkage.contract.sign' belongs to linkage: a command makes its context's answers stale. */
export const contextOf = (method: Method): string => method.name.split('.')[0] ?? method.name;

/** One request; whatever is not a good answer becomes an ApiProblem. */
export async function send(url: string, init: RequestInit): Promise<unknown> {
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
  send(addressOf(method, input), { headers: { accept: 'application/json' }, signal: signal ?? null }) as Promise<
    ReplyOf<M>
  >;

/** The address of a document made from rows (PDF, XLSX …), for a plain link. */
export const documentUrl = <M extends Method<'document'>>(method: M, input: InputOf<M>): string =>
  addressOf(method, input);
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
