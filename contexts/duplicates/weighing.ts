/**
 * How far a pair speaks for one and the same (Fellegi and Sunter 1969): each fact adds bits, the chance of such an agreement between
 * two records of one against the chance of it between two of different ones. The second chance is the value's own share among all
 * records, so that a rare name says more than a common one (Winkler 1989); the first begins with what is usual and learns from the
 * candidates themselves (expectation and maximisation, Dempster, Laird and Rubin 1977).
 */
export interface Field<Row> {
  readonly name: string;
  readonly levels: readonly string[];
  /** How often each level is seen between two records of one; together 1. */
  readonly usual: readonly number[];
  /** Not learnt: what is usual follows from what the fact is, as with a number that is given once. */
  readonly fixed?: boolean;
  /** Position among the levels; -1 where one of the two is blank, which says nothing. */
  readonly levelOf: (left: Row, right: Row) => number;
  /** How often two records of different ones agree so, between 0 and 1. */
  readonly chanceOf: (level: number, left: Row, right: Row) => number;
}

export interface Evidence {
  readonly field: string;
  readonly level: string;
  /** Positive speaks for one, negative for two. */
  readonly bits: number;
}

export interface Weighed {
  readonly first: number;
  readonly second: number;
  /** From 0 to 1. */
  readonly likelihood: number;
  readonly evidence: readonly Evidence[];
}

type Pair = readonly [number, number];
type Fields<Row> = readonly Field<Row>[];

/** As many pairs of one as this are imagined to have been seen before: few candidates do not overturn what is usual. */
const weightOfUsual = 60;
const rounds = 6;
const leastChance = 1e-7;

interface Compared<Row> {
  readonly rows: readonly Row[];
  readonly pairs: readonly Pair[];
  readonly fields: Fields<Row>;
}

class Comparison<Row> {
  readonly #fields: Fields<Row>;
  readonly #levels: Int8Array;
  readonly #chances: Float32Array;
  readonly #count: number;

  constructor({ rows, pairs, fields }: Compared<Row>) {
    this.#fields = fields;
    this.#count = pairs.length;
    this.#levels = new Int8Array(pairs.length * fields.length);
    this.#chances = new Float32Array(pairs.length * fields.length);
    pairs.forEach(([first, second], at) => {
      fields.forEach((field, column) => {
        const level = field.levelOf(rows[first]!, rows[second]!);
        this.#levels[at * fields.length + column] = level;
        if (level < 0) return;
        const chance = field.chanceOf(level, rows[first]!, rows[second]!);
        this.#chances[at * fields.length + column] = Math.min(1, Math.max(leastChance, chance));
      });
    });
  }

  bits(at: number, column: number, shares: readonly (readonly number[])[]): number {
    const level = this.#levels[at * this.#fields.length + column]!;
    if (level < 0) return 0;
    return Math.log2(shares[column]![level]! / this.#chances[at * this.#fields.length + column]!);
  }

  likelihood(at: number, shares: readonly (readonly number[])[], prior: number): number {
    let sum = Math.log2(prior / (1 - prior));
    for (let column = 0; column < this.#fields.length; column += 1) sum += this.bits(at, column, shares);
    return 1 / (1 + 2 ** -sum);
  }

  evidence(at: number, shares: readonly (readonly number[])[]): Evidence[] {
    return this.#fields.flatMap(({ name, levels }, column) => {
      const level = this.#levels[at * this.#fields.length + column]!;
      return level < 0 ? [] : [{ field: name, level: levels[level]!, bits: this.bits(at, column, shares) }];
    });
  }

  /** One round of learning: how often each level was seen among the pairs, each as far as it is taken for one. */
  learn(likelihoods: Float64Array): number[][] {
    return this.#fields.map(({ usual, fixed }, column) => {
      if (fixed === true) return [...usual];
      const counts = usual.map((share) => share * weightOfUsual);
      for (let at = 0; at < this.#count; at += 1) {
        const level = this.#levels[at * this.#fields.length + column]!;
        if (level >= 0) counts[level]! += likelihoods[at]!;
      }
      const sum = counts.reduce((all, count) => all + count, 0);
      return counts.map((count) => count / sum);
    });
  }
}

/** Of n records so many are usually entered twice; learnt from the candidates. */
const usualShareTwice = 0.01;

/**
 * Weighs each candidate among `rows`. The pairs are those of the candidates and in their order; likelihoods compare pairs of one run,
 * they are no promise.
 */
export function weigh<Row>(rows: readonly Row[], pairs: readonly Pair[], fields: Fields<Row>): Weighed[] {
  const all = (rows.length * (rows.length - 1)) / 2;
  const comparison = new Comparison({ rows, pairs, fields });
  const likelihoods = new Float64Array(pairs.length);
  let shares: readonly (readonly number[])[] = fields.map(({ usual }) => usual);
  let prior = Math.max(1, rows.length * usualShareTwice) / Math.max(all, 2);
  for (let round = 0; round < rounds; round += 1) {
    let expected = 0;
    for (let at = 0; at < pairs.length; at += 1) {
      likelihoods[at] = comparison.likelihood(at, shares, prior);
      expected += likelihoods[at]!;
    }
    shares = comparison.learn(likelihoods);
    prior = Math.min(0.5, Math.max(1, expected) / Math.max(all, 2));
  }
  return pairs.map(([first, second], at) => ({
    first,
    second,
    likelihood: comparison.likelihood(at, shares, prior),
    evidence: comparison.evidence(at, shares),
  }));
}
