import { Alert, Group, Text } from '@mantine/core';
import { exportVotes, listVotes, type VoterRow } from '#contexts/registry/vote.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FilterBar, SearchFilter } from '#web/ui/filter-bar.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { registryPaths } from './paths.ts';

const columns: Column<VoterRow>[] = [
  { label: 'registry:member.name', cell: ({ name }) => name ?? word('registry:member.hidden') },
  { label: 'registry:member.partyLabel', cell: ({ party }) => word(`registry:member.party.${party}`) },
  { label: 'registry:capital.vote.representative', cell: ({ representative }) => representative ?? '' },
  {
    label: 'registry:member.standingLabel',
    cell: ({ standing }) => word(`registry:member.standing.${standing}`),
    minor: true,
  },
  { label: 'registry:member.joinedOn', cell: ({ joinedOn }) => <DayText day={joinedOn} />, minor: true },
];

export const load: Load = ({ ask, param, search }) =>
  ask(listVotes, filtersIn(listVotes, search, { organisation: param('id') }));

export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const filters = useFilters(listVotes, { organisation: id });
  const { items, total, organisation, on, voters, others, each, may } = useAnswer(listVotes, filters.input);
  const exported = (format: 'pdf' | 'xlsx' | 'csv') =>
    documentUrl(exportVotes, { organisation: id, on, format, language: currentLanguage() });
  return (
    <>
      <PageHeader
        title={t('capital.vote.of', { name: organisation.name })}
        lead={t('capital.vote.lead')}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: organisation.name, to: registryPaths.organisation(id) },
        ]}
      />
      <Facts
        facts={[
          { label: t('capital.vote.voters'), value: numberText(voters) },
          { label: t('capital.vote.others'), value: numberText(others) },
          {
            label: t('capital.vote.each'),
            value: each && (
              <Group gap="xs">
                {each.votes === null ? t('capital.undivided.unknown') : numberText(each.votes)}
                {!each.verified && <UnverifiedMark />}
                <Text size="sm" c="dimmed">
                  {each.source}
                </Text>
              </Group>
            ),
          },
        ]}
      />
      <Alert color="gray" variant="light" my="md">
        {t('capital.vote.unknown')}
      </Alert>
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('member.name')} />
        <DayFilter filters={filters} name="on" label={t('capital.on')} max={today()} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('capital.vote.title')}
        rowKey={({ member }) => member}
        rowLink={({ member }) => registryPaths.member(member)}
        empty={t('capital.vote.empty')}
        exports={
          may.export && (
            <ExportLinks
              links={[
                { label: t('capital.vote.paper'), href: exported('pdf') },
                { label: 'XLSX', href: exported('xlsx') },
                { label: 'CSV', href: exported('csv') },
              ]}
            />
          )
        }
      />
    </>
  );
}
