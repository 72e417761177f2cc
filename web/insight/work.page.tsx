import { Text, VisuallyHidden } from '@mantine/core';
import { noUnit } from '#contexts/insight/work.ts';
import { exportWork, listWork, type WorkRow } from '#contexts/insight/work.wire.ts';
import { daysBetween, today, type Day } from '#kernel/day.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { numberText } from '#web/lib/format.ts';
import { findWord, useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { FilterBar, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { workLink } from './work-link.ts';

const columns: Column<WorkRow>[] = [
  { label: 'insight:work.about', cell: (row) => <About row={row} />, sortKey: 'name' },
  { label: 'insight:work.kindLabel', cell: ({ kind }) => word(`insight:work.kind.${kind}`), whole: true },
  { label: 'insight:work.placeLabel', cell: ({ unit }) => unit?.name ?? <NoPlace />, sortKey: 'unit' },
  {
    label: 'insight:work.sinceLabel',
    cell: ({ since }) => <DayText day={since} />,
    sortKey: 'since',
    minor: true,
    whole: true,
  },
  { label: 'insight:work.ageLabel', cell: ({ since }) => <Age since={since} />, align: 'end', whole: true },
  { label: 'insight:work.dueLabel', cell: ({ due }) => (due === null ? null : <Due due={due} />), whole: true },
];

function NoPlace() {
  const t = useWords('insight');
  return (
    <Text span inherit c="dimmed">
      {t('work.noPlace')}
    </Text>
  );
}

const detailOf: Partial<
  Record<WorkRow['kind'], 'year' | 'present' | 'caps' | 'rows' | 'links' | 'requests' | 'late' | 'plots' | 'officers'>
> = {
  'update-to-answer': 'year',
  'update-returned': 'year',
  'update-overdue': 'year',
  'update-differs': 'year',
  'minimum-lacking': 'present',
  'capital-above-cap': 'caps',
  'cap-reason-missing': 'caps',
  'import-with-errors': 'rows',
  'link-to-confirm': 'links',
  'personal-request': 'requests',
  'capital-late': 'late',
  'plot-to-place': 'plots',
  'officer-to-approve': 'officers',
};

function About({ row: { kind, name, count, subject, told } }: { row: WorkRow }) {
  const t = useWords('insight');
  const detail = detailOf[kind];
  return (
    <>
      {name}
      {detail !== undefined && count !== null && (
        <Text span inherit fw={400} c="dimmed">
          {` · ${detail === 'year' ? t('work.detail.year', { n: count }) : t(`work.detail.${detail}`, { count })}`}
        </Text>
      )}
      {told !== null && (
        <Text span inherit fw={400} c="dimmed">
          {` · ${t('work.detail.told', { status: findWord(`intake:told.${told.status}`) })}`}
          {told.onDay !== null && (
            <>
              {', '}
              <DayText day={told.onDay} />
            </>
          )}
        </Text>
      )}
      {subject !== null && (
        <Text span inherit fw={400} c="dimmed">
          {` · ${t(`work.detail.${subject}s`)}`}
        </Text>
      )}
    </>
  );
}

function Age({ since }: Pick<WorkRow, 'since'>) {
  const t = useWords('insight');
  const count = Math.max(0, daysBetween(since, today()));
  return count === 0 ? t('work.ageToday') : t('work.age', { count });
}

/** A day that has passed is red, and said to have passed. */
function Due({ due }: { due: Day }) {
  const t = useWords('insight');
  const isPast = due < today();
  return (
    <Text span inherit {...(isPast && { c: 'red' })}>
      <DayText day={due} />
      {isPast && <VisuallyHidden>{` (${t('work.overdue')})`}</VisuallyHidden>}
    </Text>
  );
}

export const load: Load = ({ ask, search }) => ask(listWork, filtersIn(listWork, search));

/** One page for everything of the registry that waits, from answering a request to confirming a link of units. */
export function Page() {
  const t = useWords('insight');
  const filters = useFilters(listWork);
  const { items, total, counts, places } = useAnswer(listWork, filters.input);
  const { kind, unit } = filters.input;
  const exported = (format: 'xlsx' | 'csv') =>
    documentUrl(exportWork, { kind, unit, format, language: currentLanguage() });
  return (
    <>
      <PageHeader title={t('work.title')} lead={t('work.lead')} />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="kind"
          label={t('work.kindLabel')}
          options={counts.map(({ kind, count }) => ({
            value: kind,
            label: t('work.ofKind', { kind: t(`work.kind.${kind}`), n: numberText(count) }),
          }))}
        />
        <SelectFilter
          filters={filters}
          name="unit"
          label={t('work.placeLabel')}
          options={places.map(({ code, name, count }) => ({
            value: code ?? noUnit,
            label: t('work.placeCount', { name: name ?? code ?? t('work.noPlace'), n: numberText(count) }),
          }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('work.title')}
        rowKey={({ kind, id, count }) => `${kind} ${id} ${count ?? ''}`}
        rowLink={workLink}
        empty={t('work.empty')}
        exports={
          <ExportLinks
            links={[
              { label: 'XLSX', href: exported('xlsx') },
              { label: 'CSV', href: exported('csv') },
            ]}
          />
        }
      />
    </>
  );
}
