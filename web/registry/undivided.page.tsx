import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasUndivided } from '#contexts/registry/undivided.ts';
import {
  correctUndivided,
  exportUndivided,
  getUndivided,
  listUndivided,
  type UndividedEntryId,
  type UndividedLineView,
  type UndividedRow,
} from '#contexts/registry/undivided.wire.ts';
import { today } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useFilters } from '#web/lib/filters.ts';
import { instantText, percentText, vndText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { registryPaths } from './paths.ts';
import { Reversal } from './reversal.tsx';

type Undivided = ReplyOf<typeof getUndivided>;

const columns: Column<UndividedLineView>[] = [
  {
    label: 'registry:capital.undivided.source',
    cell: ({ source }) => word(`registry:capital.undivided.sources.${source}`),
  },
  {
    label: 'registry:capital.undivided.account',
    cell: ({ account }) => word(`registry:capital.undivided.accounts.${account}`),
  },
  {
    label: 'registry:capital.undivided.amount',
    cell: ({ amountVnd }) => <Money amountVnd={amountVnd} />,
    align: 'end',
  },
  {
    label: 'registry:capital.undivided.pledge',
    cell: ({ pledgeBarred }) =>
      pledgeBarred ? <StateBadge tone="waiting" label={word('registry:capital.undivided.barred')} /> : '',
  },
];

const differences: Column<Undivided['differences'][number]>[] = [
  { label: 'registry:capital.differences.year', cell: ({ year }) => year },
  {
    label: 'registry:capital.differences.declared',
    cell: ({ declaredVnd }) => <Money amountVnd={declaredVnd} />,
    align: 'end',
  },
  {
    label: 'registry:capital.differences.ledger',
    cell: ({ ledgerVnd }) => <Money amountVnd={ledgerVnd} />,
    align: 'end',
  },
];

export const load: Load = ({ ask, param, search }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([
    ask(getUndivided, filtersIn(getUndivided, search, { organisation })),
    ask(listUndivided, { organisation, size: 100 }),
  ]);
};

export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const filters = useFilters(getUndivided, { organisation: id });
  const undivided = useAnswer(getUndivided, filters.input);
  const { organisation, may } = undivided;
  const exported = (format: 'xlsx' | 'csv') =>
    documentUrl(exportUndivided, { organisation: id, format, language: currentLanguage() });
  return (
    <>
      <PageHeader
        title={t('capital.undivided.of', { name: organisation.name })}
        lead={t('capital.undivided.lead')}
        crumbs={[
          { label: organisation.name, to: registryPaths.organisation(id) },
          { label: t('capital.title'), to: registryPaths.capital(id) },
        ]}
        actions={
          may.record && (
            <Button
              component={Link}
              to={registryPaths.newUndivided(id)}
              leftSection={<IconPlus size={18} aria-hidden />}
            >
              {t('capital.undivided.record')}
            </Button>
          )
        }
      />
      {hasUndivided(organisation.kind) ? (
        <Sums undivided={undivided} />
      ) : (
        <Alert mb="md">{t('capital.undivided.none')}</Alert>
      )}
      <Section title={t('capital.undivided.bySource')}>
        <FilterBar filters={filters}>
          <DayFilter filters={filters} name="on" label={t('capital.on')} max={today()} />
        </FilterBar>
        <DataTable
          columns={columns}
          rows={undivided.items}
          rowKey={({ account, source, pledgeBarred }) => `${account} ${source} ${pledgeBarred}`}
          caption={t('capital.undivided.bySource')}
          empty={t('capital.undivided.empty')}
          exports={
            may.export && (
              <ExportLinks
                links={[
                  { label: 'XLSX', href: exported('xlsx') },
                  { label: 'CSV', href: exported('csv') },
                ]}
              />
            )
          }
        />
      </Section>
      {undivided.differences.length > 0 && (
        <Section title={t('capital.undivided.differences')}>
          <DataTable
            columns={differences}
            rows={undivided.differences}
            rowKey={({ year }) => String(year)}
            caption={t('capital.undivided.differences')}
          />
        </Section>
      )}
      <Entries organisation={id} />
    </>
  );
}

function Sums({ undivided }: { undivided: Undivided }) {
  const t = useWords('registry');
  const { leastRate } = undivided;
  return (
    <Facts
      facts={[
        { label: t('capital.undivided.fund'), value: <Money amountVnd={undivided.fundVnd} /> },
        { label: t('capital.undivided.assets'), value: <Money amountVnd={undivided.assetsVnd} /> },
        { label: t('capital.undivided.pledgeable'), value: <Money amountVnd={undivided.pledgeableVnd} /> },
        {
          label: t('capital.undivided.leastRate'),
          value: leastRate && (
            <Group gap="xs">
              {leastRate.basisPoints === null
                ? t('capital.undivided.unknown')
                : percentText(leastRate.basisPoints / 10_000)}
              {!leastRate.verified && <UnverifiedMark />}
              <Text size="sm" c="dimmed">
                {leastRate.source}
              </Text>
            </Group>
          ),
        },
      ]}
    />
  );
}

function Entries({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  const { items } = useAnswer(listUndivided, { organisation, size: 100 });
  return (
    <Section title={t('capital.undivided.entries')}>
      {items.length === 0 ? (
        <EmptyState title={t('capital.book.empty')} />
      ) : (
        <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Entry({ entry }: { entry: UndividedRow }) {
  const t = useWords('registry');
  const [id] = useState(() => newId<UndividedEntryId>());
  const correct = useCommand(correctUndivided);
  const papers = [
    ...(entry.document === null ? [] : [t('capital.book.document', { document: entry.document })]),
    ...(entry.legalBasis === null ? [] : [t('capital.book.legalBasis', { basis: entry.legalBasis })]),
    ...(entry.note === null ? [] : [entry.note]),
  ];
  return (
    <Card component="li" withBorder padding="sm" {...(entry.reversedBy !== null && { bg: 'var(--lk-sunk)' })}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Group gap="xs">
          <Text fw={600} component="span">
            {t('capital.book.number', { number: entry.number })} · {t(`capital.undivided.kind.${entry.kind}`)}
          </Text>
          <DayText day={entry.onDay} />
          {entry.reverses !== null && (
            <StateBadge tone="neutral" label={t('capital.book.reverses', { number: entry.reverses })} />
          )}
          {entry.reversedBy !== null && (
            <StateBadge tone="neutral" label={t('capital.book.reversedBy', { number: entry.reversedBy })} />
          )}
        </Group>
        {entry.may.correct && (
          <Reversal
            number={entry.number}
            pending={correct.isPending}
            problem={correct.error}
            onReverse={(reason, done) => correct.mutate({ id, entry: entry.id, reason }, { onSuccess: done })}
          />
        )}
      </Group>
      <Stack gap={2} mt={4} component="ul" m={0} pl="md">
        {entry.lines.map((line) => (
          <Text key={`${line.account} ${line.source} ${line.pledgeBarred}`} component="li" size="sm">
            {t(`capital.undivided.accounts.${line.account}`)} · {t(`capital.undivided.sources.${line.source}`)}:{' '}
            {`${line.amountVnd > 0 ? '+' : ''}${vndText(line.amountVnd)}`}
            {line.pledgeBarred && ` · ${t('capital.undivided.barred')}`}
          </Text>
        ))}
      </Stack>
      {papers.length > 0 && (
        <Text size="sm" mt={4}>
          {papers.join(' · ')}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        {t('capital.book.at', { at: instantText(entry.recordedAt) })}
      </Text>
    </Card>
  );
}
