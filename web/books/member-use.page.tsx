import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { exportMemberUse, listMemberUse, type MemberUseRow } from '#contexts/books/member-use.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FilterBar, SearchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { InstantText, Money } from '#web/ui/value-text.tsx';
import { MemberUseDialog } from './member-use.form.tsx';
import { MemberUseSheet } from './member-use-sheet.tsx';
import { booksPaths } from './paths.ts';

export const load: Load = ({ ask, param, search }) =>
  ask(listMemberUse, filtersIn(listMemberUse, search, { organisation: param('id'), year: Number(param('year')) }));

const money = (amountVnd: number | null) => (amountVnd === null ? '–' : <Money amountVnd={amountVnd} />);
const days = (tenths: number | null): string => (tenths === null ? '–' : numberText(tenths / 10, 1));

const columns: Column<MemberUseRow>[] = [
  { label: 'books:use.member', cell: (row) => <Who row={row} /> },
  { label: 'books:use.linkage', cell: ({ linkageVnd }) => money(linkageVnd), align: 'end' },
  { label: 'books:use.entered', cell: ({ useVnd }) => money(useVnd), align: 'end' },
  { label: 'books:use.labourDays', cell: ({ labourDayTenths }) => days(labourDayTenths), align: 'end' },
  { label: 'books:use.labour', cell: ({ labourVnd }) => money(labourVnd), align: 'end' },
  { label: 'books:use.source', cell: ({ source }) => source ?? '–', minor: true },
];

const ownColumns: Column<MemberUseRow>[] = [
  ...columns,
  { label: 'books:use.action', cell: (row) => <Edit row={row} />, align: 'end' },
];

function Who({ row: { member, earlier } }: { row: MemberUseRow }) {
  const t = useWords('books');
  return (
    <>
      {member.name ?? t('patronage.nameless', { id: member.id.slice(-6) })}
      {earlier.length > 0 && (
        <Text component="details" inherit fw={400} c="dimmed">
          <Text component="summary" inherit py={{ base: 10, sm: 4 }}>
            {t('use.corrected', { count: earlier.length })}
          </Text>
          {earlier.map((one) => (
            <Text key={`${one.version} ${one.at}`} size="sm">
              <InstantText at={one.at} />: {t('use.entered')} {money(one.useVnd)} · {t('use.labourDays')}{' '}
              {days(one.labourDayTenths)} · {t('use.labour')} {money(one.labourVnd)} · {one.source}
              {one.reason !== null && ` · ${one.reason}`}
              {one.by !== null && ` · ${one.by}`}
            </Text>
          ))}
        </Text>
      )}
    </>
  );
}

/** What each member used and worked in a year: by statements of linkage and as entered, side by side and never added. */
export function Page() {
  const t = useWords('books');
  const asked = { organisation: useParam<OrganisationId>('id'), year: Number(useParam('year')) };
  const filters = useFilters(listMemberUse, asked);
  const page = useAnswer(listMemberUse, filters.input);
  const href = (format: 'xlsx' | 'csv'): string =>
    documentUrl(exportMemberUse, { ...asked, format, language: currentLanguage() });
  return (
    <>
      <PageHeader
        title={t('use.title', { year: asked.year })}
        lead={t('use.lead')}
        crumbs={[
          { label: page.organisation.name, to: registryPaths.organisation(asked.organisation) },
          { label: t('account.title'), to: booksPaths.accounts(asked.organisation) },
          { label: t('surplus.title', { year: asked.year }), to: booksPaths.surplus(asked.organisation, asked.year) },
        ]}
      />
      <Facts
        facts={[
          { label: t('use.linkage'), value: <Money amountVnd={page.linkageVnd} /> },
          { label: t('use.entered'), value: <Money amountVnd={page.useVnd} /> },
          { label: t('use.labourDays'), value: days(page.labourDayTenths) },
          { label: t('use.labour'), value: <Money amountVnd={page.labourVnd} /> },
        ]}
      />
      <Section title={t('use.members')} lead={t('use.sideBySide')}>
        <FilterBar filters={filters}>
          <SearchFilter filters={filters} name="search" label={t('use.member')} />
        </FilterBar>
        <DataTable
          columns={page.may.record ? ownColumns : columns}
          rows={page.items}
          total={page.total}
          filters={filters}
          rowKey={({ member }) => member.id}
          caption={t('use.title', { year: asked.year })}
          empty={t('use.empty')}
          exports={
            page.may.export && (
              <ExportLinks
                links={[
                  { label: 'XLSX', href: href('xlsx') },
                  { label: 'CSV', href: href('csv') },
                ]}
              />
            )
          }
        />
      </Section>
      {page.may.record && (page.total > 0 || filters.input.search !== undefined) && <MemberUseSheet {...asked} />}
    </>
  );
}

function Edit({ row }: { row: MemberUseRow }) {
  const t = useWords('books');
  const [open, setOpen] = useState(false);
  const asked = { organisation: useParam<OrganisationId>('id'), year: Number(useParam('year')) };
  const name = row.member.name ?? row.member.id.slice(-6);
  const label = row.version === 0 ? t('use.enter') : t('use.correct');
  return (
    <>
      <Button variant="default" size="xs" aria-label={`${label}: ${name}`} onClick={() => setOpen(true)} data-noprint>
        {label}
      </Button>
      {open && <MemberUseDialog {...asked} row={row} onClose={() => setOpen(false)} />}
    </>
  );
}
