import type { EnglishWords } from '#web/lib/words.ts';
import type { list as vi } from './list-words.vi.ts';

export const list: EnglishWords<typeof vi> = {
  sizeLabel: 'Size',
  ratingLabel: 'Rating',
  size: { micro: 'Micro', small: 'Small', medium: 'Medium', large: 'Large', 'not-computed': 'Not computed' },
  rating: { good: 'Good', fair: 'Fair', average: 'Average', weak: 'Weak', 'not-computed': 'Not computed' },
  ofYear: '{{name}} ({{year}})',
  asOfLabel: 'As of',
  asOfBanner: 'The list as of {{day}}',
  asOfText: 'Name, kind, status, fields and seat are those of that day. Exports follow this day too.',
  asOfToday: 'Back to today',
};
