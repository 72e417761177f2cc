import { act, officer, waiting } from './act.vi.ts';
import { boundary } from './boundary.vi.ts';
import { address, link } from './link.vi.ts';
import { obstacle, problem } from './problem.vi.ts';
import { unit } from './unit.vi.ts';

export const words = {
  kind: { ward: 'Phường', commune: 'Xã', 'special-zone': 'Đặc khu', township: 'Thị trấn' },
  unitLabel: 'Đơn vị',
  unit,
  act,
  link,
  address,
  boundary,
  waiting,
  officer,
  problem,
  obstacle,
} as const;
