import { accountFields, accountSubjects } from './account-field.ts';
import type { Field } from './field-shape.ts';
import { headingReader, type HeadingMatch, type SubjectWords } from './heading.ts';
import { thaiHeadings, withThai } from './heading-thai.ts';
import { memberFields, memberSubjects } from './member-field.ts';
import { organisationFields, organisationSubjects } from './organisation-field.ts';

export type { Field } from './field-shape.ts';

export const batchKinds = ['organisations', 'members', 'accounts'] as const;
export type BatchKind = (typeof batchKinds)[number];
export const moneyUnits = ['dong', 'thousand', 'million', 'billion'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

export const fieldsOf: Readonly<Record<BatchKind, readonly Field[]>> = {
  organisations: withThai(organisationFields, thaiHeadings.organisations),
  members: withThai(memberFields, thaiHeadings.members),
  accounts: withThai(accountFields, thaiHeadings.accounts),
};

export const fieldOf = (kind: BatchKind, key: string): Field | undefined =>
  fieldsOf[kind].find((field) => field.key === key);
export const isMoney = (field: Field | undefined): boolean =>
  field !== undefined && (field.reader === 'money' || field.reader === 'signed-money');

export const subjectsOf: Readonly<Record<BatchKind, readonly SubjectWords[]>> = {
  organisations: organisationSubjects,
  members: memberSubjects,
  accounts: accountSubjects,
};

const readers = Object.fromEntries(
  batchKinds.map((kind) => [kind, headingReader(fieldsOf[kind], subjectsOf[kind])]),
) as unknown as Readonly<Record<BatchKind, (heading: string) => readonly HeadingMatch[]>>;

/** Which fields a heading may name, "Vốn góp > Đã góp" where headings are merged. */
export const fieldsNamed = (kind: BatchKind, heading: string): readonly HeadingMatch[] => readers[kind](heading);
