import type { EnglishWords } from '#web/lib/words.ts';
import { act, officer, waiting } from './act.en.ts';
import { boundary } from './boundary.en.ts';
import { address, link } from './link.en.ts';
import { obstacle, problem } from './problem.en.ts';
import { unit } from './unit.en.ts';
import type { words as vi } from './words.vi.ts';

export const words: EnglishWords<typeof vi> = {
  kind: { ward: 'Ward', commune: 'Commune', 'special-zone': 'Special zone', township: 'Township' },
  unitLabel: 'Unit',
  unit,
  act,
  link,
  address,
  boundary,
  waiting,
  officer,
  problem,
  obstacle,
};
