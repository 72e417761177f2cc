/** A small generator of numbers that only look random: the same seed makes the same province on every machine. */
export class Prng {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** At least 0, below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  pick<T>(from: readonly T[]): T {
    return from[this.int(0, from.length - 1)]!;
  }
  weighted<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of from) {
      left -= weight;
      if (left < 0) return value;
    }
    return from.at(-1)![0];
  }
  shuffled<T>(from: readonly T[]): T[] {
    const items = [...from];
    for (let at = items.length - 1; at > 0; at -= 1) {
      const other = this.int(0, at);
      [items[at], items[other]] = [items[other]!, items[at]!];
    }
    return items;
  }
  /** Around 1, skewed as incomes are: most below, few far above. */
  skewed(spread: number): number {
    const bell = this.next() + this.next() + this.next() + this.next() - 2;
    return Math.exp(bell * spread);
  }
}
