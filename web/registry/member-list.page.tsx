import { Alert, Button, Text } from '@mantine/core';
import { IconHistory, IconId, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { pastDay, standings } from '#contexts/registry/member.ts';
import { parties } from '#contexts/registry/party.ts';
import { exportMembers, listMembers, type MemberRow } from '#contexts/registry/member.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { MemberExports } from './member-exports.tsx';
import { MemberName } from './member-name.tsx';
import { ProvenanceMark } from './organisation-marks.tsx';
import { registryPaths } from './paths.ts';

/** Nobody need have said that an organisation which is no more has left. */
const goneOn = ({ leftOn, partyEndedOn }: MemberRow) => leftOn ?? partyEndedOn;

const columns: Column<MemberRow>[] = [
  { label: 'registry:member.name', cell: (row) => <MemberName member={row} />, sortKey: 'name' },
  { label: 'registry:member.standingLabel', cell: ({ standing }) => word(`registry:member.standing.${standing}`) },
  { label: 'registry:member.partyLabel', cell: ({ party }) => word(`registry:member.party.${party}`), minor: true },
  { label: 'registry:member.birthYear', cell: ({ birthYear }) => birthYear, align: 'end', minor: true },
  { label: 'registry:member.hamlet', cell: ({ hamlet }) => hamlet, minor: true },
  { label: 'registry:member.phone', cell: ({ phone }) => phone },
  { label: 'registry:member.joinedOn', cell: ({ joinedOn }) => <DayText day={joinedOn} />, sortKey: 'joined' },
  { label: 'registry:member.leftOn', cell: (row) => goneOn(row) && <DayText day={goneOn(row)} />, minor: true },
  {
    label: 'registry:member.contributed',
    cell: ({ contributedVnd }) => <Money amountVnd={contributedVnd} />,
    align: 'end',
    sortKey: 'contributed',
  },
  {
    label: 'registry:provenanceLabel',
    cell: ({ provenance }) => <ProvenanceMark provenance={provenance} />,
    minor: true,
  },
];

export const load: Load = ({ ask, param, search }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([
    ask(getOrganisation, { organisation }),
    ask(listMembers, filtersIn(listMembers, search, { organisation })),
  ]);
};

type ListFormat = 'xlsx' | 'csv' | 'pdf';

/** What is taken away is what is on the screen, all pages of it. */
const exportUrl = (input: InputOf<typeof listMembers>, format: ListFormat) => {
  const { page: _page, size: _size, sort: _sort, ...which } = input;
  return documentUrl(exportMembers, { ...which, format, language: currentLanguage() });
};

export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const filters = useFilters(listMembers, { organisation: id });
  const asOf = pastDay(filters.text('asOf') === '' ? undefined : (filters.text('asOf') as Day), today());
  const { items, total, sight, may } = useAnswer(listMembers, filters.input);
  const exported = (format: ListFormat) => exportUrl(filters.input, format);
  return (
    <>
      <PageHeader
        title={t('member.of', { name })}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: name, to: registryPaths.organisation(id) },
        ]}
        actions={may.record && <MemberListActions organisation={id} />}
      />
      {sight !== 'full' && (
        <Alert color="gray" variant="light" mb="md">
          <Text size="sm">{sight === 'names' ? t('member.namesOnly') : t('member.masked')}</Text>
        </Alert>
      )}
      <PastDay day={asOf} onBack={() => filters.set({ asOf: '' })} />
      <FilterBar filters={filters}>
        {sight !== 'masked' && <SearchFilter filters={filters} name="search" label={t('member.name')} />}
        <SelectFilter
          filters={filters}
          name="standing"
          label={t('member.standingLabel')}
          options={standings.map((value) => ({ value, label: t(`member.standing.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="party"
          label={t('member.partyLabel')}
          options={parties.map((value) => ({ value, label: t(`member.party.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="present"
          label={t('member.present')}
          options={(['true', 'false', 'all'] as const).map((value) => ({
            value,
            label: t(`member.presence.${value}`),
          }))}
        />
        <DayFilter filters={filters} name="asOf" label={t('list.asOfLabel')} max={today()} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('member.title')}
        rowLink={(row) => registryPaths.member(row.id)}
        empty={t('member.empty')}
        exports={
          may.export && (
            <ExportLinks
              links={[
                { label: 'XLSX', href: exported('xlsx') },
                { label: 'CSV', href: exported('csv') },
                { label: 'PDF (A4)', href: exported('pdf') },
              ]}
            />
          )
        }
      />
      {may.export && <MemberExports organisation={id} />}
    </>
  );
}

function PastDay({ day, onBack }: { day: Day | undefined; onBack: () => void }) {
  const t = useWords('registry');
  if (day === undefined) return null;
  return (
    <Alert
      color="clay"
      variant="light"
      mb="md"
      icon={<IconHistory aria-hidden />}
      title={t('member.asOf.banner', { day: dayText(day) })}
    >
      <Text size="sm">{t('member.asOf.text')}</Text>
      <Button variant="subtle" size="compact-md" px={0} onClick={onBack} data-noprint>
        {t('list.asOfToday')}
      </Button>
    </Alert>
  );
}

function MemberListActions({ organisation }: { organisation: OrganisationId }) {
  const t = useWords('registry');
  return (
    <>
      <Button
        component={Link}
        to={registryPaths.cards(organisation)}
        variant="default"
        leftSection={<IconId size={18} aria-hidden />}
      >
        {t('card.title')}
      </Button>
      <Button component={Link} to={registryPaths.personalData(organisation)} variant="default">
        {t('personal.title')}
      </Button>
      <Button
        component={Link}
        to={registryPaths.newMember(organisation)}
        leftSection={<IconPlus size={18} aria-hidden />}
      >
        {t('member.record')}
      </Button>
    </>
  );
}
