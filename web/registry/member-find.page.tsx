import { Text } from '@mantine/core';
import { findMembers } from '#contexts/registry/member.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { registryPaths } from './paths.ts';

type Row = ReplyOf<typeof findMembers>['items'][number];

const columns: Column<Row>[] = [
  { label: 'registry:member.name', cell: ({ name }) => name },
  { label: 'registry:member.birthYear', cell: ({ birthYear }) => birthYear, align: 'end' },
  { label: 'registry:member.organisation', cell: ({ organisation }) => organisation.name },
];

export const load: Load = async ({ ask, search }) => {
  const input = filtersIn(findMembers, search);
  if (input.search !== undefined) await ask(findMembers, { ...input, size: 50 });
};

export function Page() {
  const t = useWords('registry');
  const filters = useFilters(findMembers);
  return (
    <>
      <PageHeader title={t('member.find')} lead={t('member.findLead')} />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('member.name')} />
      </FilterBar>
      {filters.text('search').trim().length < 2 ? (
        <Text c="dimmed">{t('member.findHint')}</Text>
      ) : (
        <Found search={filters.text('search')} />
      )}
    </>
  );
}

function Found({ search }: { search: string }) {
  const t = useWords('registry');
  const { items } = useAnswer(findMembers, { search, size: 50 });
  return (
    <DataTable
      columns={columns}
      rows={items}
      caption={t('member.find')}
      rowLink={({ id }) => registryPaths.member(id)}
      empty={t('member.findEmpty')}
    />
  );
}
