import { Button, Group, Skeleton, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Filters } from '#web/lib/filters.ts';
import { useWords, word, type WordKey } from '#web/lib/i18n.ts';
import { ColumnMenu } from './column-menu.tsx';
import classes from './data-table.module.css';
import { EmptyState } from './empty-state.tsx';
import { SortMenu } from './sort-menu.tsx';
import { TablePages } from './table-pages.tsx';
import { nextSort, sortingOf, type Column } from './table-column.ts';

const features = tableFeatures({ columnVisibilityFeature });
export type TableFeatureSet = typeof features;

export interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[];
  /** undefined while the first answer is on its way. */
  readonly rows: readonly Row[] | undefined;
  /** What the table lists, for those who hear it. */
  readonly caption: string;
  readonly rowKey?: (row: Row) => string;
  /** Where a row leads; the first cell becomes the link. */
  readonly rowLink?: (row: Row) => string;
  readonly empty?: string;
  /** All rows there are; with `filters` it gives the pages. */
  readonly total?: number;
  /** Sort and page stand in the URL. */
  readonly filters?: Pick<Filters, 'text' | 'set' | 'active'>;
  /** Links to documents made from these rows. */
  readonly exports?: ReactNode;
}

const keyOf = (row: unknown, index: number): string =>
  typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : String(index);

const definitionsOf = <Row extends object>(columns: readonly Column<Row>[]): ColumnDef<TableFeatureSet, Row>[] =>
  columns.map((column) => ({ id: column.label, header: column.label, cell: ({ row }) => column.cell(row.original) }));

const empty: never[] = [];

/** Rows as a table on a desk and as cards in the hand. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, caption, rowKey, total, filters } = props;
  const t = useWords('shell');
  const table = useTable({
    features,
    data: rows ?? empty,
    columns: useMemo(() => definitionsOf(columns), [columns]),
    getRowId: (row, index) => rowKey?.(row) ?? keyOf(row, index),
  });
  if (rows?.length === 0) return <NoRows total={total} filters={filters} empty={props.empty} />;
  const byLabel = new Map(columns.map((column) => [column.label as string, column]));
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => byLabel.get(id) ?? []);

  return (
    <div className={classes['frame']}>
      <Group justify="space-between" gap="xs" className={classes['tools']}>
        <Text size="sm" c="dimmed" aria-live="polite">
          {rows === undefined ? t('loading') : t('table.rows', { count: total ?? rows.length })}
        </Text>
        <Group gap="xs" data-noprint>
          {filters && <SortMenu columns={columns} filters={filters} />}
          <ColumnMenu columns={table.getAllLeafColumns()} />
          {props.exports}
        </Group>
      </Group>
      <Table className={classes['table']} highlightOnHover aria-busy={rows === undefined}>
        <caption className={classes['caption']}>{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {shown.map((column) => (
              <HeaderCell key={column.label} column={column} filters={filters} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows === undefined && <SkeletonRows columns={shown.length} />}
          {table.getRowModel().rows.map((row) => (
            <BodyRow key={row.id} columns={shown} row={row.original} link={props.rowLink?.(row.original)} />
          ))}
        </Table.Tbody>
      </Table>
      {filters && total !== undefined && <TablePages total={total} filters={filters} />}
    </div>
  );
}

type Unfilled = { readonly [K in 'total' | 'filters' | 'empty']: DataTableProps<never>[K] | undefined };

function NoRows({ total = 0, filters, empty = '' }: Unfilled) {
  const t = useWords('shell');
  if (filters && total > 0) return <PastTheEnd filters={filters} />;
  const isFiltered = (filters?.active ?? 0) > 0;
  return <EmptyState title={isFiltered ? t('table.emptyFiltered') : empty || t('table.empty')} />;
}

/** A kept address may name a page that the list no longer has. */
function PastTheEnd({ filters }: { filters: Pick<Filters, 'set'> }) {
  const t = useWords('shell');
  return (
    <EmptyState
      title={t('table.pastTheEnd')}
      action={<Button onClick={() => filters.set({ page: undefined })}>{t('table.firstPage')}</Button>}
    />
  );
}

function HeaderCell<Row>({ column, filters }: { column: Column<Row>; filters: DataTableProps<Row>['filters'] }) {
  const t = useWords('shell');
  const { sortKey } = column;
  const label = word(column.label);
  const align = column.align ?? 'start';
  if (sortKey === undefined || filters === undefined) {
    return (
      <Table.Th scope="col" data-align={align}>
        {label}
      </Table.Th>
    );
  }
  const sorting = sortingOf(filters.text('sort'));
  const here = sorting?.key === sortKey ? sorting : undefined;
  const order = here && (here.descending ? 'descending' : 'ascending');
  const Mark = here ? (here.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return (
    <Table.Th scope="col" data-align={align} aria-sort={order ?? 'none'}>
      <UnstyledButton
        className={classes['sort']}
        data-active={here !== undefined}
        title={t('table.sortBy', { column: label })}
        onClick={() => filters.set({ sort: nextSort(filters.text('sort'), sortKey) })}
      >
        {label}
        <Mark size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

interface BodyRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly link: string | undefined;
}

function BodyRow<Row>({ columns, row, link }: BodyRowProps<Row>) {
  return (
    <Table.Tr data-linked={link !== undefined || undefined}>
      {columns.map((column, index) => {
        const content = column.cell(row);
        const first = index === 0;
        return (
          <Table.Td
            key={column.label}
            data-align={column.align ?? 'start'}
            data-first={first || undefined}
            data-minor={column.minor}
            data-whole={column.whole}
            data-blank={(content ?? '') === '' || undefined}
          >
            <CardLabel shown={!first} label={column.label} />
            {first && link !== undefined ? (
              <Link to={link} className={classes['link']}>
                {content}
              </Link>
            ) : (
              content
            )}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

/** On a card the head of the column stands beside the value; the table's head is hidden there. */
function CardLabel({ shown, label }: { shown: boolean; label: WordKey }) {
  return shown ? (
    <span className={classes['label']} aria-hidden>
      {word(label)}
    </span>
  ) : null;
}

function SkeletonRows({ columns }: { columns: number }) {
  return Array.from({ length: 6 }, (_, row) => (
    <Table.Tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <Table.Td key={column}>
          <Skeleton height={14} my={4} />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
}
