import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { batchStates } from '#contexts/intake/batch.ts';
import { exportTemplate, listBatches, type BatchRow } from '#contexts/intake/batch.wire.ts';
import { batchKinds } from '#contexts/intake/field.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { InstantText } from '#web/ui/value-text.tsx';
import { BatchBadge } from './batch-marks.tsx';
import { intakePaths } from './paths.ts';

const columns: Column<BatchRow>[] = [
  { label: 'intake:file', cell: ({ fileName }) => fileName },
  { label: 'intake:kindLabel', cell: ({ kind }) => (kind === null ? null : word(`intake:kind.${kind}`)) },
  { label: 'intake:owner', cell: ({ organisation }) => organisation?.name ?? word('intake:all') },
  { label: 'intake:rows', cell: ({ counts }) => counts?.rows, align: 'end' },
  { label: 'intake:stateLabel', cell: ({ state }) => <BatchBadge state={state} /> },
  { label: 'intake:madeBy', cell: ({ madeBy }) => madeBy, minor: true },
  { label: 'intake:madeAt', cell: ({ madeAt }) => <InstantText at={madeAt} /> },
];

export const load: Load = ({ ask, search }) => ask(listBatches, filtersIn(listBatches, search));

export function Page() {
  const t = useWords('intake');
  const filters = useFilters(listBatches);
  const { items, total } = useAnswer(listBatches, filters.input);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button component={Link} to={intakePaths.newBatch} leftSection={<IconPlus size={18} aria-hidden />}>
            {t('new')}
          </Button>
        }
      />
      <Templates />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="kind"
          label={t('kindLabel')}
          options={batchKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('stateLabel')}
          options={batchStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('title')}
        rowLink={({ id }) => intakePaths.batch(id)}
        empty={t('empty')}
      />
    </>
  );
}

function Templates() {
  const t = useWords('intake');
  return (
    <Group gap="xs" mb="md">
      <Text size="sm" c="dimmed">
        {t('templates')}:
      </Text>
      {batchKinds.map((kind) => (
        <Anchor
          key={kind}
          size="sm"
          py={6}
          href={documentUrl(exportTemplate, { kind, language: currentLanguage() })}
          download
        >
          <IconDownload size={14} aria-hidden /> {t(`kind.${kind}`)}
        </Anchor>
      ))}
    </Group>
  );
}
