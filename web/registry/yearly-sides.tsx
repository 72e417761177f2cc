import { Text, Title } from '@mantine/core';
import type { YearlyRow } from '#contexts/registry/yearly.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Money } from '#web/ui/value-text.tsx';

const sides = [
  'internalRevenue',
  'externalRevenue',
  'cost',
  'internalCost',
  'externalCost',
  'internalProfit',
  'externalProfit',
] as const;

const columns: Column<YearlyRow>[] = [
  { label: 'registry:yearly.year', cell: ({ year }) => year },
  ...sides.map((side): Column<YearlyRow> => ({
    label: `registry:yearly.${side}`,
    cell: (row) => <Money amountVnd={row[`${side}Vnd`]} rounded />,
    align: 'end',
  })),
];

/** Revenue, cost and profit with members and with others, of the years that tell them apart. */
export function YearlySides({ rows }: { rows: readonly YearlyRow[] }) {
  const t = useWords('registry');
  const telling = rows.filter((row) => sides.some((side) => row[`${side}Vnd`] !== null));
  if (telling.length === 0) return null;
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {t('yearly.sides')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('yearly.sidesLead')}
      </Text>
      <DataTable columns={columns} rows={telling} rowKey={({ year }) => String(year)} caption={t('yearly.sides')} />
    </>
  );
}
