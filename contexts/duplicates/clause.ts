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

/** Two records become a candidate when they agree in every key of a clause. */
export interface Clause {
  readonly code: string;
  readonly keys: readonly KeyKind[];
}

export const memberClauses: readonly Clause[] = [
  { code: 'national-id', keys: ['national-id'] },
  { code: 'phone-and-place', keys: ['phone', 'unit'] },
  { code: 'name-and-age', keys: ['name-in-any-order', 'birth-year-or-next'] },
  { code: 'name-and-hamlet', keys: ['name-in-any-order', 'hamlet'] },
  { code: 'near-name-and-age', keys: ['name-with-a-slip', 'birth-year'] },
  { code: 'age-and-hamlet', keys: ['birth-year', 'hamlet', 'organisation'] },
];

export const organisationClauses: readonly Clause[] = [
  { code: 'tax-number', keys: ['tax-number'] },
  { code: 'registration-number', keys: ['registration-number'] },
  { code: 'name', keys: ['name-in-any-order'] },
  { code: 'near-name-and-place', keys: ['name-with-a-slip', 'unit'] },
  { code: 'phone', keys: ['phone'] },
  { code: 'director-and-place', keys: ['director', 'unit'] },
];

/** The values a record has of a key: none where the fact is blank, several where a near value should meet too. */
export type KeysOf<Row> = (row: Row, kind: KeyKind) => readonly string[];

export interface Candidates {
  /** Positions of the two rows, the earlier first; every pair once. */
  readonly pairs: readonly (readonly [number, number])[];
  /** What so many have in common that it tells nobody apart: not compared, and said. */
  readonly passedOver: readonly { readonly clause: string; readonly rows: number }[];
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
  const seen = new Set<number>();
  const pairs: (readonly [number, number])[] = [];
  const passedOver: { clause: string; rows: number }[] = [];
  for (const clause of clauses) {
    for (const block of blocksOf(rows, clause, keysOf).values()) {
      if (block.length > most) passedOver.push({ clause: clause.code, rows: block.length });
      else pairUp(block, rows.length, seen, pairs);
    }
  }
  return { pairs, passedOver };
}

function pairUp(block: readonly number[], size: number, seen: Set<number>, pairs: (readonly [number, number])[]): void {
  for (let second = 1; second < block.length; second += 1) {
    for (let first = 0; first < second; first += 1) {
      const [left, right] = [block[first]!, block[second]!];
      if (left === right) continue;
      const mark = left * size + right;
      if (seen.has(mark)) continue;
      seen.add(mark);
      pairs.push([left, right]);
    }
  }
}
