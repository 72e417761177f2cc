import { Anchor, List, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import { resolveAddress } from '#contexts/registry/unit.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar, SearchFilter } from '#web/ui/filter-bar.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { placesPaths } from './paths.ts';
import { unitText } from './unit-text.tsx';

type Match = ReplyOf<typeof resolveAddress>;
type Found = Match['units'][number];

const columns: Column<Found>[] = [
  { label: 'places:address.unit', cell: (found) => <FoundUnit found={found} /> },
  { label: 'places:address.byFormer', cell: ({ by }) => [by.name, by.district].filter(Boolean).join(', ') },
  { label: 'places:address.mark', cell: (found) => <Mend found={found} /> },
];

function FoundUnit({ found }: { found: Found }) {
  return (
    <Anchor component={Link} to={placesPaths.unit(found.code)} inherit underline="always">
      {`${unitText(found)} (${found.code})`}
    </Anchor>
  );
}

/** A link nobody has read in a document is the usual reason why a person has to say. */
function Mend({ found: { verified, by } }: { found: Found }) {
  const t = useWords('places');
  if (verified) return <>{t('unit.verified')}</>;
  return (
    <>
      <UnverifiedMark />{' '}
      <Anchor
        component={Link}
        to={`${placesPaths.links}?search=${encodeURIComponent(by.name)}`}
        aria-label={t('address.mendOf', { name: by.name })}
        size="sm"
      >
        {t('address.mend')}
      </Anchor>
    </>
  );
}

/** An old address as written, and the unit it lies in today: one, or a choice; both stand in the URL. */
export function Page() {
  const t = useWords('places');
  const registry = useWords('registry');
  const filters = useFilters(resolveAddress);
  const address = filters.text('address');
  const { data } = useQuery({
    ...answer(resolveAddress, filters.input),
    enabled: address.length > 2,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader
        title={t('address.title')}
        lead={t('address.lead')}
        crumbs={[{ label: t('unit.list'), to: registryPaths.units }]}
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="address" label={registry('units.address')} />
        <DayInput
          label={t('address.writtenOn')}
          value={filters.text('writtenOn') as never}
          onChange={(day) => filters.set({ writtenOn: day })}
        />
      </FilterBar>
      <div aria-live="polite">
        {address.length > 2 && data !== undefined ? (
          <Answer match={data} />
        ) : (
          <EmptyState title={t('address.ask')} text={registry('units.addressHint')} />
        )}
      </div>
      <Text size="sm" c="dimmed" mt="lg">
        {t('address.mendHint')}{' '}
        <Anchor component={Link} to={placesPaths.links} inherit underline="always">
          {t('address.links')}
        </Anchor>
      </Text>
    </>
  );
}

function Answer({ match: { outcome, reasons, units } }: { match: Match }) {
  const t = useWords('places');
  const registry = useWords('registry');
  return (
    <Section title={t('address.answer')}>
      <SimpleGrid cols={1} spacing="sm">
        <Text fw={500}>{registry(`units.outcome.${outcome}`)}</Text>
        {reasons.length > 0 && (
          <List size="sm">
            {reasons.map((reason) => (
              <List.Item key={reason}>{registry(`units.reason.${reason}`)}</List.Item>
            ))}
          </List>
        )}
        {units.length > 0 && (
          <DataTable columns={columns} rows={units} rowKey={({ code }) => code} caption={t('address.answer')} />
        )}
      </SimpleGrid>
    </Section>
  );
}
