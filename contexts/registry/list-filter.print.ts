import type { Day } from '#kernel/day.ts';
import { inLanguage, type SheetLanguage, type Words } from '#platform/spreadsheet/words.ts';
import {
  asOfName,
  fieldNames,
  kindNames,
  memberTitles,
  notComputedName,
  organisationTitles,
  partyNames,
  ratingNames,
  sizeNames,
  standingNames,
  statusNames,
} from './export.words.ts';
import type { MemberFilters } from './member-filter.store.ts';
import { notComputed } from './organisation-class.ts';
import type { exportOrganisations } from './organisation.wire.ts';
import type { ParsedInputOf } from '#kernel/method.ts';

type Filters = Omit<ParsedInputOf<typeof exportOrganisations>, 'format' | 'language'>;

const searchName: Words = ['Tìm', 'Search', 'ค้นหา'];
const filteredName: Words = ['Lọc theo', 'Filtered by', 'กรองตาม'];
const presenceName: Words = ['Tình trạng', 'Membership', 'สถานะ'];
const presenceNames: Record<MemberFilters['present'], Words | undefined> = {
  true: ['Đang là thành viên', 'Members now', 'เป็นสมาชิกอยู่'],
  false: ['Đã ra', 'Left', 'ออกแล้ว'],
  all: undefined,
};
const allName: Words = ['Không lọc', 'Not filtered', 'ไม่ได้กรอง'];

export const dayOnPaper = (day: Day): string => day.split('-').toReversed().join('/');

const classText = <Class extends string>(names: Readonly<Record<Class, Words>>, found: string): Words =>
  found === notComputed ? notComputedName : names[found as Class];

type Said = readonly (readonly [Words, Words | string | undefined])[];

const searchedText = (search: string | undefined) =>
  search === '' || search === undefined ? undefined : `“${search}”`;

function saidLine(said: Said, asOf: Day | undefined, language: SheetLanguage): string {
  const parts = said.flatMap(([title, value]) =>
    value === undefined
      ? []
      : [`${inLanguage(title, language)}: ${typeof value === 'string' ? value : inLanguage(value, language)}`],
  );
  const told =
    parts.length === 0 ? inLanguage(allName, language) : `${inLanguage(filteredName, language)} ${parts.join('; ')}`;
  return asOf === undefined ? told : `${told} · ${inLanguage(asOfName, language)} ${dayOnPaper(asOf)}`;
}

/** What a printed list leaves out, so that nobody signs a part for the whole. */
export function filterLine(filters: Filters, unit: string | undefined, language: SheetLanguage): string {
  const { search, kind, status, field, district, sizeClass, rating, asOf } = filters;
  const { kind: kindTitle, status: statusTitle, fields, unit: unitTitle, district: districtTitle } = organisationTitles;
  const said: Said = [
    [searchName, searchedText(search)],
    [kindTitle, kind && kindNames[kind]],
    [fields, field && fieldNames[field]],
    [unitTitle, unit],
    [districtTitle, district],
    [statusTitle, status && statusNames[status]],
    [organisationTitles.sizeClass, sizeClass && classText(sizeNames, sizeClass)],
    [organisationTitles.rating, rating && classText(ratingNames, rating)],
  ];
  return saidLine(said, asOf, language);
}

/** The same of a list of members: who is no longer one stands on it only where it says so. */
export function memberFilterLine(filters: MemberFilters, language: SheetLanguage): string {
  const { search, standing, party, present, asOf } = filters;
  const said: Said = [
    [searchName, searchedText(search)],
    [memberTitles.standing, standing && standingNames[standing]],
    [memberTitles.party, party && partyNames[party]],
    [presenceName, presenceNames[present]],
  ];
  return saidLine(said, asOf, language);
}
