import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { certificateKinds } from '#contexts/linkage/part.wire.ts';
import { lineStates } from '#contexts/linkage/line.ts';
import type { listOffers, LineRow } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { daysText } from '#web/lib/format.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Quantity } from '#web/ui/value-text.tsx';
import { goodsName, LineBadge, Marked, nameOf, unitOf, useOwnOrganisations } from './parts.tsx';

const columns: Column<LineRow>[] = [
  {
    label: 'linkage:commodity',
    cell: (row) => <Marked name={goodsName(row.commodity, row.variety)} provenance={row.provenance} />,
    sortKey: 'commodity',
  },
  { label: 'linkage:organisation', cell: (row) => row.organisation.name, sortKey: 'organisation' },
  { label: 'linkage:days', cell: (row) => daysText(row.from, row.until), sortKey: 'from' },
  {
    label: 'linkage:line.total',
    cell: (row) => <Quantity qty={row.totalQty} unit={unitOf(row.commodity)} />,
    align: 'end',
    sortKey: 'qty',
  },
  {
    label: 'linkage:line.free',
    cell: (row) => <Quantity qty={row.totalQty - row.drawnQty} unit={unitOf(row.commodity)} />,
    align: 'end',
  },
  { label: 'linkage:certificates', cell: (row) => <CertificateNames row={row} />, minor: true },
  { label: 'linkage:state', cell: (row) => <LineBadge state={row.state} />, minor: true },
];

function CertificateNames({ row }: { row: LineRow }) {
  const t = useWords('linkage');
  return <>{row.certificates.map((kind) => t(`certificate.${kind}`)).join(', ')}</>;
}

interface LineListProps {
  readonly side: 'offer' | 'demand';
  /** Offers' or demands': they are asked and answer alike. */
  readonly method: typeof listOffers;
  readonly pageOf: (id: string) => string;
  readonly newPage: string;
}

/** The market place, either side of it. */
export function LineList({ side, method, pageOf, newPage }: LineListProps) {
  const t = useWords('linkage');
  const filters = useFilters(method);
  const { items, total } = useAnswer(method, filters.input);
  const goods = useAnswer(listCommodities, {}).items;
  const canDraft = useOwnOrganisations().length > 0;
  return (
    <>
      <PageHeader
        title={t(`${side}.title`)}
        lead={t(`${side}.lead`)}
        actions={
          canDraft && (
            <Button component={Link} to={newPage}>
              {t(`${side}.draft`)}
            </Button>
          )
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="commodity"
          label={t('commodity')}
          options={goods.map(({ id, names }) => ({ value: id, label: nameOf(names) }))}
        />
        <SelectFilter
          filters={filters}
          name="certificate"
          label={t('certificates')}
          options={certificateKinds.map((value) => ({ value, label: t(`certificate.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('state')}
          options={lineStates.map((value) => ({ value, label: t(`line.stateName.${value}`) }))}
        />
        <SwitchFilter filters={filters} name="free" label={t('line.onlyFree')} />
        {canDraft && <SwitchFilter filters={filters} name="mine" label={t('mine')} />}
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t(`${side}.title`)}
        rowLink={(row) => pageOf(row.id)}
        empty={t(`${side}.empty`)}
      />
    </>
  );
}
