import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isApiProblem } from './api-problem.ts';

/** One cache for the app. A 401 anywhere means the session has ended: the shell then asks to sign in again. */
export function appQueryClient(onUnauthenticated: () => void): QueryClient {
  const onError = (problem: unknown): void => {
    if (isApiProblem(problem) && problem.status === 401) onUnauthenticated();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        retry: (tries, problem) => tries < 2 && isApiProblem(problem) && (problem.isNetwork || problem.status === 503),
        retryDelay: (tries) => 500 * 2 ** tries,
        // Without a network the question fails at once, and the page says so.
        networkMode: 'always',
      },
    },
  });
}
