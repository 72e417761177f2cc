import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { listParameters, type ParameterRow } from '#contexts/registry/parameter.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { numberName } from '#web/setup/number-name.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { Whole } from './organisation-marks.tsx';

const columns: Column<ParameterRow>[] = [
  {
    label: 'registry:parameter.key',
    cell: ({ key }) => (
      <>
        {numberName(key)} <Key name={key} />
      </>
    ),
  },
  { label: 'registry:parameter.value', cell: (row) => <Value parameter={row} />, align: 'end' },
  { label: 'registry:parameter.from', cell: ({ from }) => <DayText day={from} /> },
  { label: 'registry:parameter.source', cell: ({ source }) => source },
  {
    label: 'registry:parameter.verifiedLabel',
    cell: ({ verified }) =>
      !verified && (
        <Whole>
          <UnverifiedMark />
        </Whole>
      ),
  },
];

/** The key as programs know it; a long one breaks after its dots. */
const Key = ({ name }: { name: string }) => (
  <Text span inherit ff="monospace" size="sm" style={{ overflowWrap: 'normal', wordBreak: 'normal' }}>
    {name.split(/(?<=\.)/).map((part) => (
      <Fragment key={part}>
        {part}
        <wbr />
      </Fragment>
    ))}
  </Text>
);

const parts = [
  'members',
  'revenueVnd',
  'capitalVnd',
  'areaM2',
  'valueVnd',
  'total',
  'growth',
  'revenue',
  'needs',
  'profit',
  'development',
  'reserve',
  'other',
  'degree',
  'vocational',
  'young',
  'whole',
  'agri',
  'industry',
  'services',
] as const;

function Value({ parameter: { value } }: { parameter: ParameterRow }) {
  const t = useWords('registry');
  const partName = (name: string): string => {
    const part = parts.find((known) => known === name);
    return part === undefined ? name : t(`parameter.part.${part}`);
  };
  if (value === null)
    return (
      <Text span inherit c="dimmed">
        {t('parameter.unknown')}
      </Text>
    );
  if (typeof value === 'number') return <>{numberText(value, 4)}</>;
  if (typeof value === 'string') return <>{partName(value)}</>;
  return (
    <>
      {Object.entries(value)
        .map(([name, number]) => `${partName(name)} ${numberText(number, 4)}`)
        .join('; ')}
    </>
  );
}

export const load: Load = ({ ask, search }) => ask(listParameters, filtersIn(listParameters, search));

export function Page() {
  const t = useWords('registry');
  const filters = useFilters(listParameters);
  const { items, on } = useAnswer(listParameters, filters.input);
  return (
    <>
      <PageHeader title={t('parameter.title')} lead={`${t('parameter.lead')} ${t('parameter.on')}: ${dayText(on)}.`} />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="verified"
          label={t('parameter.verifiedLabel')}
          options={(['true', 'false'] as const).map((value) => ({ value, label: t(`parameter.verified.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={({ key, from }) => `${key} ${from}`}
        caption={t('parameter.title')}
        empty={t('parameter.empty')}
      />
    </>
  );
}
