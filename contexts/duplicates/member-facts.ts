import type { KeyKind, KeysOf } from './clause.ts';
import { Census, differInOneDigit, digitsOf, known, nameField, threeWays, two } from './agreement.ts';
import { spelled, withOneLeftOut, type Spelling } from './spelling.ts';
import type { Field } from './weighing.ts';

/** What is known of a member, as far as it tells people apart. `nationalId` is a fingerprint, good only to be compared. */
export interface MemberFacts {
  readonly id: string;
  readonly organisation: string;
  readonly unit: string | null;
  readonly name: string;
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly phone: string | null;
  readonly nationalId: string | null;
  readonly hamlet: string | null;
}

export interface ComparedMember extends MemberFacts {
  readonly spelling: Spelling;
  readonly digits: string | null;
  readonly place: string | null;
}

const placeOf = (hamlet: string | null): string | null => {
  const { plain } = spelled(hamlet ?? '');
  return plain === '' ? null : plain;
};

export const comparedMember = (facts: MemberFacts): ComparedMember => ({
  ...facts,
  spelling: spelled(facts.name),
  digits: digitsOf(facts.phone),
  place: placeOf(facts.hamlet),
});

const keys: Partial<Record<KeyKind, (member: ComparedMember) => readonly string[]>> = {
  'national-id': ({ nationalId }) => known(nationalId),
  phone: ({ digits }) => known(digits),
  name: ({ spelling }) => known(spelling.plain),
  'name-in-any-order': ({ spelling }) => known(spelling.sorted),
  'name-with-a-slip': ({ spelling }) => withOneLeftOut(spelling.sorted),
  'birth-year': ({ birthYear }) => known(birthYear),
  'birth-year-or-next': ({ birthYear }) => (birthYear === null ? [] : [String(birthYear), String(birthYear + 1)]),
  hamlet: ({ place, unit }) => (place === null ? [] : [`${unit ?? ''} ${place}`]),
  unit: ({ unit }) => known(unit),
  organisation: ({ organisation }) => [organisation],
};
export const memberKeys: KeysOf<ComparedMember> = (member, kind) => keys[kind]?.(member) ?? [];

function ageField(members: readonly ComparedMember[]): Field<ComparedMember> {
  const years = new Census(members.map(({ birthYear }) => (birthYear === null ? null : String(birthYear))));
  return {
    name: 'age',
    levels: ['same', 'near', 'other'],
    usual: [0.9, 0.06, 0.04],
    levelOf: (left, right) =>
      threeWays(
        left.birthYear,
        right.birthYear,
        () =>
          Math.abs(left.birthYear! - right.birthYear!) === 1 ||
          differInOneDigit(String(left.birthYear), String(right.birthYear)),
      ),
    chanceOf: (level, left) => [years.shareOf(String(left.birthYear)), 0.2, 0.8][level]!,
  };
}

function phoneField(members: readonly ComparedMember[]): Field<ComparedMember> {
  const phones = new Census(members.map(({ digits }) => digits));
  return {
    name: 'phone',
    levels: ['same', 'near', 'other'],
    usual: [0.6, 0.03, 0.37],
    levelOf: (left, right) => threeWays(left.digits, right.digits, () => differInOneDigit(left.digits!, right.digits!)),
    chanceOf: (level, left) => [phones.shareOf(left.digits!), 1e-4, 0.999][level]!,
  };
}

function placeField(members: readonly ComparedMember[]): Field<ComparedMember> {
  const hamletOf = ({ unit, place }: ComparedMember) => (place === null ? null : `${unit ?? ''} ${place}`);
  const hamlets = new Census(members.map(hamletOf));
  const units = new Census(members.map(({ unit }) => unit));
  return {
    name: 'place',
    levels: ['hamlet', 'unit', 'other'],
    usual: [0.72, 0.2, 0.08],
    levelOf: (left, right) => {
      if (left.unit === null || right.unit === null) return -1;
      if (left.unit !== right.unit) return 2;
      if (left.place === null || right.place === null) return 1;
      return left.place === right.place ? 0 : 1;
    },
    chanceOf: (level, left) =>
      [() => hamlets.shareOf(hamletOf(left)!), () => units.shareOf(left.unit!), () => 0.98][level]!(),
  };
}

/** What is compared of members, with the chances among these. */
export const memberFields = (members: readonly ComparedMember[]): readonly Field<ComparedMember>[] => [
  nameField(members),
  ageField(members),
  two('sex', 0.98, 0.5, ({ sex }: ComparedMember) => sex),
  phoneField(members),
  placeField(members),
  {
    ...two('national-id', 0.993, 1 / Math.max(members.length, 2), ({ nationalId }: ComparedMember) => nationalId),
    fixed: true,
  },
];
