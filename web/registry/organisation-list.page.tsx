import { Alert, Anchor, Button, Text } from '@mantine/core';
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ratingFilters, sizeFilters } from '#contexts/registry/organisation-class.ts';
import {
  activityFields,
  organisationKinds,
  organisationStatuses,
  type ActivityField,
} from '#contexts/registry/organisation.ts';
import { exportOrganisations, listOrganisations, type OrganisationRow } from '#contexts/registry/organisation.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters, type Filters } from '#web/lib/filters.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word, type WordKey } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { OrganisationStatusBadge, ProvenanceMark } from './organisation-marks.tsx';
import { registryPaths } from './paths.ts';

export const fieldsText = (fields: readonly string[]): string =>
  fields.map((field) => word(`registry:field.${field as ActivityField}`)).join(', ');

const columns: Column<OrganisationRow>[] = [
  { label: 'registry:name', cell: ({ name }) => name, sortKey: 'name' },
  { label: 'registry:kindLabel', cell: ({ kind }) => word(`registry:kind.${kind}`), sortKey: 'kind' },
  { label: 'registry:unitLabel', cell: ({ unit }) => unit?.name, sortKey: 'unit' },
  { label: 'registry:fieldLabel', cell: ({ fields }) => fieldsText(fields), minor: true },
  { label: 'registry:statusLabel', cell: ({ status }) => <OrganisationStatusBadge status={status} /> },
];
const classColumns: Column<OrganisationRow>[] = [
  { label: 'registry:list.sizeLabel', cell: ({ sizeClass }) => <ClassCell of="size" found={sizeClass} />, minor: true },
  { label: 'registry:list.ratingLabel', cell: ({ rating }) => <ClassCell of="rating" found={rating} />, minor: true },
];
const lastColumns: Column<OrganisationRow>[] = [
  {
    label: 'registry:provenanceLabel',
    cell: ({ provenance }) => <ProvenanceMark provenance={provenance} />,
    minor: true,
  },
];
const openColumns = [...columns, ...lastColumns];
const allColumns = [...columns, ...classColumns, ...lastColumns];

type Found = { readonly class: string | null; readonly year: number | null } | null;

/** The class of a year; nothing where the one who looks is not told. */
function ClassCell({ of, found }: { of: 'size' | 'rating'; found: Found }) {
  const t = useWords('registry');
  if (found === null) return null;
  if (found.class === null)
    return (
      <Text span size="sm" c="dimmed">
        {t(`list.${of}.not-computed`)}
      </Text>
    );
  return t('list.ofYear', { name: word(`registry:list.${of}.${found.class}` as WordKey), year: found.year ?? '' });
}

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listOrganisations, filtersIn(listOrganisations, search)), ask(listUnits, {})]);

export function Page() {
  const t = useWords('registry');
  const me = useMe();
  const filters = useFilters(listOrganisations);
  const { items, total, may } = useAnswer(listOrganisations, filters.input);
  const asOf = filters.text('asOf');
  const { page: _page, size: _size, ...kept } = filters.input;
  const exported = (format: 'xlsx' | 'csv' | 'pdf') =>
    documentUrl(exportOrganisations, { ...kept, format, language: currentLanguage() });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={hasRole(me, 'provincial-officer', 'commune-officer') && <OfficerActions />}
      />
      <ListFilters filters={filters} seeClasses={may.seeClasses} />
      <AsOfNote filters={filters} />
      <DataTable
        columns={may.seeClasses ? allColumns : openColumns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('title')}
        rowLink={({ id }) => `${registryPaths.organisation(id)}${asOf === '' ? '' : `?asOf=${asOf}`}`}
        empty={t('empty')}
        exports={
          <ExportLinks
            links={[
              { label: 'XLSX', href: exported('xlsx') },
              { label: 'CSV', href: exported('csv') },
              { label: 'PDF (A4)', href: exported('pdf') },
            ]}
          />
        }
      />
    </>
  );
}

type ListFilterProps = { readonly filters: Filters };

function ListFilters({ filters, seeClasses }: ListFilterProps & { readonly seeClasses: boolean }) {
  const t = useWords('registry');
  const units = useAnswer(listUnits, {});
  return (
    <FilterBar filters={filters}>
      <SearchFilter filters={filters} name="search" label={t('search')} />
      <SelectFilter
        filters={filters}
        name="kind"
        label={t('kindLabel')}
        options={organisationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SelectFilter
        filters={filters}
        name="field"
        label={t('fieldLabel')}
        options={activityFields.map((value) => ({ value, label: t(`field.${value}`) }))}
      />
      <SelectFilter
        filters={filters}
        name="unit"
        label={t('unitLabel')}
        options={units.items.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectFilter
        filters={filters}
        name="district"
        label={t('districtLabel')}
        options={units.districts.map((value) => ({ value, label: value }))}
      />
      <SelectFilter
        filters={filters}
        name="status"
        label={t('statusLabel')}
        options={organisationStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      {seeClasses && <ClassFilters filters={filters} />}
      <DayFilter filters={filters} name="asOf" label={t('list.asOfLabel')} max={today()} />
    </FilterBar>
  );
}

function ClassFilters({ filters }: ListFilterProps) {
  const t = useWords('registry');
  return (
    <>
      <SelectFilter
        filters={filters}
        name="sizeClass"
        label={t('list.sizeLabel')}
        options={sizeFilters.map((value) => ({ value, label: t(`list.size.${value}`) }))}
      />
      <SelectFilter
        filters={filters}
        name="rating"
        label={t('list.ratingLabel')}
        options={ratingFilters.map((value) => ({ value, label: t(`list.rating.${value}`) }))}
      />
    </>
  );
}

/** Says that this is not today's list, and leads back. */
function AsOfNote({ filters }: ListFilterProps) {
  const t = useWords('registry');
  const asOf = filters.text('asOf') as Day | '';
  if (asOf === '' || asOf >= today()) return null;
  return (
    <Alert
      color="clay"
      variant="light"
      mb="md"
      icon={<IconHistory aria-hidden />}
      title={t('list.asOfBanner', { day: dayText(asOf) })}
    >
      <div>{t('list.asOfText')}</div>
      <Anchor component="button" type="button" onClick={() => filters.set({ asOf: '' })} data-noprint>
        {t('list.asOfToday')}
      </Anchor>
    </Alert>
  );
}

function OfficerActions() {
  const t = useWords('registry');
  return (
    <>
      <Button component={Link} to={registryPaths.found()} variant="default">
        {t('life.found.title')}
      </Button>
      <Button component={Link} to={registryPaths.newOrganisation} leftSection={<IconPlus size={18} aria-hidden />}>
        {t('record')}
      </Button>
    </>
  );
}
