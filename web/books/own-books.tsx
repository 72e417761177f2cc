import { Text, Title } from '@mantine/core';
import { listMembershipBooks, type MembershipBooks } from '#contexts/books/membership.wire.ts';
import type { MemberId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Money } from '#web/ui/value-text.tsx';

type Year = MembershipBooks['patronage'][number];
type Sharing = MembershipBooks['sharings'][number];

const partOf = ({ parts }: Sharing, kind: 'patronage' | 'capital'): number | null =>
  parts.find((part) => part.kind === kind)?.amountVnd ?? null;

const yearColumns: Column<Year>[] = [
  { label: 'books:account.year', cell: ({ year }) => String(year) },
  { label: 'books:patronage.amount', cell: ({ amountVnd }) => <Money amountVnd={amountVnd} />, align: 'end' },
  { label: 'books:patronage.shares', cell: ({ shares }) => numberText(shares), align: 'end', minor: true },
];

const sharingColumns: Column<Sharing>[] = [
  { label: 'books:account.year', cell: ({ year }) => String(year) },
  {
    label: 'books:surplus.kind.patronage',
    cell: (one) => <Money amountVnd={partOf(one, 'patronage')} />,
    align: 'end',
  },
  { label: 'books:surplus.kind.capital', cell: (one) => <Money amountVnd={partOf(one, 'capital')} />, align: 'end' },
  {
    label: 'books:own.total',
    cell: ({ parts }) => <Money amountVnd={parts.reduce((sum, { amountVnd }) => sum + amountVnd, 0)} />,
    align: 'end',
  },
  {
    label: 'books:own.decision',
    cell: ({ document, decidedOn }) => `${document}, ${dayText(decidedOn)}`,
  },
  { label: 'books:own.state', cell: ({ reversedOn }) => <State reversedOn={reversedOn} /> },
];

function State({ reversedOn }: Pick<Sharing, 'reversedOn'>) {
  if (reversedOn === null) return <StateBadge tone="good" label={word('books:own.stands')} />;
  return <StateBadge tone="bad" label={`${word('books:own.takenBack')} ${dayText(reversedOn)}`} />;
}

/** What I sold through the organisation and what I got of its surplus: mine alone, whoever else is in the books. */
export function OwnBooks({ member }: { member: MemberId }) {
  const t = useWords('books');
  const { items } = useAnswer(listMembershipBooks, {});
  const own = items.find((one) => one.member === member);
  if (own === undefined) return null;
  return (
    <>
      <Title order={3} size="h4" mt="lg" mb="xs">
        {t('own.patronage')}
      </Title>
      {own.patronage.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('own.noPatronage')}
        </Text>
      ) : (
        <DataTable
          columns={yearColumns}
          rows={own.patronage}
          rowKey={({ year }) => String(year)}
          caption={t('own.patronage')}
        />
      )}
      <Title order={3} size="h4" mt="lg" mb="xs">
        {t('own.sharings')}
      </Title>
      {own.sharings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('own.noSharings')}
        </Text>
      ) : (
        <DataTable
          columns={sharingColumns}
          rows={own.sharings}
          rowKey={({ surplus }) => surplus}
          caption={t('own.sharings')}
        />
      )}
    </>
  );
}
