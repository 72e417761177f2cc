import { Group, Text } from '@mantine/core';
import type { getSizeCard } from '#contexts/books/card.wire.ts';
import { sizeClasses, type Outcome, type SizeClass } from '#contexts/books/size-card.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { numberText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge, UnverifiedMark, type Tone } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { CardBlanks, KeptCards } from './card-blanks.tsx';

type SizeCard = ReplyOf<typeof getSizeCard>;
type Row = SizeCard['rows'][number];
type Condition = Row['conditions'][number];

const tones: Record<Outcome, Tone> = { met: 'good', 'not-met': 'neutral', unknown: 'waiting' };

const columns: Column<Row>[] = [
  { label: 'books:card.sizeRow', cell: (row) => <RowName row={row} /> },
  { label: 'books:card.condition.members', cell: (row) => <ConditionCell condition={row.conditions[0]!} /> },
  { label: 'books:card.condition.revenueVnd', cell: (row) => <ConditionCell condition={row.conditions[1]!} /> },
  { label: 'books:card.condition.capitalVnd', cell: (row) => <ConditionCell condition={row.conditions[2]!} /> },
  { label: 'books:card.outcomeLabel', cell: (row) => <OutcomeCell outcome={row.outcome} /> },
  { label: 'books:card.source', cell: (row) => row.source ?? '', minor: true },
];

function RowName({ row }: { row: Row }) {
  const t = useWords('books');
  return (
    <Group gap={6}>
      {t(`card.size.${row.row}`)}
      {!row.verified && <UnverifiedMark />}
    </Group>
  );
}

const amount = (what: Condition['what'], value: number): string =>
  what === 'members' ? numberText(value) : vndText(value);

function ConditionCell({ condition: { what, needed, found, outcome } }: { condition: Condition }) {
  const t = useWords('books');
  return (
    <div>
      <Text size="sm">{needed === null ? t('card.notEstablished') : `≥ ${amount(what, needed)}`}</Text>
      <Text size="xs" c="dimmed">
        {found === null ? t('card.foundBlank') : t('card.found', { value: amount(what, found) })}
        {' · '}
        {t(`card.outcome.${outcome}`)}
      </Text>
    </div>
  );
}

function OutcomeCell({ outcome }: { outcome: Outcome }) {
  const t = useWords('books');
  return <StateBadge tone={tones[outcome]} label={t(`card.outcome.${outcome}`)} />;
}

const isClass = (name: string): name is SizeClass => (sizeClasses as readonly string[]).includes(name);

/** The size class: the whole table, what was found, and what is blank. */
export function SizeSection({ card }: { card: SizeCard }) {
  const t = useWords('books');
  const nameOf = (name: string): string => (isClass(name) ? t(`card.size.${name}`) : name);
  const sectors = card.sectors.map((sector) => t(`card.sector.${sector}`)).join(', ');
  return (
    <Section
      title={t('card.sizeTitle')}
      lead={sectors === '' ? undefined : `${t('card.sectorLabel')}: ${sectors}. ${t('card.sizeLead')}`}
      actions={
        card.class === null ? (
          <StateBadge tone="waiting" label={t('card.open')} />
        ) : (
          <StateBadge tone="good" label={t(`card.size.${card.class}`)} />
        )
      }
    >
      {card.readings.map(({ field, sector, source, verified }) => (
        <Group key={field} gap={6} mb={4}>
          <Text size="sm">{`${t('card.readingLabel')} ${t(`card.sector.${sector}`)}: ${t(`card.activity.${field}`)}`}</Text>
          {!verified && <UnverifiedMark />}
          <Text size="xs" c="dimmed">
            {source}
          </Text>
        </Group>
      ))}
      <CardBlanks texts={card.blanks.map((blank) => t(`card.sizeBlank.${blank}`))} />
      {card.rows.length > 0 && (
        <DataTable columns={columns} rows={card.rows} rowKey={(row) => row.row} caption={t('card.sizeTitle')} />
      )}
      <KeptCards kept={card.kept} className={nameOf} />
    </Section>
  );
}
