import { listDesk, type DeskRow } from '#contexts/credit/desk.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { said } from '#web/support/said.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, InstantText, Money } from '#web/ui/value-text.tsx';
import { AnswerBadge } from './credit-marks.tsx';
import { monthsText } from './credit-text.ts';
import { creditPaths } from './paths.ts';

const columns: Column<DeskRow>[] = [
  { label: 'credit:desk.number', cell: ({ number }) => number },
  { label: 'credit:desk.organisation', cell: ({ organisation }) => organisation.name, sortKey: 'organisation' },
  { label: 'credit:desk.product', cell: ({ product }) => said(product.name), minor: true },
  {
    label: 'credit:desk.wanted',
    cell: ({ wantedVnd }) => <Money amountVnd={wantedVnd} />,
    align: 'end',
    sortKey: 'wanted',
  },
  { label: 'credit:desk.months', cell: (row) => <Months row={row} />, align: 'end' },
  { label: 'credit:desk.until', cell: ({ until }) => <DayText day={until} />, sortKey: 'until' },
  { label: 'credit:desk.lastLook', cell: (row) => <LastLook row={row} /> },
  { label: 'credit:desk.answerLabel', cell: (row) => <LastAnswer row={row} /> },
];

function Months({ row }: { row: DeskRow }) {
  return monthsText(useWords('credit'), row.wantedMonths);
}

function LastLook({ row }: { row: DeskRow }) {
  const t = useWords('credit');
  return row.lastLookAt === null ? t('desk.neverLooked') : <InstantText at={row.lastLookAt} />;
}

/** How far it is between the two: not answered, what was answered, what was replied. */
export function LastAnswer({ row: { lastAnswer, reply } }: { row: Pick<DeskRow, 'lastAnswer' | 'reply'> }) {
  const t = useWords('credit');
  if (lastAnswer === null) return <StateBadge tone="waiting" label={t('desk.noAnswer')} />;
  if (reply === null) return <AnswerBadge kind={lastAnswer} />;
  return <StateBadge tone={reply === 'accepted' ? 'good' : 'neutral'} label={t(`answer.reply.${reply}`)} />;
}

export const load: Load = ({ ask, search }) => ask(listDesk, filtersIn(listDesk, search));

export function Page() {
  const t = useWords('credit');
  const filters = useFilters(listDesk);
  const { items, total } = useAnswer(listDesk, filters.input);
  return (
    <>
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SwitchFilter filters={filters} name="waiting" label={t('desk.waiting')} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('desk.title')}
        rowKey={({ consent }) => consent}
        rowLink={({ dossier }) => creditPaths.deskDossier(dossier)}
        empty={t('desk.empty')}
      />
    </>
  );
}
