import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listProducts, type ProductRow } from '#contexts/credit/product.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { said } from '#web/support/said.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Marked } from './credit-marks.tsx';
import { amountsText, rateText, termsText } from './credit-text.ts';
import { creditPaths } from './paths.ts';

const columns: Column<ProductRow>[] = [
  {
    label: 'credit:product.name',
    cell: (row) => <Name row={row} />,
  },
  { label: 'credit:product.bank', cell: ({ bank }) => bank.name },
  { label: 'credit:product.amount', cell: (row) => <Amounts row={row} />, align: 'end' },
  { label: 'credit:product.term', cell: (row) => <Terms row={row} />, align: 'end' },
  { label: 'credit:product.rate', cell: ({ rateBp }) => <Rate rateBp={rateBp} />, align: 'end' },
  { label: 'credit:product.source', cell: (row) => <Source row={row} />, minor: true },
  { label: 'credit:product.securityLabel', cell: (row) => <Security row={row} /> },
];

function Name({ row: { name, provenance, endedOn } }: { row: ProductRow }) {
  const t = useWords('credit');
  return (
    <Stack gap={4} align="flex-start">
      <Marked name={said(name)} synthetic={provenance === 'synthetic'} />
      {endedOn !== null && <StateBadge tone="neutral" label={t('product.ended')} />}
    </Stack>
  );
}

function Amounts({ row }: { row: ProductRow }) {
  return amountsText(useWords('credit'), row);
}

function Terms({ row }: { row: ProductRow }) {
  return termsText(useWords('credit'), row);
}

function Rate({ rateBp }: { rateBp: number }) {
  useWords('credit');
  return rateText(rateBp);
}

function Source({ row: { source, verified } }: { row: ProductRow }) {
  return (
    <Stack gap={4} align="flex-start">
      {source}
      {!verified && <UnverifiedMark />}
    </Stack>
  );
}

function Security({ row }: { row: ProductRow }) {
  const t = useWords('credit');
  return t(row.secured ? 'product.secured' : 'product.unsecured');
}

export const load: Load = ({ ask, search }) => ask(listProducts, filtersIn(listProducts, search));

export function Page() {
  const t = useWords('credit');
  const filters = useFilters(listProducts);
  const { items, may } = useAnswer(listProducts, filters.input);
  const isWriter = may.publish.length > 0;
  return (
    <>
      <PageHeader
        title={t('product.title')}
        lead={t('product.lead')}
        actions={
          isWriter && (
            <Button component={Link} to={creditPaths.newProduct} leftSection={<IconPlus size={18} aria-hidden />}>
              {t('product.new')}
            </Button>
          )
        }
      />
      {isWriter && (
        <FilterBar filters={filters}>
          <SwitchFilter filters={filters} name="closed" label={t('product.withClosed')} />
        </FilterBar>
      )}
      <DataTable
        columns={columns}
        rows={items}
        caption={t('product.title')}
        rowLink={({ id }) => creditPaths.product(id)}
        empty={t('product.empty')}
      />
    </>
  );
}
