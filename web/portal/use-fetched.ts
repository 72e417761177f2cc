import { useEffect, useState } from 'react';

export type Fetched<Reply> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly reply: Reply }
  | { readonly state: 'not-found' }
  | { readonly state: 'failed'; readonly retry: () => void };

/** One public question, asked when the page opens. No cache: a public page asks once. */
export function useFetched<Reply>(url: string): Fetched<Reply> {
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Fetched<Reply>>({ state: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    const failed = (): void => setFound({ state: 'failed', retry: () => setTries((count) => count + 1) });
    setFound({ state: 'loading' });
    fetch(url, { signal: stop.signal })
      .then(async (response) => {
        if (response.ok) return setFound({ state: 'there', reply: (await response.json()) as Reply });
        return response.status === 404 ? setFound({ state: 'not-found' }) : failed();
      })
      .catch(() => {
        if (!stop.signal.aborted) failed();
      });
    return () => stop.abort();
  }, [url, tries]);
  return found;
}
