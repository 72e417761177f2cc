import { Button, Text } from '@mantine/core';
import { IconSettingsSearch } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { memberClauses, organisationClauses } from '#contexts/duplicates/clause.ts';
import { pairStates, subjects, type PairState } from '#contexts/duplicates/pair.ts';
import { exportPairs, listPairs, type PairRow, type PairSide } from '#contexts/duplicates/pair.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { instantText, percentText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { FilterBar, SelectFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge, SyntheticMark, type Tone } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { clauseText } from './clause-words.ts';
import { duplicatesPaths } from './paths.ts';

export const stateTones: Readonly<Record<PairState, Tone>> = {
  open: 'waiting',
  two: 'neutral',
  merged: 'good',
  'one-person': 'good',
  lapsed: 'neutral',
};

export function SideName({ side }: { side: PairSide }) {
  const t = useWords('duplicates');
  const where = [side.organisation?.name, side.unit?.name].filter(Boolean).join(', ');
  return (
    <div>
      <Text span fw={500}>
        {side.name ?? t('hidden')}
      </Text>{' '}
      {side.provenance === 'synthetic' && <SyntheticMark />}
      {where !== '' && (
        <Text size="sm" c="dimmed">
          {where}
        </Text>
      )}
    </div>
  );
}

function State({ row }: { row: PairRow }) {
  const t = useWords('duplicates');
  return row.reopened ? (
    <StateBadge tone="waiting" label={t('reopened')} />
  ) : (
    <StateBadge tone={stateTones[row.state]} label={t(`state.${row.state}`)} />
  );
}

function Clauses({ row }: { row: PairRow }) {
  useWords('duplicates');
  return <Text size="sm">{row.clauses.map(clauseText).join('; ')}</Text>;
}

const columns: Column<PairRow>[] = [
  { label: 'duplicates:first', cell: ({ first }) => <SideName side={first} /> },
  { label: 'duplicates:second', cell: ({ second }) => <SideName side={second} /> },
  { label: 'duplicates:likelihood', cell: ({ likelihood }) => percentText(likelihood, 1), align: 'end' },
  { label: 'duplicates:clauseLabel', cell: (row) => <Clauses row={row} />, minor: true },
  { label: 'duplicates:stateLabel', cell: (row) => <State row={row} /> },
];

const units = { size: 200 } as const;

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listPairs, filtersIn(listPairs, search)), ask(listUnits, units)]);

export function Page() {
  const t = useWords('duplicates');
  const [search] = useSearchParams();
  const filters = useFilters(listPairs);
  const { items, total, subject, searchedAt, may } = useAnswer(listPairs, filters.input);
  const known = subject === 'member' ? memberClauses : organisationClauses;
  // What the list shows without being told stands in its boxes too.
  const usual: Readonly<Record<string, string>> = { subject, state: filters.text('state') || 'open' };
  const shown = { ...filters, text: (name: string) => usual[name] ?? filters.text(name) };
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          may.readRuns && (
            <Button
              component={Link}
              to={duplicatesPaths.runs}
              variant="default"
              leftSection={<IconSettingsSearch size={18} aria-hidden />}
            >
              {t('runs')}
            </Button>
          )
        }
      />
      <Text size="sm" c="dimmed" mb="md">
        {searchedAt === null ? t('neverSearched') : t('searchedAt', { at: instantText(searchedAt) })}
      </Text>
      <FilterBar filters={filters}>
        <SelectFilter
          filters={shown}
          name="subject"
          label={t('subjectLabel')}
          options={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
        />
        <SelectFilter
          filters={shown}
          name="state"
          label={t('stateLabel')}
          options={pairStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="clause"
          label={t('clauseLabel')}
          options={known.map(({ code }) => ({ value: code, label: clauseText(code) }))}
        />
        <UnitFilter filters={filters} />
        <SelectFilter
          filters={filters}
          name="least"
          label={t('leastLabel')}
          options={['60', '80', '90', '95', '99'].map((value) => ({
            value,
            label: percentText(Number(value) / 100, 0),
          }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('title')}
        rowLink={(row) => duplicatesPaths.pair(row.id, search.size === 0 ? '' : `?${search.toString()}`)}
        empty={may.run ? t('empty') : t('emptyOwn')}
        exports={<Exports input={{ ...filters.input, subject, state: usual['state'] as PairState }} />}
      />
    </>
  );
}

/** The pairs of the list, and everything that was decided of records of this kind. */
function Exports({ input }: { input: ReturnType<typeof useFilters<typeof listPairs>>['input'] }) {
  const t = useWords('duplicates');
  const link = (what: 'pairs' | 'decisions', format: 'xlsx' | 'csv') => ({
    label: `${format.toUpperCase()}: ${t(what === 'pairs' ? 'title' : 'decisions')}`,
    href: documentUrl(exportPairs, {
      ...(what === 'pairs' ? input : { subject: input.subject }),
      what,
      format,
      language: currentLanguage(),
    }),
  });
  return (
    <ExportLinks
      links={[link('pairs', 'xlsx'), link('pairs', 'csv'), link('decisions', 'xlsx'), link('decisions', 'csv')]}
    />
  );
}

function UnitFilter({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const { items } = useAnswer(listUnits, units);
  return (
    <SelectFilter
      filters={filters}
      name="unit"
      label={word('duplicates:unitLabel')}
      options={items.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
