import type { Day } from '#kernel/day.ts';

/** What a change of a record can speak of. */
export const changeFields = [
  'name',
  'legalForm',
  'shortName',
  'taxNumber',
  'registrationNumber',
  'certificateOn',
  'foundedOn',
  'gln',
  'fields',
  'unit',
  'seatProvince',
  'address',
  'lon',
  'lat',
  'phone',
  'email',
  'website',
  'representative',
] as const;
export type ChangeField = (typeof changeFields)[number];

/** Content of the registration: it changes on a paper. How to reach an organisation needs none. */
export const registeredFields: readonly ChangeField[] = [
  'name',
  'legalForm',
  'taxNumber',
  'registrationNumber',
  'certificateOn',
  'foundedOn',
  'fields',
  'unit',
  'seatProvince',
  'address',
  'representative',
];
export const isRegistered = (field: string): boolean => (registeredFields as readonly string[]).includes(field);

/** Who stands for it is told by name and title; another phone of the same person is no change of the registration. */
export const registeredOf = (fields: readonly string[], keepsRepresentative: boolean): string[] =>
  fields.filter((field) => isRegistered(field) && !(field === 'representative' && keepsRepresentative));

/** The paper an act rests on. */
export interface ActDocument {
  readonly number: string;
  readonly on: Day;
  readonly issuer: string;
}

export type DocumentObstacle = 'document-missing' | 'document-in-future';

export function documentObstacles(
  registered: readonly string[],
  document: ActDocument | undefined,
  today: Day,
): DocumentObstacle[] {
  if (document === undefined) return registered.length > 0 ? ['document-missing'] : [];
  return document.on > today ? ['document-in-future'] : [];
}

/** As it stands in the row: days and numbers as text, codes as codes, units and provinces by their names of that day. */
export type ChangeValue = string | readonly string[] | null;

/** One field that became another. Of personal fields no value is kept, only that they changed. */
export interface Changed {
  readonly field: string;
  readonly before?: ChangeValue;
  readonly after?: ChangeValue;
}

/** Nothing of the registration is touched: there is no law to name for another phone. */
export const isContactOnly = (changes: readonly Changed[] | undefined): boolean =>
  changes !== undefined && changes.every(({ field }) => !isRegistered(field));

const sheetFields = ['representativeName', 'representativePhone', 'representativeTitle'];
const fieldOfCode = (code: string): string | undefined =>
  sheetFields.includes(code) ? 'representative' : (changeFields as readonly string[]).includes(code) ? code : undefined;

/** Rows of before had their field codes written before the note: "name, address: note". */
export function toldInNote(note: string | null): { readonly fields: readonly string[]; readonly note: string | null } {
  const [codes, ...rest] = (note ?? '').split(':');
  const fields = codes!.split(', ').map(fieldOfCode);
  if (note === null || fields.some((field) => field === undefined)) return { fields: [], note };
  const said = rest.join(':').trim();
  return { fields: [...new Set(fields as string[])], note: said === '' ? null : said };
}
