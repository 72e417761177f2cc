import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listFormerUnits, type FormerUnitRow } from '#contexts/registry/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { FormerSheet } from '#web/setup/former-sheet.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter } from '#web/ui/filter-bar.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Whole } from './organisation-marks.tsx';
import { registryPaths } from './paths.ts';

const columns: Column<FormerUnitRow>[] = [
  { label: 'registry:name', cell: ({ name }) => name },
  { label: 'registry:units.kindLabel', cell: ({ kind }) => word(`registry:unitKind.${kind}`) },
  { label: 'registry:units.district', cell: ({ district }) => district },
  { label: 'registry:units.code', cell: ({ code }) => <Code code={code} />, minor: true },
  {
    label: 'registry:units.successors',
    cell: ({ successors }) =>
      successors.map(({ name, kind }) => `${word(`registry:unitKind.${kind}`)} ${name}`).join(', '),
  },
  {
    label: 'registry:parameter.verifiedLabel',
    cell: ({ verified }) =>
      !verified && (
        <Whole>
          <UnverifiedMark />
        </Whole>
      ),
    minor: true,
  },
];

function Code({ code }: { code: string | null }) {
  const t = useWords('registry');
  return code === null ? (
    <Text span inherit c="dimmed">
      {t('units.codeUnknown')}
    </Text>
  ) : (
    <>{code}</>
  );
}

export const load: Load = ({ ask, search }) => ask(listFormerUnits, filtersIn(listFormerUnits, search));

export function Page() {
  const t = useWords('registry');
  const filters = useFilters(listFormerUnits);
  const { items, total, may } = useAnswer(listFormerUnits, filters.input);
  return (
    <>
      <PageHeader
        title={t('units.former')}
        lead={t('units.formerLead')}
        crumbs={[{ label: t('units.title'), to: registryPaths.units }]}
        actions={
          <Button component={Link} to={registryPaths.units} variant="default">
            {t('units.today')}
          </Button>
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('units.former')}
        empty={t('units.empty')}
        {...(may.keep && { rowLink: ({ id }: FormerUnitRow) => registryPaths.correctFormerUnit(id) })}
      />
      {may.keep && <FormerSheet />}
    </>
  );
}
