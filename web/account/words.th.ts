import type { ThaiWords } from '#web/lib/words.ts';
import type { words as vi } from './words.vi.ts';

export const words: ThaiWords<typeof vi> = {
  title: 'บัญชี',
};
