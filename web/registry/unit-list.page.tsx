import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import { listUnits, unitSpans, type UnitRow } from '#contexts/registry/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import { placesPaths } from '#web/places/paths.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { Whole } from './organisation-marks.tsx';
import { registryPaths } from './paths.ts';
import { UnitClassCell } from './unit-class-cell.tsx';

/** A province's units fit one page. */
const whole = { size: 200 } as const;
const kinds = ['ward', 'commune', 'special-zone'] as const;

const columns: Column<UnitRow>[] = [
  { label: 'registry:name', cell: ({ name }) => name, sortKey: 'name' },
  { label: 'registry:units.kindLabel', cell: ({ kind }) => word(`registry:unitKind.${kind}`) },
  { label: 'registry:units.code', cell: ({ code }) => code, sortKey: 'code' },
  { label: 'registry:units.district', cell: ({ formerDistrict }) => formerDistrict },
  {
    label: 'registry:unitClass.label',
    cell: ({ code, name, until }) => until === null && <UnitClassCell unit={code} name={name} />,
  },
  {
    label: 'registry:units.organisations',
    cell: (row) => <Organisations unit={row} />,
    align: 'end',
    sortKey: 'organisations',
  },
  { label: 'registry:units.from', cell: ({ from }) => <DayText day={from} />, minor: true },
  { label: 'registry:units.until', cell: ({ until }) => until !== null && <DayText day={until} />, minor: true },
  {
    label: 'registry:parameter.verifiedLabel',
    cell: ({ verified }) =>
      !verified && (
        <Whole>
          <UnverifiedMark />
        </Whole>
      ),
    minor: true,
  },
];

function Organisations({ unit: { code, organisations, until } }: { unit: UnitRow }) {
  if (until !== null) return <>{numberText(organisations)}</>;
  return (
    <Anchor component={Link} to={`${registryPaths.organisations}?unit=${code}`} inherit underline="always">
      {numberText(organisations)}
    </Anchor>
  );
}

export const load: Load = ({ ask, search }) => ask(listUnits, filtersIn(listUnits, search, whole));

export function Page() {
  const t = useWords('registry');
  const filters = useFilters(listUnits, whole);
  const { items, total, districts } = useAnswer(listUnits, filters.input);
  // What the list shows without being told stands in its box too.
  const shown = { ...filters, text: (name: string) => filters.text(name) || 'standing' };
  return (
    <>
      <PageHeader
        title={t('units.title')}
        lead={t('units.lead')}
        actions={
          <>
            <Button component={Link} to={placesPaths.address()} variant="default">
              {t('units.resolve')}
            </Button>
            <Button component={Link} to={placesPaths.links} variant="default">
              {t('units.links')}
            </Button>
            <Button component={Link} to={placesPaths.boundaries} variant="default">
              {t('units.boundaries')}
            </Button>
            <Button component={Link} to={registryPaths.formerUnits} variant="default">
              {t('units.former')}
            </Button>
          </>
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="kind"
          label={t('units.kindLabel')}
          options={kinds.map((value) => ({ value, label: t(`unitKind.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="district"
          label={t('units.district')}
          options={districts.map((value) => ({ value, label: value }))}
        />
        <SelectFilter
          filters={shown}
          name="span"
          label={t('units.spanLabel')}
          options={unitSpans.map((value) => ({ value, label: t(`units.span.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        rowKey={({ code, from }) => `${code} ${from}`}
        rowLink={({ code, from }) => placesPaths.unit(code, from)}
        filters={filters}
        caption={t('units.title')}
        empty={t('units.empty')}
      />
    </>
  );
}
