import type { FigureKey } from '#contexts/insight/figure.ts';

/** Every address of this context's pages; links are made with these, never by hand. */
export const insightPaths = {
  front: '/',
  home: '/home',
  work: '/work',
  exports: '/exports',
  walk: '/walk',
  figures: '/figures',
  figure: (key: FigureKey | ':key') => `/figures/${key}`,
} as const;
