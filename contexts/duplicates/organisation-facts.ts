import { Census, digitsOf, known, nameField, two } from './agreement.ts';
import type { KeyKind, KeysOf } from './clause.ts';
import { spelled, withOneLeftOut, type Spelling } from './spelling.ts';
import type { Field } from './weighing.ts';

/** What is known of an organisation, as far as it tells them apart. */
export interface OrganisationFacts {
  readonly id: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly name: string;
  readonly taxNumber: string | null;
  readonly registrationNumber: string | null;
  readonly director: string | null;
  readonly phone: string | null;
  readonly foundedOn: string | null;
}

export interface ComparedOrganisation extends OrganisationFacts {
  readonly spelling: Spelling;
  readonly leader: Spelling | null;
  readonly digits: string | null;
}

/** What stands before the name proper says of what kind it is, and is written in full, in short, or left out. */
const kindWords =
  /^(lien hiep hop tac xa|lien hiep htx|lhhtx|hop tac xa|htx|to hop tac|tht|cong ty trach nhiem huu han|cong ty tnhh|cong ty co phan|cong ty cp|ctcp|cong ty|doanh nghiep tu nhan|dntn|trang trai|ho kinh doanh|hkd)\b/;
const tradeWords =
  /\b(dich vu|dvnn|dvth|dvsxnn|sxnn|sxtm|dv|nong nghiep|nn|san xuat|sx|thuong mai|tm|tong hop|th|mot thanh vien|mtv|tnhh|kinh doanh|kd|va)\b/g;

function namedProper(name: string): Spelling {
  const whole = spelled(name);
  const proper = whole.plain.replace(kindWords, ' ').replaceAll(tradeWords, ' ').replaceAll(/\s+/g, ' ').trim();
  if (proper === '') return whole;
  const words = proper.split(' ');
  const marked = wordsKept(whole, words);
  return { marked, words, plain: proper, sorted: [...words].sort().join(' ') };
}

/** The marked forms of the words which stay, in their order from the end. */
function wordsKept(whole: Spelling, words: readonly string[]): string[] {
  const marked: string[] = [];
  let at = whole.words.length - 1;
  for (const word of [...words].reverse()) {
    while (at >= 0 && whole.words[at] !== word) at -= 1;
    marked.unshift(at < 0 ? word : whole.marked[at]!);
    at -= 1;
  }
  return marked;
}

export const comparedOrganisation = (facts: OrganisationFacts): ComparedOrganisation => ({
  ...facts,
  spelling: namedProper(facts.name),
  leader: facts.director === null ? null : spelled(facts.director),
  digits: digitsOf(facts.phone),
});

const keys: Partial<Record<KeyKind, (organisation: ComparedOrganisation) => readonly string[]>> = {
  'tax-number': ({ taxNumber }) => known(taxNumber),
  'registration-number': ({ registrationNumber }) => known(registrationNumber),
  phone: ({ digits }) => known(digits),
  name: ({ spelling }) => known(spelling.plain),
  'name-in-any-order': ({ spelling }) => known(spelling.sorted),
  'name-with-a-slip': ({ spelling }) => withOneLeftOut(spelling.sorted),
  director: ({ leader }) => known(leader?.sorted ?? null),
  'founding-year': ({ foundedOn }) => known(foundedOn?.slice(0, 4) ?? null),
  unit: ({ unit }) => known(unit),
};
export const organisationKeys: KeysOf<ComparedOrganisation> = (organisation, kind) => keys[kind]?.(organisation) ?? [];

/** A number given once: the same says much, another nearly rules it out. */
const number = (
  name: string,
  count: number,
  valueOf: (organisation: ComparedOrganisation) => string | null,
): Field<ComparedOrganisation> => ({ ...two(name, 0.98, 1 / Math.max(count, 2), valueOf), fixed: true });

function phoneField(organisations: readonly ComparedOrganisation[]): Field<ComparedOrganisation> {
  const phones = new Census(organisations.map(({ digits }) => digits));
  return {
    ...two('phone', 0.7, 0.001, ({ digits }: ComparedOrganisation) => digits),
    chanceOf: (level, left) => (level === 0 ? phones.shareOf(left.digits!) : 0.999),
  };
}

function directorField(organisations: readonly ComparedOrganisation[]): Field<ComparedOrganisation> {
  const leaders = new Census(organisations.map(({ leader }) => leader?.sorted ?? null));
  return {
    ...two('director', 0.75, 0.001, ({ leader }: ComparedOrganisation) => leader?.sorted ?? null),
    chanceOf: (level, left) => (level === 0 ? leaders.shareOf(left.leader!.sorted) : 0.999),
  };
}

/** What is compared of organisations, with the chances among these. */
export const organisationFields = (
  organisations: readonly ComparedOrganisation[],
): readonly Field<ComparedOrganisation>[] => [
  nameField(organisations),
  number('tax-number', organisations.length, ({ taxNumber }) => taxNumber),
  number('registration-number', organisations.length, ({ registrationNumber }) => registrationNumber),
  two('kind', 0.95, 0.4, ({ kind }: ComparedOrganisation) => kind),
  directorField(organisations),
  phoneField(organisations),
  two('place', 0.9, 1 / 40, ({ unit }: ComparedOrganisation) => unit),
  two('founding-day', 0.8, 1 / 300, ({ foundedOn }: ComparedOrganisation) => foundedOn),
];
