import { NativeSelect } from '@mantine/core';
import type { Filters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import classes from './column-menu.module.css';
import type { Column } from './table-column.ts';

interface SortMenuProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly filters: Pick<Filters, 'text' | 'set'>;
}

/** On a phone, where cards have no head to press, the order is chosen here. */
export function SortMenu<Row>({ columns, filters }: SortMenuProps<Row>) {
  const t = useWords('shell');
  const sortable = columns.filter(({ sortKey }) => sortKey !== undefined);
  if (sortable.length === 0) return null;
  const options = sortable.flatMap(({ sortKey = '', label }) => [
    { value: sortKey, label: `${word(label)}, ${t('table.ascending')}` },
    { value: `-${sortKey}`, label: `${word(label)}, ${t('table.descending')}` },
  ]);
  return (
    <NativeSelect
      className={classes['hand'] ?? ''}
      flex={1}
      aria-label={t('table.sort')}
      value={filters.text('sort')}
      data={[{ value: '', label: t('table.unsorted') }, ...options]}
      onChange={(event) => filters.set({ sort: event.currentTarget.value })}
    />
  );
}
