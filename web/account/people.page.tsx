import { Alert, Button, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { roles } from '#kernel/actor.ts';
import { listGrants, type GrantRow } from '#contexts/people/grant.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { daysText } from '#web/lib/format.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { EraseAccount } from './erase-account.tsx';
import { GrantActions } from './grant-actions.tsx';
import { GrantState } from './grant-state.tsx';
import { placeText, roleText } from './held-place.ts';
import { accountPaths } from './paths.ts';

const columns: Column<GrantRow>[] = [
  { label: 'account:people.name', cell: (grant) => <Holder grant={grant} /> },
  { label: 'account:people.role', cell: (grant) => roleText(grant) },
  { label: 'account:people.place', cell: (grant) => placeText(grant) },
  { label: 'account:people.days', cell: ({ from, until }) => daysText(from, until), minor: true },
  { label: 'account:people.state', cell: (grant) => <GrantState grant={grant} /> },
  { label: 'account:people.actions', cell: (grant) => <Actions grant={grant} /> },
];

function Actions({ grant }: { grant: GrantRow }) {
  if (grant.may.revoke) return <GrantActions grant={grant} />;
  return grant.may.erase ? <EraseAccount account={grant.account} /> : null;
}

function Holder({ grant: { account } }: { grant: GrantRow }) {
  const t = useWords('account');
  if (account.erased) return <Text c="dimmed">{t('people.erased')}</Text>;
  return (
    <>
      {account.name}
      {account.email !== account.name && !account.demonstration && (
        <Text size="sm" c="dimmed" fw={400}>
          {account.email}
        </Text>
      )}
    </>
  );
}

export const load: Load = ({ ask, search }) => ask(listGrants, filtersIn(listGrants, search));

export function Page() {
  const t = useWords('account');
  const me = useMe();
  const filters = useFilters(listGrants);
  const { items, total, may } = useAnswer(listGrants, filters.input);
  return (
    <>
      <PageHeader
        title={t('people.title')}
        lead={t('people.lead')}
        actions={
          may.give.length > 0 && (
            <Button component={Link} to={accountPaths.invite} leftSection={<IconUserPlus size={18} aria-hidden />}>
              {t('people.invite')}
            </Button>
          )
        }
      />
      {hasRole(me, 'auditor') && (
        <Alert color="clay" variant="light" mb="md">
          {t('people.masked')}
        </Alert>
      )}
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="role"
          label={t('people.role')}
          options={roles.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
        />
        <SwitchFilter filters={filters} name="past" label={t('people.past')} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('people.title')}
        empty={t('people.empty')}
      />
    </>
  );
}
