import { Button, Group, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { exportUpdates, listUpdates, remindOrganisation, type UpdateRow } from '#contexts/books/update.wire.ts';
import { reportingKinds } from '#contexts/books/update-field.ts';
import { listedStates } from '#contexts/books/update.ts';
import { newId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useFilters } from '#web/lib/filters.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { FilterBar, SearchFilter, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { InstantText } from '#web/ui/value-text.tsx';
import { booksPaths } from './paths.ts';
import { UpdateState } from './update-state.tsx';

type Row = UpdateRow & { readonly mayRemind: boolean };

const columns: Column<Row>[] = [
  { label: 'books:update.organisation', cell: (row) => row.organisation.name, sortKey: 'name' },
  { label: 'books:update.kindLabel', cell: (row) => <Kind row={row} />, minor: true },
  { label: 'books:update.unit', cell: (row) => row.unit?.name ?? '', sortKey: 'unit', minor: true },
  { label: 'books:update.stateLabel', cell: (row) => <States row={row} />, sortKey: 'state' },
  { label: 'books:update.changedAt', cell: (row) => row.changedAt && <InstantText at={row.changedAt} />, minor: true },
  { label: 'books:update.remind', cell: (row) => (row.mayRemind ? <Remind row={row} /> : '') },
];

function Kind({ row }: { row: Row }) {
  const t = useWords('books');
  return <>{t(`kind.${row.organisation.kind}`)}</>;
}

function States({ row }: { row: Row }) {
  const t = useWords('books');
  return (
    <Group gap={6}>
      <UpdateState state={row.state} edition={row.edition} />
      {row.overdueDays !== null && (
        <StateBadge tone="bad" label={t('update.overdueDays', { count: row.overdueDays })} />
      )}
      {row.state === 'missing' && row.hasFigures && <StateBadge tone="good" label={t('update.hasFigures')} />}
    </Group>
  );
}

const handedIn: readonly string[] = ['submitted', 'accepted'];

function Remind({ row }: { row: Row }) {
  const t = useWords('books');
  const remind = useCommand(remindOrganisation);
  const { organisation, year, remindedOn } = row;
  if (handedIn.includes(row.state)) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBell size={14} aria-hidden />}
        loading={remind.isPending}
        aria-label={t('update.remindOf', { name: organisation.name, year })}
        onClick={() => remind.mutate({ id: newId(), organisation: organisation.id, year })}
      >
        {t('update.remind')}
      </Button>
      {remindedOn !== null && (
        <Text size="xs" c="dimmed">
          {t('update.reminded', { on: dayText(remindedOn) })}
        </Text>
      )}
      <ProblemNote problem={remind.error} />
    </>
  );
}

export const load: Load = ({ ask, search }) => ask(listUpdates, filtersIn(listUpdates, search));

export function Page() {
  const t = useWords('books');
  const filters = useFilters(listUpdates);
  const { items, total, year, deadlineOn, counts, overdue, may } = useAnswer(listUpdates, filters.input);
  const years = [0, 1, 2, 3].map((back) => String(new Date().getFullYear() + 1 - back));
  const { page: _, size: __, sort: ___, ...exported } = filters.input;
  const sheet = (format: 'xlsx' | 'csv') =>
    documentUrl(exportUpdates, { ...exported, format, language: currentLanguage() });
  return (
    <>
      <PageHeader
        title={t('update.title')}
        lead={t('update.listLead', { deadline: deadlineOn === null ? t('update.noDeadline') : dayText(deadlineOn) })}
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="year"
          label={`${t('update.year')} (${year})`}
          options={years.map((value) => ({ value, label: value }))}
        />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('update.stateLabel')}
          options={listedStates.map((value) => ({ value, label: `${t(`update.state.${value}`)} (${counts[value]})` }))}
        />
        <SelectFilter
          filters={filters}
          name="kind"
          label={t('update.kindLabel')}
          options={reportingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SwitchFilter filters={filters} name="overdue" label={`${t('update.overdue')} (${overdue})`} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items.map((row) => ({ ...row, mayRemind: may.remind }))}
        rowKey={(row) => row.organisation.id}
        total={total}
        filters={filters}
        caption={t('update.title')}
        rowLink={(row) => booksPaths.update(row.organisation.id, row.year)}
        empty={t('update.empty')}
        exports={
          <ExportLinks
            links={[
              { label: 'XLSX', href: sheet('xlsx') },
              { label: 'CSV', href: sheet('csv') },
            ]}
          />
        }
      />
    </>
  );
}
