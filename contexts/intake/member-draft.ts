import type { CellNotice, CellValue } from './cell-text.ts';
import type { RowTrouble } from './draft.ts';

interface Filled {
  readonly values: Record<string, CellValue>;
  readonly troubles: RowTrouble[];
  readonly notices: { code: CellNotice; column: number; field: string }[];
}

interface Place {
  readonly field: { readonly key: string };
  readonly column: number;
}

// With its marks: "Hồ" is a family name, and so is "Ho" typed without them. A household business is none.
const household =
  /^hộ\s+(?!kinh doanh|kd\b)(?:gia đình\s+|nông dân\s+|nhà\s+)?(?:(?:của\s+)?(?:ông|bà|anh|chị|cô|chú|bác|cụ)\s*[:.]?\s+)?(\p{L}.*)$/iu;
const family = /^gia đình\s+(?:(?:ông|bà|anh|chị|cô|chú|bác|cụ)\s+)(\p{L}.*)$/iu;

/** Who stands for "Hộ ông Nguyễn Văn A"; undefined where a name is none of a household. */
export const householderIn = (name: string): string | undefined =>
  (household.exec(name) ?? family.exec(name))?.[1]?.trim();

const columnAt = (places: readonly Place[], key: string): number | null =>
  places.find(({ field }) => field.key === key)?.column ?? null;

/** "Hộ ông Nguyễn Văn A" is a household that he stands for, and no person of that name. */
export function settleParty({ values, troubles, notices }: Filled, places: readonly Place[]): void {
  const { name, party } = values;
  const householder = typeof name === 'string' ? householderIn(name) : undefined;
  const column = columnAt(places, 'name');
  if (householder === undefined || column === null) return;
  if (party !== undefined && party !== 'household') {
    troubles.push({ code: 'household-by-name', column: columnAt(places, 'party') ?? column, field: 'party' });
    return;
  }
  values['party'] = 'household';
  values['representativeName'] ??= householder;
  if (party === undefined) notices.push({ code: 'household-from-name', column, field: 'party' });
}

/** What has to be told of a guardian; the phone need not be. */
const needed = ['guardianName', 'guardianRelation', 'guardianDocument', 'guardianConsentedOn'] as const;
const guardianFields = [...needed, 'guardianPhone'] as const;

/** A guardian is told whole, with the paper of the consent and its day, or not at all. */
export function settleGuardian({ values, troubles }: Filled, places: readonly Place[]): void {
  const told = guardianFields.filter((key) => values[key] !== undefined);
  if (told.length === 0) return;
  for (const field of needed)
    if (values[field] === undefined && !troubles.some((trouble) => trouble.field === field))
      troubles.push({
        code: 'guardian-incomplete',
        column: columnAt(places, field) ?? columnAt(places, told[0]!),
        field,
      });
}

/** The guardian a row tells of. */
export const guardianIn = (values: Readonly<Record<string, CellValue>>) => {
  const { guardianName: name, guardianRelation: relation, guardianDocument: document } = values;
  return name === undefined
    ? undefined
    : { name, relation, document, phone: values['guardianPhone'] ?? null, consentedOn: values['guardianConsentedOn'] };
};
