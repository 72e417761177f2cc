import type { DeliveryRow } from '#contexts/linkage/delivery.wire.ts';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Quantity } from '#web/ui/value-text.tsx';
import { DeliveryBadge, SideText, unitOf } from './parts.tsx';

export const deliveryColumns: Column<DeliveryRow>[] = [
  { label: 'linkage:delivery.deliveredOn', cell: (row) => <DayText day={row.deliveredOn} />, sortKey: 'day' },
  {
    label: 'linkage:delivery.net',
    cell: (row) => <Quantity qty={row.netQty} unit={unitOf(row.commodity)} />,
    align: 'end',
    sortKey: 'qty',
  },
  {
    label: 'linkage:delivery.outside',
    cell: (row) => <Quantity qty={row.outsideQty} unit={unitOf(row.commodity)} />,
    align: 'end',
  },
  { label: 'linkage:delivery.recordedBy', cell: (row) => <SideText side={row.side} />, minor: true },
  {
    label: 'linkage:delivery.answerUntil',
    cell: (row) => (row.state === 'recorded' ? <DayText day={row.answerUntil} /> : ''),
    minor: true,
  },
  { label: 'linkage:state', cell: (row) => <DeliveryBadge state={row.state} /> },
];

export const deliveryListColumns: Column<DeliveryRow>[] = [
  ...deliveryColumns.slice(0, 2),
  { label: 'linkage:contract.number', cell: (row) => row.contract.number },
  { label: 'linkage:contract.seller', cell: (row) => row.contract.seller.name },
  { label: 'linkage:contract.buyer', cell: (row) => row.contract.buyer.name, minor: true },
  ...deliveryColumns.slice(2),
];
