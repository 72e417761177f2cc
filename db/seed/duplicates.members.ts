import { personName } from './names.ts';
import { Prng } from './prng.ts';
import { plain } from '#kernel/text.ts';
import type { MemberFacts } from '#contexts/duplicates/member-facts.ts';

/** What happens to a record on its way into a second list. */
export const corruptions = [
  'missing-marks',
  'swapped-order',
  'typing-error',
  'old-address',
  'new-phone',
  'missing-national-id',
] as const;
export type Corruption = (typeof corruptions)[number];

export interface Population {
  readonly members: readonly MemberFacts[];
  /** Positions of two records of one person, with what was done to the second. */
  readonly planted: readonly { readonly pair: readonly [number, number]; readonly done: readonly Corruption[] }[];
  /** Positions of two people whom hardly anything tells apart. */
  readonly negatives: readonly { readonly pair: readonly [number, number]; readonly kind: string }[];
}

type Draft = { -readonly [Fact in keyof MemberFacts]: MemberFacts[Fact] };

const oldHamlets = ['Xóm Đình', 'Xóm Chùa', 'Đội 3', 'Đội 7', 'Khe Sâu', 'Bãi Dài', 'Đầm Hà', 'Trại Mới'];
const mountainDistricts = ['198', '202', '199', '201'];
const knownPhones = 0.8;
const knownIds = 0.97;

class Maker {
  readonly #prng: Prng;
  readonly members: Draft[] = [];
  constructor(seed: number) {
    this.#prng = new Prng(seed);
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.#prng.int(0, 9)).join('');
  }

  add(member: Omit<Draft, 'id'>): number {
    this.members.push({ ...member, id: String(this.members.length) });
    return this.members.length - 1;
  }

  person(organisations: number): number {
    const prng = this.#prng;
    const organisation = Math.floor(organisations * prng.next() ** 1.6);
    const unit = organisation % 54;
    const sex = prng.chance(0.46) ? 'female' : 'male';
    const district = unit % 5 === 0 ? prng.pick(mountainDistricts) : '193';
    return this.add({
      organisation: `o${organisation}`,
      unit: `u${unit}`,
      name: personName(prng, sex, district),
      sex,
      birthYear: prng.chance(0.97) ? prng.int(1945, 2006) : null,
      phone: prng.chance(knownPhones) ? `09${this.digits(8)}` : null,
      nationalId: prng.chance(knownIds) ? this.digits(12) : null,
      hamlet: prng.chance(0.95) ? `${unit % 3 === 0 ? 'Khu' : 'Thôn'} ${prng.int(1, 14)}` : null,
    });
  }

  /** Another person of the same name and year in the same village; with papers and a telephone of his own, where he has any. */
  namesake(at: number): number {
    const prng = this.#prng;
    const member = this.members[at]!;
    return this.add({
      ...member,
      phone: prng.chance(knownPhones) ? `09${this.digits(8)}` : null,
      nationalId: prng.chance(knownIds) ? this.digits(12) : null,
    });
  }

  /** A son in the same house, with the father's telephone. */
  son(at: number): number {
    const prng = this.#prng;
    const father = this.members[at]!;
    const family = father.name.split(' ')[0]!;
    const name = [family, ...personName(prng, 'male', '193').split(' ').slice(1)].join(' ');
    const birthYear = (father.birthYear ?? 1950) + prng.int(20, 35);
    return this.add({
      ...father,
      name,
      sex: 'male',
      birthYear,
      nationalId: prng.chance(knownIds) ? this.digits(12) : null,
    });
  }

  #mistyped(name: string): string {
    const prng = this.#prng;
    const letters = name.split('');
    const places = letters.flatMap((letter, at) => (at > 0 && letter !== ' ' && letters[at - 1] !== ' ' ? [at] : []));
    const at = prng.pick(places);
    const [before, after] = [letters.slice(0, at), letters.slice(at + 1)];
    return [
      () => [...before, ...after],
      () => [...before, letters[at]!, letters[at]!, ...after],
      () => [...before, prng.pick('aehinotu'.split('')), ...after],
      () => [...before.slice(0, -1), letters[at]!, letters[at - 1]!, ...after],
    ][prng.int(0, 3)]!().join('');
  }

  #corrupt(member: Draft, done: Corruption): void {
    const prng = this.#prng;
    const words = member.name.split(' ');
    const changes: Record<Corruption, () => Partial<Draft>> = {
      'missing-marks': () => ({ name: plain(member.name).replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()) }),
      'swapped-order': () => ({ name: [words.at(-1)!, ...words.slice(0, -1)].join(' ') }),
      'typing-error': () => ({ name: this.#mistyped(member.name) }),
      'old-address': () => ({ hamlet: prng.pick(oldHamlets) }),
      'new-phone': () => ({ phone: `03${this.digits(8)}` }),
      'missing-national-id': () => ({ nationalId: null }),
    };
    Object.assign(member, changes[done]());
  }

  /** The same person in a second list: of the same organisation, or of another one nearby. */
  again(at: number, organisations: number): { second: number; done: readonly Corruption[] } {
    const prng = this.#prng;
    const member = { ...this.members[at]! };
    const [, number] = /^o(\d+)$/.exec(member.organisation)!;
    if (prng.chance(0.3)) member.organisation = `o${(Number(number) + 54) % organisations}`;
    const done = prng.shuffled(corruptions).slice(
      0,
      prng.weighted([
        [1, 5],
        [2, 3],
        [3, 2],
      ]),
    );
    for (const kind of done) this.#corrupt(member, kind);
    member.unit = `u${Number(member.organisation.slice(1)) % 54}`;
    return { second: this.add(member), done };
  }

  few(count: number, below: number): number[] {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(this.#prng.int(0, below - 1));
    return [...chosen];
  }
}

/**
 * `size` members of 54 units with one in twenty entered twice and corrupted one to three times, and with people whom hardly anything
 * tells apart: one in a hundred has a namesake of the same year in the same village, one in a hundred a son with the same telephone.
 */
export function population(size: number, seed = 1): Population {
  const maker = new Maker(seed);
  const organisations = Math.max(108, Math.round(size / 60 / 54) * 54);
  const [twice, alike] = [Math.round(size / 20), Math.round(size / 100)];
  const base = size - twice - 2 * alike;
  for (let made = 0; made < base; made += 1) maker.person(organisations);
  const chosen = maker.few(twice + 2 * alike, base);
  const negatives = chosen.slice(0, 2 * alike).map((at, order) => {
    const kind = order < alike ? 'namesake' : 'father-and-son';
    const other = kind === 'namesake' ? maker.namesake(at) : maker.son(at);
    return { pair: [at, other] as const, kind };
  });
  const planted = chosen.slice(2 * alike).map((at) => {
    const { second, done } = maker.again(at, organisations);
    return { pair: [at, second] as const, done };
  });
  return { members: maker.members, planted, negatives };
}
