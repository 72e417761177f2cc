/** What two records may have in common to be worth comparing. Which of them a record has, its kind says. */
export const keyKinds = [
  'national-id',
  'tax-number',
  'registration-number',
  'phone',
  'name',
  'name-in-any-order',
  'name-with-a-slip',
  'director',
  'birth-year',
  'birth-year-or-next',
  'founding-year',
  'hamlet',
  'unit',
  'organisation',
] as const;
export type KeyKind = (typeof keyKinds)[number];

/** Two records become a candidate when they agree in every key of a clause. Its code is its keys. */
export interface Clause {
  readonly code: string;
  readonly keys: readonly KeyKind[];
}

export const clauseOf = (keys: readonly KeyKind[]): Clause => {
  const ordered = keyKinds.filter((kind) => keys.includes(kind));
  return { code: ordered.join('+'), keys: ordered };
};

/** What a record of each kind has at all. */
export const memberKeyKinds = [
  'national-id',
  'phone',
  'name',
  'name-in-any-order',
  'name-with-a-slip',
  'birth-year',
  'birth-year-or-next',
  'hamlet',
  'unit',
  'organisation',
] as const satisfies readonly KeyKind[];
export const organisationKeyKinds = [
  'tax-number',
  'registration-number',
  'phone',
  'name',
  'name-in-any-order',
  'name-with-a-slip',
  'director',
  'founding-year',
  'unit',
] as const satisfies readonly KeyKind[];

/** Alone these tell hardly anybody apart: a clause needs one of the others too. */
const tooCommon: readonly KeyKind[] = [
  'birth-year',
  'birth-year-or-next',
  'founding-year',
  'hamlet',
  'unit',
  'organisation',
];

export type ClauseObstacle = 'too-common' | 'key-of-other-subject' | 'twice' | 'none';

/** Why records cannot be looked for by these clauses. */
export function clauseObstacles(clauses: readonly Clause[], kinds: readonly KeyKind[]): ClauseObstacle[] {
  const obstacles = new Set<ClauseObstacle>();
  if (clauses.length === 0) obstacles.add('none');
  if (new Set(clauses.map(({ code }) => code)).size < clauses.length) obstacles.add('twice');
  for (const { keys } of clauses) {
    if (keys.some((key) => !kinds.includes(key))) obstacles.add('key-of-other-subject');
    if (keys.filter((key) => tooCommon.includes(key)).length === keys.length && keys.length < 3)
      obstacles.add('too-common');
  }
  return [...obstacles];
}

export const memberClauses: readonly Clause[] = [
  clauseOf(['national-id']),
  clauseOf(['phone', 'unit']),
  clauseOf(['name-in-any-order', 'birth-year-or-next']),
  clauseOf(['name-in-any-order', 'hamlet']),
  clauseOf(['name-with-a-slip', 'birth-year']),
  clauseOf(['birth-year', 'hamlet', 'organisation']),
];

export const organisationClauses: readonly Clause[] = [
  clauseOf(['tax-number']),
  clauseOf(['registration-number']),
  clauseOf(['name-in-any-order']),
  clauseOf(['name-with-a-slip', 'unit']),
  clauseOf(['phone']),
  clauseOf(['director', 'unit']),
];

/** The values a record has of a key: none where the fact is blank, several where a near value should meet too. */
export type KeysOf<Row> = (row: Row, kind: KeyKind) => readonly string[];

export interface Candidates {
  /** Positions of the two rows, the earlier first; every pair once. */
  readonly pairs: readonly (readonly [number, number])[];
  /** By which clauses each pair was met, as bits: the first clause is 1, the second 2, the third 4. */
  readonly met: readonly number[];
  /** What so many have in common that it tells nobody apart: not compared, and said. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly clause: string;
  readonly rows: number;
}

/** Every combination of one value per key. */
function combined(values: readonly (readonly string[])[]): string[] {
  return values.reduce<string[]>(
    (texts, kind) => texts.flatMap((text) => kind.map((value) => `${text}\u0000${value}`)),
    [''],
  );
}

function blocksOf<Row>(rows: readonly Row[], { keys }: Clause, keysOf: KeysOf<Row>): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  rows.forEach((row, at) => {
    for (const text of combined(keys.map((kind) => keysOf(row, kind)))) {
      const block = blocks.get(text);
      if (block === undefined) blocks.set(text, [at]);
      else block.push(at);
    }
  });
  return blocks;
}

/**
 * The pairs which agree in all keys of at least one clause. A block of more than `most` rows is passed over and told: with n rows
 * it would hold n²/2 pairs, and a key shared by so many says nothing.
 */
export function candidatesOf<Row>(
  rows: readonly Row[],
  clauses: readonly Clause[],
  keysOf: KeysOf<Row>,
  most = 300,
): Candidates {
  const found: Found = { at: new Map(), pairs: [], met: [] };
  const passedOver: PassedOver[] = [];
  clauses.forEach((clause, order) => {
    for (const block of blocksOf(rows, clause, keysOf).values()) {
      if (block.length > most) passedOver.push({ clause: clause.code, rows: block.length });
      else pairUp(block, { size: rows.length, bit: 1 << order }, found);
    }
  });
  return { pairs: found.pairs, met: found.met, passedOver };
}

interface Found {
  /** Where among the pairs two rows stand. */
  readonly at: Map<number, number>;
  readonly pairs: (readonly [number, number])[];
  readonly met: number[];
}

function pairUp(block: readonly number[], { size, bit }: { size: number; bit: number }, found: Found): void {
  for (let second = 1; second < block.length; second += 1) {
    for (let first = 0; first < second; first += 1) {
      const [left, right] = [block[first]!, block[second]!];
      if (left !== right) note(found, [left, right], { mark: left * size + right, bit });
    }
  }
}

function note(found: Found, pair: readonly [number, number], { mark, bit }: { mark: number; bit: number }): void {
  const at = found.at.get(mark);
  if (at !== undefined) {
    found.met[at]! |= bit;
    return;
  }
  found.at.set(mark, found.pairs.length);
  found.pairs.push(pair);
  found.met.push(bit);
}
