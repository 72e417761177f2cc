import type { EnglishWords } from '#web/lib/words.ts';
import type { words as vi } from './words.vi.ts';

export const words: EnglishWords<typeof vi> = {
  title: 'Account',
};
