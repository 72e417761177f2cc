import { Alert } from '@mantine/core';
import type { ReplyOf } from '#kernel/method.ts';
import type { getLot } from '#contexts/quality/lot.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Quantity } from '#web/ui/value-text.tsx';

export type LotReply = ReplyOf<typeof getLot>;
type Unit = LotReply['commodity']['unit'];
type Row = LotReply['harvests'][number] & { readonly unit: Unit };

const columns: Column<Row>[] = [
  { label: 'quality:harvest.on', cell: ({ harvestedOn }) => <DayText day={harvestedOn} /> },
  { label: 'quality:harvest.plot', cell: ({ plot }) => plot.code },
  { label: 'quality:harvest.qty', cell: ({ qty, unit }) => <Quantity qty={qty} unit={unit} />, align: 'end' },
  { label: 'quality:harvest.inLot', cell: ({ lotQty, unit }) => <Quantity qty={lotQty} unit={unit} />, align: 'end' },
];

/** One step back: the season each part of the lot was picked in. */
export function LotHarvests({ lot }: { lot: LotReply }) {
  const t = useWords('quality');
  const { unit } = lot.commodity;
  return (
    <Section title={t('harvest.title')}>
      {lot.harvestsGone > 0 && (
        <Alert color="red" variant="light" mb="sm">
          {t('harvest.gone', { count: lot.harvestsGone })}
        </Alert>
      )}
      <DataTable
        columns={columns}
        rows={lot.harvests.map((harvest) => ({ ...harvest, unit }))}
        caption={t('harvest.title')}
        rowLink={({ season }) => `/production/seasons/${season}`}
      />
    </Section>
  );
}
