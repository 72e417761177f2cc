import { plain } from '#kernel/text.ts';

interface Recognisable {
  readonly aliases: readonly {
    readonly name: string;
    readonly taxNumber: string | null;
    readonly registrationNumber: string | null;
  }[];
}

/** Organisations by what they are recognised by. `keyOf`: a name without its marks and ways of shortening. */
export class OrganisationSetIndex<Known extends Recognisable> {
  readonly #byTax = new Map<string, Known>();
  readonly #byRegistration = new Map<string, Known[]>();
  readonly #byName = new Map<string, Known[]>();
  readonly #keyOf: (name: string) => string;

  constructor(organisations: Iterable<Known>, keyOf: (name: string) => string) {
    this.#keyOf = keyOf;
    const put = (map: Map<string, Known[]>, key: string, one: Known): void => {
      const before = map.get(key) ?? [];
      if (!before.includes(one)) map.set(key, [...before, one]);
    };
    for (const one of organisations)
      for (const { name, taxNumber, registrationNumber } of one.aliases) {
        if (taxNumber !== null) this.#byTax.set(taxNumber, one);
        if (registrationNumber !== null) put(this.#byRegistration, plain(registrationNumber), one);
        put(this.#byName, keyOf(name), one);
      }
  }

  byTax = (taxNumber: string | undefined): Known | undefined =>
    taxNumber === undefined ? undefined : this.#byTax.get(taxNumber);
  byRegistration = (number: string | undefined): readonly Known[] =>
    number === undefined ? [] : (this.#byRegistration.get(plain(number)) ?? []);
  byName = (name: string): readonly Known[] => this.#byName.get(this.#keyOf(name)) ?? [];
  isName = (one: Known, name: string): boolean => this.byName(name).includes(one);
}
