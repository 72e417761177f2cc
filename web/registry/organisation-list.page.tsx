import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import {
  activityFields,
  organisationKinds,
  organisationStatuses,
  type ActivityField,
} from '#contexts/registry/organisation.ts';
import { exportOrganisations, listOrganisations, type OrganisationRow } from '#contexts/registry/organisation.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
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
  {
    label: 'registry:provenanceLabel',
    cell: ({ provenance }) => <ProvenanceMark provenance={provenance} />,
    minor: true,
  },
];

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listOrganisations, filtersIn(listOrganisations, search)), ask(listUnits, {})]);

export function Page() {
  const t = useWords('registry');
  const me = useMe();
  const filters = useFilters(listOrganisations);
  const { items, total } = useAnswer(listOrganisations, filters.input);
  const units = useAnswer(listUnits, {});
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
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('title')}
        rowLink={({ id }) => registryPaths.organisation(id)}
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
