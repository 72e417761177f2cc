import { bare } from './cell-word.ts';

interface Keyed {
  readonly id: string;
  readonly name: string;
  readonly taxNumber: string | null;
  readonly numberHmac: Buffer | null;
}

const shortened: readonly (readonly [RegExp, string])[] = [
  [/^lien hiep (hop tac xa|htx)\b/, 'lhhtx'],
  [/^(hop tac xa|htx)\b/, 'htx'],
  [/^to hop tac\b/, 'tht'],
  [/^(cong ty) (trach nhiem huu han|tnhh)\b/, 'cong ty tnhh'],
  [/^(cong ty) (co phan|cp)\b/, 'cong ty cp'],
];

/** "HTX Hòa Phong" and "Hợp tác xã Hoà Phong" are one name. */
export const nameKey = (name: string): string =>
  shortened.reduce((text, [pattern, word]) => text.replace(pattern, word), bare(name));

const isNumberless = ({ taxNumber, numberHmac }: Keyed): boolean => taxNumber === null && numberHmac === null;

export type OrganisationTrouble = 'organisation-unknown' | 'organisation-ambiguous' | 'organisation-disagrees';

/** Organisations by tax number and name, as far as somebody may enter for them. */
export class OrganisationIndex<Organisation extends Keyed> {
  readonly #byTax = new Map<string, Organisation>();
  readonly #byName = new Map<string, Organisation[]>();

  readonly #printOf: (personNumber: string) => Buffer;

  constructor(organisations: Iterable<Organisation>, printOf: (personNumber: string) => Buffer) {
    this.#printOf = printOf;
    for (const one of organisations) {
      const number = one.taxNumber ?? one.numberHmac?.toString('base64');
      if (number !== undefined) this.#byTax.set(number, one);
      const key = nameKey(one.name);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), one]);
    }
  }

  /** A person's number of 12 digits is kept sealed: it is found by its fingerprint. */
  byTax = (taxNumber: string): Organisation | undefined =>
    this.#byTax.get(taxNumber.length === 12 ? this.#printOf(taxNumber).toString('base64') : taxNumber);
  byName = (name: string): readonly Organisation[] => this.#byName.get(nameKey(name)) ?? [];

  /** The one that is meant; by its number first, and the name must not speak against it. */
  find(taxNumber: string | undefined, name: string | undefined): Organisation | OrganisationTrouble {
    const byTax = taxNumber === undefined ? undefined : this.byTax(taxNumber);
    const named = name === undefined ? [] : this.byName(name);
    if (byTax !== undefined)
      return named.length > 0 && !named.some(({ id }) => id === byTax.id) ? 'organisation-disagrees' : byTax;
    // A number nobody has is not passed over for the sake of a name.
    if (taxNumber !== undefined && !named.some(isNumberless)) return 'organisation-unknown';
    const fits = taxNumber === undefined ? named : named.filter(isNumberless);
    if (fits.length === 0) return 'organisation-unknown';
    return fits.length > 1 ? 'organisation-ambiguous' : fits[0]!;
  }
}
