import type { ThaiWords } from '#web/lib/words.ts';
import { act, officer, waiting } from './act.th.ts';
import { boundary } from './boundary.th.ts';
import { address, link } from './link.th.ts';
import { obstacle, problem } from './problem.th.ts';
import { unit } from './unit.th.ts';
import type { words as vi } from './words.vi.ts';

export const words: ThaiWords<typeof vi> = {
  kind: { ward: 'แขวง', commune: 'ตำบล', 'special-zone': 'เขตพิเศษ', township: 'เทศบาลเมือง' },
  unitLabel: 'หน่วย',
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
