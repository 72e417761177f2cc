import { useEffect, useState } from 'react';

export type Fetched<Reply> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly reply: Reply }
  | { readonly state: 'not-found' }
  | { readonly state: 'too-many' }
  | { readonly state: 'failed'; readonly retry: () => void };

interface Answered<Reply> {
  readonly url: string;
  readonly tries: number;
  readonly found: { readonly status: number; readonly reply?: Reply };
}

async function asked<Reply>(url: string, signal: AbortSignal): Promise<{ status: number; reply?: Reply }> {
  const response = await fetch(url, { signal });
  return response.ok ? { status: 200, reply: (await response.json()) as Reply } : { status: response.status };
}

/** One public question, asked when the page opens. No cache: a public page asks once. */
export function useFetched<Reply>(url: string): Fetched<Reply> {
  const [tries, setTries] = useState(0);
  const [answered, setAnswered] = useState<Answered<Reply>>();
  useEffect(() => {
    const stop = new AbortController();
    const keep = (found: Answered<Reply>['found']): void => {
      if (!stop.signal.aborted) setAnswered({ url, tries, found });
    };
    asked<Reply>(url, stop.signal).then(keep, () => keep({ status: 0 }));
    return () => stop.abort();
  }, [url, tries]);

  if (answered?.url !== url || answered.tries !== tries) return { state: 'loading' };
  const { status, reply } = answered.found;
  if (reply !== undefined) return { state: 'there', reply };
  // A malformed key names nothing either.
  if (status === 404 || status === 400) return { state: 'not-found' };
  if (status === 429) return { state: 'too-many' };
  return { state: 'failed', retry: () => setTries((count) => count + 1) };
}
