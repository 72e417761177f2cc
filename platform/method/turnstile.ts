import { Problem } from '#kernel/problem.ts';

interface Waiting {
  readonly who: string;
  readonly enter: () => void;
}

interface Places {
  readonly most: number;
  /** Nobody alone takes all the places. */
  readonly mostEach: number;
  readonly waitMs: number;
}

/** Lets so many in at a time, the others wait in line; who waits too long is told to come again. */
export class Turnstile {
  readonly #places: Places;
  readonly #inside = new Map<string, number>();
  readonly #line: Waiting[] = [];

  constructor(places: Places) {
    this.#places = places;
  }

  #isFree(who: string): boolean {
    const all = [...this.#inside.values()].reduce((sum, count) => sum + count, 0);
    return all < this.#places.most && (this.#inside.get(who) ?? 0) < this.#places.mostEach;
  }

  #take(who: string): () => void {
    this.#inside.set(who, (this.#inside.get(who) ?? 0) + 1);
    return () => {
      const left = this.#inside.get(who)! - 1;
      if (left === 0) this.#inside.delete(who);
      else this.#inside.set(who, left);
      const next = this.#line.findIndex((waiting) => this.#isFree(waiting.who));
      if (next >= 0) this.#line.splice(next, 1)[0]!.enter();
    };
  }

  /** Resolves with how to leave again: once, whatever happens in between. */
  enter(who: string): Promise<() => void> {
    if (this.#isFree(who)) return Promise.resolve(this.#take(who));
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        who,
        enter: () => {
          clearTimeout(timer);
          resolve(this.#take(who));
        },
      };
      const timer = setTimeout(() => {
        this.#line.splice(this.#line.indexOf(waiting), 1);
        reject(new Problem('unavailable', 'request.try-again'));
      }, this.#places.waitMs);
      this.#line.push(waiting);
    });
  }
}
