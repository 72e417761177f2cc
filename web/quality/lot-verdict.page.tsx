import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { LotId } from '#kernel/id.ts';
import { getLot } from '#contexts/quality/lot.wire.ts';
import { listVerdicts, type ResidueVerdictView } from '#contexts/quality/verdict.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { EnforcementBadge, mgText, named, ReleaseBadge, Whole } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';

type Row = ResidueVerdictView;

const columns: Column<Row>[] = [
  { label: 'quality:verdict.residue', cell: (row) => <Residue row={row} /> },
  { label: 'quality:verdict.found', cell: (row) => <Found row={row} />, align: 'end' },
  { label: 'quality:verdict.limit', cell: (row) => <Limit row={row} />, align: 'end' },
  { label: 'quality:verdict.enforcement', cell: ({ enforcement }) => <EnforcementBadge verdict={enforcement} /> },
  { label: 'quality:verdict.release', cell: ({ release }) => <ReleaseBadge verdict={release} /> },
  { label: 'quality:verdict.notes', cell: (row) => <Notes row={row} />, minor: true },
];

/** A sum shows what of it was found, may be there, or was not tested; the rest only as a count. */
function Residue({ row }: { row: Row }) {
  const t = useWords('quality');
  if (row.components.length === 1) return row.name;
  const telling = row.components.filter(({ kind }) => kind !== 'nd');
  return (
    <Stack gap={2}>
      <span>{row.name}</span>
      {telling.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('verdict.parts', { count: row.components.length })}: {t('report.kind.nd')}
        </Text>
      )}
      {telling.map(({ analyte, name, kind, valueNgPerKg, loqNgPerKg, factorMillionths }) => (
        <Text key={analyte} size="sm" c="dimmed">
          {name}: {valueNgPerKg === null ? t(`report.kind.${kind}`) : mgText(valueNgPerKg)}
          {valueNgPerKg === null && loqNgPerKg !== null && ` (LOQ ${mgText(loqNgPerKg)})`}
          {factorMillionths !== 1_000_000 && ` × ${mgText(factorMillionths)}`}
        </Text>
      ))}
    </Stack>
  );
}

function Found({ row }: { row: Row }) {
  const t = useWords('quality');
  if (row.foundNgPerKg !== null)
    return (
      <Stack gap={0} align="flex-end">
        <strong>{mgText(row.foundNgPerKg)}</strong>
        {row.uncertainty !== null && (
          <Text size="sm" c="dimmed">
            {t(`verdict.uncertainty.${row.uncertainty}`)}
          </Text>
        )}
      </Stack>
    );
  const [only] = row.components;
  return row.components.length === 1 && only?.loqNgPerKg != null
    ? `${t(`report.kind.${only.kind}`)} (LOQ ${mgText(only.loqNgPerKg)})`
    : `< LOQ`;
}

function Limit({ row: { limit } }: { row: Row }) {
  const t = useWords('quality');
  if (limit.kind !== 'value' || limit.ngPerKg === null)
    return limit.kind === 'value' ? null : t(`verdict.limitKind.${limit.kind}`);
  return (
    <Stack gap={2} align="flex-end">
      <span>
        {mgText(limit.ngPerKg)}
        {!limit.listed && ` (${t('verdict.byDefault')})`}
      </span>
      {!limit.verified && (
        <Whole>
          <UnverifiedMark />
        </Whole>
      )}
    </Stack>
  );
}

function Notes({ row: { notes } }: { row: Row }) {
  const t = useWords('quality');
  return notes.map((note) => (
    <Text key={note} size="sm">
      {t(`verdict.note.${note}`)}
    </Text>
  ));
}

const usual = (lot: LotId, search: URLSearchParams) => ({ lot, market: search.get('market') ?? 'eu' });

export const load: Load = ({ ask, param, search }) => {
  const lot = param('id') as LotId;
  return Promise.all([ask(getLot, { lot }), ask(listVerdicts, filtersIn(listVerdicts, search, usual(lot, search)))]);
};

export function Page() {
  const t = useWords('quality');
  const id = useParam<LotId>('id');
  const lot = useAnswer(getLot, { lot: id });
  const [search] = useSearchParams();
  const chosen = search.get('market') ?? 'eu';
  const fixed = useMemo(() => ({ lot: id, market: chosen }), [id, chosen]);
  const filters = useFilters(listVerdicts, fixed);
  const { items, total, all } = useAnswer(listVerdicts, filters.input);
  return (
    <>
      <PageHeader
        title={t('verdict.pageTitle', { code: lot.code })}
        crumbs={[
          { label: t('lot.title'), to: qualityPaths.lots },
          { label: lot.code, to: qualityPaths.lot(id) },
        ]}
        lead={t('verdict.ofAll', { all })}
      />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="market"
          label={t('verdict.market')}
          options={lot.markets.map((market) => ({ value: market.code, label: named(market) }))}
        />
        <SearchFilter filters={filters} name="search" label={t('limit.search')} />
        <SelectFilter
          filters={filters}
          name="rows"
          label={t('verdict.show')}
          options={(['telling', 'all'] as const).map((value) => ({ value, label: t(`verdict.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={({ residue }) => residue}
        total={total}
        filters={filters}
        caption={t('verdict.pageTitle', { code: lot.code })}
      />
    </>
  );
}
