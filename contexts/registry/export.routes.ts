import { isProvincialOfficer, isAuditor, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { handle } from '#platform/method/handle.ts';
import type { SheetRow } from '#platform/spreadsheet/sheet.ts';
import { memberRowCount, memberRows } from './export.store.ts';
import { inLanguage, type SheetLanguage, type Words } from '#platform/spreadsheet/words.ts';
import {
  asOfName,
  fieldNames,
  kindNames,
  legalFormNames,
  memberTitles,
  notComputedName,
  organisationTitles,
  partyNames,
  provenanceNames,
  ratingNames,
  sexNames,
  sheetNames,
  sizeNames,
  standingNames,
  statusNames,
} from './export.words.ts';
import { filterLine, memberFilterLine } from './list-filter.print.ts';
import { listDocument, type ListColumn } from './list.document.ts';
import { kindIsForm } from './legal-form.ts';
import { mayKeepMembers, memberSight } from './member.access.ts';
import { pastDay } from './member.ts';
import { exportMembers, listMemberExports } from './member.wire.ts';
import { classReach, seesClasses } from './organisation.access.ts';
import { organisationRows } from './organisation-list.store.ts';
import { organisationFacts } from './organisation.store.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import { exportOrganisations } from './organisation.wire.ts';
import { houseOf } from './letterhead.store.ts';
import { maskedId } from './personal.cipher.ts';
import { columnsOf, sheetReply } from '#platform/spreadsheet/reply.ts';
import { provinceOf } from './province.store.ts';
import { findUnit } from './unit.store.ts';
import { exportsOf, saveExportLook } from './personal.store.ts';

type Rows<Read extends (...given: never[]) => AsyncGenerator> =
  ReturnType<Read> extends AsyncGenerator<infer Row> ? Row : never;

async function* mapped<From>(rows: AsyncIterable<From>, view: (row: From) => SheetRow): AsyncGenerator<SheetRow> {
  for await (const row of rows) yield view(row);
}

/** Where the kind is the form, the form is called as the kind. */
const legalFormText = ({ kind, legal_form }: Rows<typeof organisationRows>, language: SheetLanguage): string | null => {
  if (legal_form !== null) return inLanguage(legalFormNames[legal_form], language);
  return kindIsForm(kind) ? inLanguage(kindNames[kind], language) : null;
};

const classText = <Class extends string>(
  names: Readonly<Record<Class, Words>>,
  found: { readonly class: Class | null; readonly year: number | null } | null,
  language: SheetLanguage,
): string | null => {
  if (found === null) return null;
  return found.class === null
    ? inLanguage(notComputedName, language)
    : `${inLanguage(names[found.class], language)} (${found.year})`;
};

const organisationRow =
  (language: SheetLanguage) =>
  (row: Rows<typeof organisationRows>): SheetRow => ({
    name: row.name,
    kind: inLanguage(kindNames[row.kind], language),
    legalForm: legalFormText(row, language),
    // The list is public: a person's number is not in it.
    taxNumber: row.tax_number,
    status: inLanguage(statusNames[row.status], language),
    fields: row.fields.map((field) => inLanguage(fieldNames[field as keyof typeof fieldNames], language)).join(', '),
    foundedOn: row.founded_on,
    unit: row.unit_name,
    district: row.former_district,
    address: row.address,
    sizeClass: classText(sizeNames, row.sizeClass, language),
    rating: classText(ratingNames, row.rating, language),
    provenance: inLanguage(provenanceNames[row.provenance], language),
  });

const memberRow =
  (language: SheetLanguage, full: boolean) =>
  (row: Rows<typeof memberRows>): SheetRow => ({
    organisation: row.organisation,
    name: full ? row.name : null,
    party: inLanguage(partyNames[row.party], language),
    standing: inLanguage(standingNames[row.standing], language),
    sex: full && row.sex !== null ? inLanguage(sexNames[row.sex], language) : null,
    birthYear: full ? row.birth_year : null,
    phone: full ? row.phone : null,
    nationalId: full && row.national_id_cipher !== null ? maskedId(row.national_id_cipher, row.id) : null,
    hamlet: full ? row.hamlet : null,
    joinedOn: row.joined_on,
    leftOn: row.left_on ?? row.party_ended_on,
    contributedVnd: row.contributed_vnd,
    provenance: inLanguage(provenanceNames[row.provenance], language),
  });

/** What fits on paper, and how wide. */
const printedOrganisation = {
  name: 5,
  kind: 2,
  taxNumber: 0,
  status: 2,
  fields: 3,
  foundedOn: 0,
  unit: 2,
  address: 4,
} as const;
const printedMember = {
  name: 4,
  standing: 3,
  sex: 0,
  birthYear: 0,
  phone: 2,
  hamlet: 2,
  joinedOn: 0,
  contributedVnd: 2,
} as const;

const printedColumns = <Titles extends Record<string, Words>>(
  titles: Titles,
  shares: Partial<Record<keyof Titles, number>>,
  language: SheetLanguage,
): ListColumn[] =>
  Object.entries(shares).map(([key, share]) => ({
    key,
    title: inLanguage(titles[key]!, language),
    share: share as number,
    ...(key.endsWith('Vnd') && { align: 'end' as const }),
  }));

const dayTitle = (asOf: Day | undefined, language: SheetLanguage): string =>
  asOf === undefined ? '' : ` ${inLanguage(asOfName, language)} ${asOf.split('-').toReversed().join('.')}`;

/** How somebody may take the members of one organisation away, or of all the province. */
function takingSight(actor: Actor, facts: Pick<PublishedOrganisation, 'id' | 'unit_code'> | undefined) {
  if (facts === undefined) return { full: isProvincialOfficer(actor), masked: isAuditor(actor) };
  const owned = { organisation: facts.id, unit: facts.unit_code };
  return { full: mayKeepMembers(actor, owned), masked: memberSight(actor, owned) === 'masked' };
}

export const exportRoutes = [
  handle(exportOrganisations, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const { format, language, ...filters } = input;
    const listing = { filters, reach: classReach(actor), today };
    const title = inLanguage(sheetNames.organisations, language);
    const on = dayTitle(filters.asOf, language);
    if (format === 'pdf') {
      return listDocument({
        title: `${title}${on}`,
        filtered: filterLine(
          filters,
          filters.unit && (await findUnit(db, filters.unit, filters.asOf ?? today))?.name,
          language,
        ),
        ...(await provinceOf(db)),
        house: await houseOf(db),
        columns: printedColumns(organisationTitles, printedOrganisation, language),
        rows: mapped(organisationRows(db, listing), organisationRow(language)),
        language,
        today,
      });
    }
    const { sizeClass, rating, ...open } = organisationTitles;
    const titles = seesClasses(listing.reach) ? { ...open, sizeClass, rating } : open;
    const sheet = { name: `${title}${on}`, columns: columnsOf(titles, language, { foundedOn: 'day' }) };
    return sheetReply(sheet, format, today, (later) =>
      mapped(organisationRows(later, listing), organisationRow(language)),
    );
  }),

  handle(exportMembers, async ({ input, actor, db, today, insist }) => {
    const { organisation, language, format } = input;
    const facts = organisation === undefined ? undefined : await organisationFacts(db, organisation);
    const { full, masked } = takingSight(actor, facts);
    insist(full || masked);
    const asOf = pastDay(input.asOf, today);
    const { present, standing, party } = input;
    // Who sees no names finds nobody by one.
    const which = { organisation, present, standing, party, asOf, search: full ? input.search : undefined };
    const title = `${inLanguage(sheetNames.members, language)}${dayTitle(asOf, language)}`;
    if (full) {
      await saveExportLook(db, {
        organisation,
        filter: { present, standing, party, format, asOf, ...(which.search && { searched: true as const }) },
        rows: await memberRowCount(db, which),
        by: actor.account!,
      });
    }
    if (format === 'pdf') {
      const province = await provinceOf(db);
      return listDocument({
        title,
        filtered: memberFilterLine(which, language),
        issuer: facts?.name ?? province.issuer,
        synthetic: province.synthetic,
        house: facts === undefined ? await houseOf(db) : undefined,
        columns: printedColumns(
          memberTitles,
          facts === undefined ? { organisation: 3, ...printedMember } : printedMember,
          language,
        ),
        rows: mapped(memberRows(db, which), memberRow(language, full)),
        language,
        today,
      });
    }
    const sheet = {
      name: title,
      columns: columnsOf(memberTitles, language, {
        birthYear: 'integer',
        joinedOn: 'day',
        leftOn: 'day',
        contributedVnd: 'vnd',
      }),
    };
    return sheetReply(sheet, format, today, (later) => mapped(memberRows(later, which), memberRow(language, full)));
  }),

  handle(listMemberExports, async ({ input, actor, db, insist }) => {
    const facts = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, { organisation: facts.id, unit: facts.unit_code }));
    const rows = await exportsOf(db, facts.id);
    return {
      items: rows.map(({ id, organisation_id, filter, row_count, by, at }) => ({
        id,
        scope: organisation_id === null ? ('province' as const) : ('organisation' as const),
        ...filter!,
        asOf: filter!.asOf ?? null,
        standing: filter!.standing ?? null,
        party: filter!.party ?? null,
        searched: filter!.searched ?? false,
        rows: row_count!,
        by,
        at,
      })),
    };
  }),
];
