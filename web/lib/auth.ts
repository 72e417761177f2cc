import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { ApiProblem, isApiProblem } from './api-problem.ts';
import { send } from './api.ts';

/** A wrong code or password is no ended session: only the latter leads back to the sign-in page. */
const refusedOnly = (problem: unknown): unknown =>
  isApiProblem(problem) && problem.status === 401 && problem.code !== 'auth.unauthorized'
    ? new ApiProblem(422, problem.code, problem.details)
    : problem;

/** Asks one of the sign-in endpoints, which set cookies and so are no commands. */
export const askAuth = <Reply>(path: string): Promise<Reply> =>
  send(`/api/auth/${path}`, { headers: { accept: 'application/json' } }) as Promise<Reply>;

export const sendAuth = <Reply>(path: string, body: object = {}): Promise<Reply> =>
  send(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch((problem: unknown) => {
    throw refusedOnly(problem);
  }) as Promise<Reply>;

export const signInAsDemonstration = (account: string): Promise<unknown> =>
  send('/api/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });

/** Something done with the sign-in endpoints, and how it went. */
export const useAuthAction = <Given, Reply>(
  act: (given: Given) => Promise<Reply>,
  onSuccess?: (reply: Reply, given: Given) => unknown,
): UseMutationResult<Reply, ApiProblem, Given> =>
  useMutation<Reply, ApiProblem, Given>({
    mutationFn: act,
    networkMode: 'always',
    ...(onSuccess && { onSuccess: (reply, given) => onSuccess(reply, given) }),
  });

/** A path within our own pages; anything else leads home. */
export function ownPath(path: string | null): string {
  if (path === null || !URL.canParse(path, location.origin)) return '/';
  const { origin, pathname, search, hash } = new URL(path, location.origin);
  // What is left of '/.//other.example' is '//other.example': the address of another site.
  return origin === location.origin && !pathname.startsWith('//') ? pathname + search + hash : '/';
}

/** Starts the app anew as whoever is signed in now, so that nothing of the person before stays in memory. */
export const startAnew = (path: string): void => location.assign(path);

/** Once for each opened app: a session in use is prolonged, at most daily, and its cookie with it. */
export const keepSession = (): Promise<unknown> => askAuth('get-session').catch(() => undefined);
