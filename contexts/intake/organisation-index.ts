import { bare } from './cell-word.ts';

interface Keyed {
  readonly id: string;
  readonly name: string;
  readonly taxNumber: string | null;
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

export type OrganisationTrouble = 'organisation-unknown' | 'organisation-ambiguous' | 'organisation-disagrees';

/** Organisations by tax number and name, as far as somebody may enter for them. */
export class OrganisationIndex<Organisation extends Keyed> {
  readonly #byTax = new Map<string, Organisation>();
  readonly #byName = new Map<string, Organisation[]>();

  constructor(organisations: Iterable<Organisation>) {
    for (const one of organisations) {
      if (one.taxNumber !== null) this.#byTax.set(one.taxNumber, one);
      const key = nameKey(one.name);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), one]);
    }
  }

  byTax = (taxNumber: string): Organisation | undefined => this.#byTax.get(taxNumber);
  byName = (name: string): readonly Organisation[] => this.#byName.get(nameKey(name)) ?? [];

  /** The one that is meant; by its number first, and the name must not speak against it. */
  find(taxNumber: string | undefined, name: string | undefined): Organisation | OrganisationTrouble {
    const byTax = taxNumber === undefined ? undefined : this.byTax(taxNumber);
    const named = name === undefined ? [] : this.byName(name);
    if (byTax !== undefined)
      return named.length > 0 && !named.some(({ id }) => id === byTax.id) ? 'organisation-disagrees' : byTax;
    // A number nobody has is not passed over for the sake of a name.
    if (taxNumber !== undefined && !named.some((one) => one.taxNumber === null)) return 'organisation-unknown';
    const fits = taxNumber === undefined ? named : named.filter((one) => one.taxNumber === null);
    if (fits.length === 0) return 'organisation-unknown';
    return fits.length > 1 ? 'organisation-ambiguous' : fits[0]!;
  }
}
