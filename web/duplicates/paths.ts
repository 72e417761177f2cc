import type { PairId, Subject } from '#contexts/duplicates/pair.ts';

/** Every address of this context's pages; links are made with these, never by hand. */
export const duplicatesPaths = {
  pairs: '/registry/duplicates',
  pairsOf: (subject: Subject, record?: string) =>
    `/registry/duplicates?subject=${subject}${record === undefined ? '' : `&record=${record}`}`,
  /** With the filters of the list it came from, so that next and previous are those of the list. */
  pair: (id: PairId | ':id', search = '') => `/registry/duplicates/${id}${search}`,
  runs: '/registry/duplicates/runs',
} as const;
