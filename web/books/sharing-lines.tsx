import type { FundKey, SurplusKind } from '#contexts/books/surplus.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Money } from '#web/ui/value-text.tsx';

export interface SharingLine {
  readonly kind: SurplusKind;
  readonly name: string | null;
  readonly fund: FundKey | null;
  readonly member: { readonly id: string; readonly name: string | null } | null;
  readonly weightVnd: number | null;
  readonly amountVnd: number;
}

const columns: Column<SharingLine>[] = [
  { label: 'books:surplus.part', cell: (line) => <Part line={line} /> },
  { label: 'books:surplus.weight', cell: (line) => <Money amountVnd={line.weightVnd} />, align: 'end', minor: true },
  { label: 'books:surplus.amount', cell: (line) => <Money amountVnd={line.amountVnd} />, align: 'end' },
];

function Part({ line: { kind, name, fund, member } }: { line: SharingLine }) {
  const t = useWords('books');
  if (member === null) return <>{fund === null ? (name ?? t(`surplus.kind.${kind}`)) : t(`surplus.fund.${fund}`)}</>;
  return <>{`${t(`surplus.kind.${kind}`)}: ${member.name ?? t('patronage.nameless', { id: member.id.slice(-6) })}`}</>;
}

/** Every part of a shared surplus; together they are the profit. */
export function SharingLines({ lines, caption }: { lines: readonly SharingLine[]; caption: string }) {
  return (
    <DataTable
      columns={columns}
      rows={lines}
      rowKey={({ kind, name, member }) => `${kind} ${name ?? ''} ${member?.id ?? ''}`}
      caption={caption}
    />
  );
}
