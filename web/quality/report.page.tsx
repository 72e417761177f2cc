import { Switch, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { plain } from '#kernel/text.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { ReportId } from '#contexts/quality/lot.ts';
import { getReport } from '#contexts/quality/sample.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { mgText } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';

type Row = ReplyOf<typeof getReport>['results'][number];

const amount = (ngPerKg: number | null) => (ngPerKg === null ? '–' : mgText(ngPerKg));

const columns: Column<Row>[] = [
  { label: 'quality:report.analyte', cell: ({ name }) => name },
  { label: 'quality:report.cas', cell: ({ cas }) => cas ?? '–', minor: true },
  { label: 'quality:report.result', cell: (row) => <Result row={row} />, align: 'end' },
  {
    label: 'quality:report.uncertainty',
    cell: ({ uncertaintyNgPerKg }) => amount(uncertaintyNgPerKg),
    align: 'end',
    minor: true,
  },
  { label: 'quality:report.loq', cell: ({ loqNgPerKg }) => mgText(loqNgPerKg), align: 'end' },
  {
    label: 'quality:report.printed',
    cell: ({ printedName, printedResult }) => (
      <Text size="sm" c="dimmed">
        {printedName}: {printedResult}
      </Text>
    ),
    minor: true,
  },
];

function Result({ row }: { row: Row }) {
  const t = useWords('quality');
  return row.valueNgPerKg === null ? t(`report.kind.${row.kind}`) : <strong>{mgText(row.valueNgPerKg)}</strong>;
}

export const load: Load = ({ ask, param }) => ask(getReport, { report: param('id') });

const shownAtFirst = 100;

export function Page() {
  const t = useWords('quality');
  const report = useAnswer(getReport, { report: useParam<ReportId>('id') });
  const [search, setSearch] = useState('');
  const [onlyFound, setOnlyFound] = useState(false);
  const rows = useMemo(
    () =>
      report.results
        .filter(({ kind }) => !onlyFound || kind !== 'nd')
        .filter(({ name }) => plain(name).includes(plain(search.trim())))
        .toSorted((a, b) => (b.valueNgPerKg ?? 0) - (a.valueNgPerKg ?? 0)),
    [report.results, search, onlyFound],
  );
  return (
    <>
      <PageHeader
        title={t('report.of', { number: report.number })}
        crumbs={[{ label: t('lot.title'), to: qualityPaths.lots }]}
        lead={`${t('report.version', { version: report.version })} · ${t('report.analytes', { count: report.results.length })}`}
      />
      <TextInput
        type="search"
        label={t('report.search')}
        value={search}
        maw="18rem"
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Switch
        my="sm"
        label={t('report.onlyFound')}
        checked={onlyFound}
        onChange={(event) => setOnlyFound(event.currentTarget.checked)}
      />
      <DataTable
        columns={columns}
        rows={search === '' && !onlyFound ? rows.slice(0, shownAtFirst) : rows}
        rowKey={({ analyte }) => analyte}
        total={rows.length}
        caption={t('report.all')}
      />
    </>
  );
}
