import { Alert, Anchor, Badge, Button, Group } from '@mantine/core';
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import {
  capitalShows,
  exportCapital,
  getCapital,
  listCapital,
  type CapitalRow,
} from '#contexts/registry/capital.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters, type Filters } from '#web/lib/filters.ts';
import { dayText, percentText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { CapitalActs } from './capital-acts.tsx';
import { Caps, Differences } from './capital-caps.tsx';
import { ClosedBooks } from './capital-closed.tsx';
import { registryPaths } from './paths.ts';

type Capital = ReplyOf<typeof getCapital>;

const columns: Column<CapitalRow>[] = [
  { label: 'registry:member.name', cell: ({ name }) => name ?? word('registry:member.hidden'), sortKey: 'name' },
  {
    label: 'registry:member.standingLabel',
    cell: ({ standing }) => word(`registry:member.standing.${standing}`),
    minor: true,
  },
  {
    label: 'registry:capital.subscribed',
    cell: (row) => <Money amountVnd={row.subscribedVnd} />,
    align: 'end',
    sortKey: 'subscribed',
  },
  { label: 'registry:capital.paid', cell: (row) => <Money amountVnd={row.paidVnd} />, align: 'end', sortKey: 'paid' },
  {
    label: 'registry:capital.share',
    cell: ({ shareBasisPoints }) => percentText(shareBasisPoints / 10_000, 2),
    align: 'end',
  },
  {
    label: 'registry:capital.form',
    cell: ({ byForm }) => byForm.map(({ form }) => word(`registry:capital.book.form.${form}`)).join(', '),
    minor: true,
  },
  {
    label: 'registry:capital.late',
    cell: ({ lateVnd }) => (lateVnd > 0 ? <Money amountVnd={lateVnd} /> : ''),
    align: 'end',
  },
  {
    label: 'registry:capital.dueOn',
    cell: ({ dueOn }) => (dueOn === null ? '' : <DayText day={dueOn} />),
    minor: true,
  },
  {
    label: 'registry:capital.marks',
    cell: (row) => (row.marks.length > 0 || row.foreign ? <RowMarks row={row} /> : ''),
  },
];

function RowMarks({ row }: { row: CapitalRow }) {
  const t = useWords('registry');
  return (
    <Group gap={4}>
      {row.marks.map((mark) => (
        <StateBadge key={mark} tone="waiting" label={t(`capital.mark.${mark}`)} />
      ))}
      {row.foreign && (
        <Badge variant="outline" color="gray" radius="sm" tt="none" fw={500}>
          {t('capital.foreign')}
        </Badge>
      )}
    </Group>
  );
}

export const load: Load = ({ ask, param, search }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([
    ask(getCapital, filtersIn(getCapital, search, { organisation })),
    ask(listCapital, { organisation, size: 5 }),
  ]);
};

export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const filters = useFilters(getCapital, { organisation: id });
  const capital = useAnswer(getCapital, filters.input);
  const { organisation, may, sight } = capital;
  const isGroup = organisation.kind === 'cooperative-group';
  return (
    <>
      <PageHeader
        title={t(isGroup ? 'capital.contributionsOf' : 'capital.of', { name: organisation.name })}
        lead={t(isGroup ? 'capital.groupLead' : 'capital.lead')}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: organisation.name, to: registryPaths.organisation(id) },
        ]}
        actions={
          may.record && (
            <Button component={Link} to={registryPaths.newCapital(id)} leftSection={<IconPlus size={18} aria-hidden />}>
              {t('capital.record.title')}
            </Button>
          )
        }
      />
      {sight !== 'full' && (
        <Alert color="gray" variant="light" mb="md">
          {t(sight === 'own' ? 'capital.sightOwn' : 'capital.sightMasked')}
        </Alert>
      )}
      <Group gap="lg" mb="md" data-noprint>
        {!isGroup && (
          <Anchor component={Link} to={registryPaths.undivided(id)}>
            {t('capital.undivided.open')}
          </Anchor>
        )}
        <Anchor component={Link} to={registryPaths.votes(id)}>
          {t('capital.vote.open')}
        </Anchor>
        <Anchor component={Link} to={registryPaths.capitalCertificates(id)}>
          {t('capital.certificate.all')}
        </Anchor>
      </Group>
      <Then capital={capital} filters={filters} />
      <Sums capital={capital} isGroup={isGroup} />
      <Differences capital={capital} />
      <ClosedBooks capital={capital} />
      <Members capital={capital} filters={filters} />
      {!isGroup && <Caps capital={capital} />}
      <Section
        title={t('capital.book.last')}
        actions={
          <Anchor component={Link} to={registryPaths.capitalBook(id)}>
            {t('capital.book.all')}
          </Anchor>
        }
      >
        <Latest organisation={id} />
      </Section>
    </>
  );
}

function Latest({ organisation }: { organisation: OrganisationId }) {
  const { items } = useAnswer(listCapital, { organisation, size: 5 });
  return <CapitalActs organisation={organisation} acts={items} />;
}

/** Says that this is not today's book, or not all of it, and leads back. */
function Then({ capital, filters }: { capital: Capital; filters: Filters<typeof getCapital> }) {
  const t = useWords('registry');
  const known = filters.text('known');
  if (capital.on === today() && known === '') return null;
  const titles = [
    ...(capital.on === today() ? [] : [t('capital.thenTitle', { day: dayText(capital.on) })]),
    ...(known === '' ? [] : [t('capital.knownTitle', { number: known })]),
  ];
  return (
    <Alert color="clay" variant="light" mb="md" icon={<IconHistory aria-hidden />} title={titles.join(' · ')}>
      {known !== '' && <div>{t('capital.knownText')}</div>}
      <Anchor component={Link} to={registryPaths.capital(capital.organisation.id)} data-noprint>
        {t('capital.toNow')}
      </Anchor>
    </Alert>
  );
}

function Sums({ capital, isGroup }: { capital: Capital; isGroup: boolean }) {
  const t = useWords('registry');
  const { payIn } = capital;
  return (
    <>
      <Facts
        facts={[
          {
            label: t(isGroup ? 'capital.contributions' : 'capital.charter'),
            value: <Money amountVnd={capital.subscribedVnd} />,
          },
          { label: t('capital.paid'), value: <Money amountVnd={capital.paidVnd} /> },
          { label: t('capital.unpaid'), value: <Money amountVnd={capital.subscribedVnd - capital.paidVnd} /> },
          ...(isGroup || capital.sight === 'own' || payIn?.months === undefined
            ? []
            : [{ label: t('capital.late'), value: <Money amountVnd={capital.lateVnd} /> }]),
          { label: t('capital.holders'), value: capital.holders },
        ]}
      />
      {!isGroup && (
        <Group gap="xs" mt="xs" mb="md" fz="sm" c="dimmed">
          {payIn === null || payIn.months === null
            ? t('capital.payInUnknown')
            : t('capital.payIn', { months: payIn.months })}
          {payIn !== null && <span>{payIn.source}</span>}
          {payIn !== null && !payIn.verified && <UnverifiedMark />}
        </Group>
      )}
    </>
  );
}

function Members({ capital, filters }: { capital: Capital; filters: Filters<typeof getCapital> }) {
  const t = useWords('registry');
  const { organisation, on, sight } = capital;
  const { search, show, known } = filters.input;
  const exported = (what: 'members' | 'acts', format: 'xlsx' | 'csv') =>
    documentUrl(exportCapital, {
      organisation: organisation.id,
      on,
      known,
      ...(what === 'members' && { search, show }),
      what,
      format,
      language: currentLanguage(),
    });
  return (
    <Section title={t('member.title')}>
      <FilterBar filters={filters}>
        {sight === 'full' && <SearchFilter filters={filters} name="search" label={t('member.name')} />}
        <DayFilter filters={filters} name="on" label={t('capital.on')} max={today()} />
        {sight !== 'own' && (
          <SelectFilter
            filters={filters}
            name="show"
            label={t('capital.showLabel')}
            options={capitalShows
              .filter((value) => value !== 'all')
              .map((value) => ({ value, label: t(`capital.show.${value}`) }))}
          />
        )}
      </FilterBar>
      <DataTable
        columns={columns}
        rows={capital.items}
        total={capital.total}
        filters={filters}
        caption={t('capital.title')}
        rowKey={({ member }) => member}
        rowLink={({ member }) => registryPaths.member(member)}
        empty={t(sight === 'own' ? 'capital.emptyOwn' : 'capital.empty')}
        exports={
          capital.may.export && (
            <ExportLinks
              links={[
                { label: `XLSX: ${t('capital.title')}`, href: exported('members', 'xlsx') },
                { label: `CSV: ${t('capital.title')}`, href: exported('members', 'csv') },
                { label: `XLSX: ${t('capital.book.title')}`, href: exported('acts', 'xlsx') },
                { label: `CSV: ${t('capital.book.title')}`, href: exported('acts', 'csv') },
              ]}
            />
          )
        }
      />
    </Section>
  );
}
