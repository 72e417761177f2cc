import { daysText } from '#web/lib/format.ts';
import type { SettlementRow } from '#contexts/linkage/settlement.wire.ts';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { Marked, SettlementBadge } from './parts.tsx';

export const settlementColumns: Column<SettlementRow>[] = [
  { label: 'linkage:settlement.number', cell: (row) => <Marked name={row.number} provenance={row.provenance} /> },
  { label: 'linkage:settlement.period', cell: (row) => daysText(row.from, row.until), sortKey: 'period' },
  {
    label: 'linkage:settlement.amount',
    cell: (row) => <Money amountVnd={row.amountVnd} />,
    align: 'end',
    sortKey: 'amount',
  },
  { label: 'linkage:settlement.balance', cell: (row) => <Money amountVnd={row.balanceVnd} />, align: 'end' },
  { label: 'linkage:settlement.due', cell: (row) => <DayText day={row.dueOn} />, sortKey: 'due', minor: true },
  { label: 'linkage:state', cell: (row) => <SettlementBadge state={row.state} /> },
];

export const settlementListColumns: Column<SettlementRow>[] = [
  ...settlementColumns.slice(0, 1),
  { label: 'linkage:contract.seller', cell: (row) => row.contract.seller.name },
  { label: 'linkage:contract.buyer', cell: (row) => row.contract.buyer.name },
  ...settlementColumns.slice(1),
];
