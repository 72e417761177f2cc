import { Button, Text } from '@mantine/core';
import { IconTruck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Quantity } from '#web/ui/value-text.tsx';
import type { LotReply } from './lot-harvests.tsx';
import { named } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';

type Row = LotReply['dispatches'][number] & {
  readonly unit: LotReply['commodity']['unit'];
  readonly marketNames: LotReply['markets'][number] | undefined;
};

const columns: Column<Row>[] = [
  { label: 'quality:dispatch.on', cell: ({ dispatchedOn }) => <DayText day={dispatchedOn} /> },
  { label: 'quality:dispatch.buyer', cell: (row) => <Buyer row={row} /> },
  {
    label: 'quality:verdict.market',
    cell: ({ marketNames, market }) => (marketNames === undefined ? market : named(marketNames)),
  },
  { label: 'quality:dispatch.qty', cell: ({ qty, unit }) => <Quantity qty={qty} unit={unit} />, align: 'end' },
];

function Buyer({ row: { buyer } }: { row: Row }) {
  const t = useWords('quality');
  return buyer?.name ?? <Text c="dimmed">{t('dispatch.corrected')}</Text>;
}

/** One step forward: which part of the lot left with which delivery. */
export function LotDispatches({ lot }: { lot: LotReply }) {
  const t = useWords('quality');
  const rows = lot.dispatches.map((dispatch) => ({
    ...dispatch,
    unit: lot.commodity.unit,
    marketNames: lot.markets.find(({ code }) => code === dispatch.market),
  }));
  return (
    <Section
      title={t('dispatch.title')}
      actions={
        lot.may.dispatch && (
          <Button
            component={Link}
            to={qualityPaths.newDispatch(lot.id)}
            variant="default"
            leftSection={<IconTruck size={18} aria-hidden />}
          >
            {t('dispatch.new')}
          </Button>
        )
      }
    >
      <DataTable columns={columns} rows={rows} caption={t('dispatch.title')} empty={t('dispatch.empty')} />
    </Section>
  );
}
