import { Text } from '@mantine/core';
import type { listPatronage } from '#contexts/books/surplus.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Money } from '#web/ui/value-text.tsx';

type Patronage = ReplyOf<typeof listPatronage>;
interface Row {
  readonly key: string;
  readonly who: string;
  readonly amountVnd: number;
  readonly shares: number;
}

const columns: Column<Row>[] = [
  { label: 'books:patronage.member', cell: (row) => row.who },
  { label: 'books:patronage.amount', cell: (row) => <Money amountVnd={row.amountVnd} />, align: 'end' },
  { label: 'books:patronage.shares', cell: (row) => numberText(row.shares), align: 'end', minor: true },
];

/** What each member sold through the organisation; what leads to nobody stands apart, with the reason. */
export function PatronageSection({ patronage, note }: { patronage: Patronage; note: string | undefined }) {
  const t = useWords('books');
  const rows: Row[] = [
    ...patronage.members.map(({ member, ...rest }) => ({
      key: member.id,
      who: member.name ?? t('patronage.nameless', { id: member.id.slice(-6) }),
      ...rest,
    })),
    ...patronage.untraced.map(({ reason, ...rest }) => ({
      key: reason,
      who: t(`patronage.untraced.${reason}`),
      ...rest,
    })),
  ];
  return (
    <Section title={t('patronage.title', { year: patronage.year })} lead={t('patronage.lead')}>
      {note !== undefined && (
        <Text size="sm" mb="xs">
          {note}
        </Text>
      )}
      <DataTable
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        caption={t('patronage.title', { year: patronage.year })}
        empty={t('patronage.empty')}
      />
    </Section>
  );
}
