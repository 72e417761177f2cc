import type { EnglishWords } from '#web/lib/words.ts';
import type { words as vi } from './words.vi.ts';

export const words: EnglishWords<typeof vi> = {
  language: 'Language',
  loading: 'Loading…',
  failed: 'This could not be loaded. Check the network and try again.',
  notFound: 'There is nothing at this address.',
  retry: 'Try again',
  publicPage: 'Public information',
  synthetic: 'Synthetic data, not real figures.',
};
