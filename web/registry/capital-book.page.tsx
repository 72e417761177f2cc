import { Alert, Anchor } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { Link } from 'react-router';
import { capitalKinds } from '#contexts/registry/capital.ts';
import { listCapital } from '#contexts/registry/capital.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { FilterBar, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { TablePages } from '#web/ui/table-pages.tsx';
import { CapitalActs } from './capital-acts.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param, search }) => {
  const organisation = param('id') as OrganisationId;
  return Promise.all([
    ask(getOrganisation, { organisation }),
    ask(listCapital, filtersIn(listCapital, search, { organisation })),
  ]);
};

export function Page() {
  const t = useWords('registry');
  const id = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const filters = useFilters(listCapital, { organisation: id });
  const { items, total, closedFor } = useAnswer(listCapital, filters.input);
  return (
    <>
      <PageHeader
        title={t('capital.book.title')}
        lead={name}
        crumbs={[
          { label: name, to: registryPaths.organisation(id) },
          { label: t('capital.title'), to: registryPaths.capital(id) },
        ]}
      />
      {closedFor !== null && (
        <Alert color="clay" variant="light" mb="md" icon={<IconArchive aria-hidden />} title={t('capital.closed.note')}>
          {t('capital.closed.text')}{' '}
          <Anchor component={Link} to={registryPaths.capital(closedFor.organisation)}>
            {closedFor.name}
          </Anchor>
        </Alert>
      )}
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="kind"
          label={t('capital.book.kindLabel')}
          options={capitalKinds.map((value) => ({ value, label: t(`capital.book.kind.${value}`) }))}
        />
      </FilterBar>
      <CapitalActs organisation={id} acts={items} />
      <TablePages total={total} filters={filters} />
    </>
  );
}
