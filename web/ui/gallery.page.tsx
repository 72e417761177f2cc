import { Button, SimpleGrid, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { vndRoundedText } from '#web/lib/format.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Day } from '#kernel/day.ts';
import { DataTable } from './data-table.tsx';
import { ExportLinks } from './export-links.tsx';
import { Facts } from './facts.tsx';
import { FilterBar, SearchFilter, SelectFilter, SwitchFilter } from './filter-bar.tsx';
import { GalleryForm } from './gallery.form.tsx';
import { GalleryPictures } from './gallery-pictures.tsx';
import { listSamples, sampleUnits, samples, type Sample } from './gallery.sample.ts';
import { StateBadge, SyntheticMark, UnverifiedMark } from './marks.tsx';
import { PageHeader } from './page-header.tsx';
import { ProblemNote } from './problem-note.tsx';
import { Section } from './section.tsx';
import { StatCard } from './stat-card.tsx';
import type { Column } from './table-column.ts';
import { Area, DayText, Money, Quantity } from './value-text.tsx';

const columns: Column<Sample>[] = [
  { label: 'shell:group.registry', cell: (row) => row.name, sortKey: 'name' },
  { label: 'shell:shell.province', cell: (row) => row.place },
  { label: 'shell:steps.current', cell: (row) => <StateBadge tone={row.tone} label={row.tone} /> },
  { label: 'shell:form.unit', cell: (row) => <Quantity qty={row.qty} unit={sampleUnits[1]} />, align: 'end' },
  { label: 'shell:group.credit', cell: (row) => <Money amountVnd={row.amountVnd} />, align: 'end', sortKey: 'amount' },
  { label: 'shell:definition', cell: (row) => <DayText day={row.day} />, minor: true },
];

const refusal = new ApiProblem(409, 'gallery.sample.refused', { obstacles: ['not-a-draft', 'ends-before-it-begins'] });

/** Every primitive of the kit on one page, in development only. */
export function Page() {
  const t = useWords('shell');
  return (
    <>
      <PageHeader
        title="Gallery"
        lead={t('tagline')}
        crumbs={[{ label: t('shell.home'), to: '/' }]}
        badges={<SyntheticMark />}
        actions={<Button>{t('add')}</Button>}
      />
      <Figures />
      <Section title="DataTable">
        <Listing />
      </Section>
      <Section title="Facts">
        <Facts
          facts={[
            { label: t('group.registry'), value: samples[0]?.name },
            { label: t('group.production'), value: <Area areaM2={42_000} /> },
            { label: t('group.linkage'), value: <Quantity qty={1_234_500} unit={sampleUnits[0]} /> },
            { label: t('group.credit'), value: <Money amountVnd={1_234_567_890} /> },
            { label: t('group.support'), value: null },
          ]}
        />
      </Section>
      <Section title="ProblemNote">
        <Stack>
          <ProblemNote problem={refusal} />
          <ProblemNote problem={new ApiProblem(0, 'network.unreachable')} />
        </Stack>
      </Section>
      <GalleryForm />
      <GalleryPictures />
    </>
  );
}

function Figures() {
  const t = useWords('shell');
  const common = { asOf: '2025-12-31' as Day, source: t('product'), definition: t('syntheticNote') };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <StatCard label={t('group.registry')} figure="821" to="/dev/gallery" {...common} />
      <StatCard label={t('group.linkage')} figure="44.377" to="/dev/gallery" {...common} />
      <StatCard label={t('group.credit')} figure={vndRoundedText(850_000_000)} {...common} mark={<UnverifiedMark />} />
      <StatCard label={t('group.support')} figure={vndRoundedText(150_000_000)} {...common} mark={<SyntheticMark />} />
    </SimpleGrid>
  );
}

function Listing() {
  const t = useWords('shell');
  const filters = useFilters(listSamples);
  return (
    <>
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="text" label={t('search')} />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('steps.current')}
          options={[
            { value: 'open', label: t('open') },
            { value: 'closed', label: t('close') },
          ]}
        />
        <SwitchFilter filters={filters} name="mine" label={t('all')} />
      </FilterBar>
      <Stack>
        <DataTable
          columns={columns}
          rows={samples}
          total={821}
          filters={filters}
          caption={t('group.registry')}
          rowLink={() => '/dev/gallery'}
          exports={<ExportLinks links={[{ label: 'XLSX', href: '/api' }]} />}
        />
        <DataTable columns={columns.slice(0, 4)} rows={undefined} caption={t('loading')} />
        <DataTable columns={columns} rows={[]} caption={t('none')} />
        <Button component={Link} to="/dev/nowhere" variant="light" w="fit-content">
          404
        </Button>
      </Stack>
    </>
  );
}
