import { nameLevel, nameLevels, withOneLeftOut, type Spelling } from './spelling.ts';
import type { Field } from './weighing.ts';

/** The one value of a key, or none. */
export const known = (value: string | number | null): readonly string[] => (value === null ? [] : [String(value)]);

/** The last nine digits: 0912…, +84 912… and 84912… are one number. */
export const digitsOf = (phone: string | null): string | null => {
  const digits = phone?.replaceAll(/\D/g, '') ?? '';
  return digits.length < 8 ? null : digits.slice(-9);
};

/** How many have each value; a blank counts among all, so that two telephones known in a whole province do not look common. */
export class Census {
  readonly #counts = new Map<string, number>();
  readonly #all: number;
  constructor(values: Iterable<string | null>) {
    let all = 0;
    for (const value of values) {
      all += 1;
      if (value === null) continue;
      this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    }
    this.#all = Math.max(all, 2);
  }
  /** The share of the others who have this value: one who is alone with a pair's second is one of all. */
  shareOf(value: string): number {
    return Math.max(1, (this.#counts.get(value) ?? 1) - 1) / this.#all;
  }
}

interface Named {
  readonly spelling: Spelling;
}

function* slipsOf(members: readonly Named[]): Iterable<string> {
  for (const { spelling } of members) yield* withOneLeftOut(spelling.plain);
}

/** How names agree, whatever bears them. */
export function nameField<Row extends Named>(members: readonly Row[]): Field<Row> {
  const marked = new Census(members.map(({ spelling }) => spelling.marked.join(' ')));
  const plainly = new Census(members.map(({ spelling }) => spelling.plain));
  const sorted = new Census(members.map(({ spelling }) => spelling.sorted));
  const near = new Census(slipsOf(members));
  const lettersLeftOut = 12;
  const slips = ({ spelling }: Named): number =>
    Math.min(1, Math.max(...withOneLeftOut(spelling.plain).map((text) => near.shareOf(text))) * lettersLeftOut);
  const chances: Record<(typeof nameLevels)[number], (left: Named, right: Named) => number> = {
    same: ({ spelling }) => marked.shareOf(spelling.marked.join(' ')),
    unmarked: ({ spelling }) => plainly.shareOf(spelling.plain),
    order: ({ spelling }) => sorted.shareOf(spelling.sorted),
    slip: (left, right) => Math.max(slips(left), slips(right)),
    'order-slip': (left, right) => Math.max(slips(left), slips(right)),
    marks: ({ spelling }) => plainly.shareOf(spelling.plain),
    part: () => 0.004,
    other: () => 0.99,
  };
  return {
    name: 'name',
    levels: nameLevels,
    usual: [0.5, 0.16, 0.1, 0.14, 0.03, 0.02, 0.03, 0.02],
    levelOf: (left, right) => nameLevels.indexOf(nameLevel(left.spelling, right.spelling)),
    chanceOf: (level, left, right) => chances[nameLevels[level]!](left, right),
  };
}

/** 0 the same, 1 near in the way given, 2 another; -1 where one is blank. */
export const threeWays = (
  left: string | number | null,
  right: string | number | null,
  isNear: () => boolean,
): number => {
  if (left === null || right === null) return -1;
  if (left === right) return 0;
  return isNear() ? 1 : 2;
};

export const differInOneDigit = (left: string, right: string): boolean =>
  left.length === right.length && left.split('').filter((digit, at) => digit !== right[at]).length === 1;

/** The same or not. */
export const two = <Row>(
  name: string,
  usual: number,
  chance: number,
  valueOf: (row: Row) => string | null,
): Field<Row> => ({
  name,
  levels: ['same', 'other'],
  usual: [usual, 1 - usual],
  levelOf: (left, right) => {
    const [one, other] = [valueOf(left), valueOf(right)];
    if (one === null || other === null) return -1;
    return one === other ? 0 : 1;
  },
  chanceOf: (level) => (level === 0 ? chance : 1 - chance),
});
