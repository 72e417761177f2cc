import { Alert, Table, Text } from '@mantine/core';
import { exportSettlement, getSettlement, type SettlementId } from '#contexts/linkage/settlement.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { dayText, daysText, quantityText, unitText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { linkagePaths } from './paths.ts';
import { nameOf, PartyLink, SettlementBadge, shareText, SideText, unitOf } from './parts.tsx';
import { SettlementActions } from './settlement-actions.tsx';
import { SettlementPayments, type Settlement } from './settlement-payments.tsx';

type Line = Settlement['lines'][number] & { readonly qtyText: string };

const lineColumns: Column<Line>[] = [
  { label: 'linkage:delivery.deliveredOn', cell: (row) => <DayText day={row.deliveredOn} /> },
  { label: 'linkage:quantity', cell: (row) => row.qtyText, align: 'end' },
  { label: 'linkage:settlement.unitPrice', cell: (row) => <LinePrice line={row} />, align: 'end' },
  { label: 'linkage:settlement.lineAmount', cell: (row) => <Money amountVnd={row.amountVnd} />, align: 'end' },
  { label: 'linkage:note', cell: (row) => <LineKind line={row} /> },
];

function LinePrice({ line }: { line: Line }) {
  const t = useWords('linkage');
  return (
    <>
      <Money amountVnd={line.priceVnd} />
      {line.marketVnd !== null && (
        <Text size="xs" c="dimmed">
          {t('settlement.marketRead', { price: vndText(line.marketVnd), source: line.marketSource ?? '' })}
        </Text>
      )}
    </>
  );
}

function LineKind({ line }: { line: Line }) {
  const t = useWords('linkage');
  return <>{t(`settlement.kind.${line.kind}`)}</>;
}

export const load: Load = ({ ask, param }) => ask(getSettlement, { settlement: param('id') });

export function Page() {
  const t = useWords('linkage');
  const settlement = useAnswer(getSettlement, { settlement: useParam<SettlementId>('id') });
  const { contract } = settlement;
  const unit = unitOf(settlement.commodity);
  const pdf = documentUrl(exportSettlement, { settlement: settlement.id, as: 'pdf' });
  const xlsx = documentUrl(exportSettlement, { settlement: settlement.id, as: 'xlsx' });
  return (
    <>
      <PageHeader
        title={settlement.number}
        lead={`${nameOf(settlement.commodity)} · ${daysText(settlement.from, settlement.until)}`}
        crumbs={[
          { label: t('settlement.title'), to: linkagePaths.settlements },
          { label: contract.number, to: linkagePaths.contract(contract.id) },
        ]}
        badges={
          <>
            <SettlementBadge state={settlement.state} />
            {settlement.provenance === 'synthetic' && <SyntheticMark />}
          </>
        }
        actions={
          <>
            <SettlementActions settlement={settlement} />
            <ExportLinks
              links={[
                { label: 'PDF', href: pdf },
                { label: 'XLSX', href: xlsx },
              ]}
            />
          </>
        }
      />
      {settlement.refusal !== '' && (
        <Alert color="red" variant="light" mb="md">
          {t('settlement.refusal', { reason: settlement.refusal })}
        </Alert>
      )}
      <SettlementFacts settlement={settlement} />
      <Section title={t('settlement.lines')}>
        <DataTable
          columns={lineColumns}
          rows={settlement.lines.map((line) => ({ ...line, qtyText: quantityText(line.qty, unit) }))}
          rowKey={(row) => String(row.position)}
          rowLink={(row) => linkagePaths.delivery(row.delivery)}
          caption={`${t('settlement.lines')}, ${unitText(unit)}`}
        />
      </Section>
      <Totals settlement={settlement} />
      <SettlementPayments settlement={settlement} />
    </>
  );
}

function SettlementFacts({ settlement }: { settlement: Settlement }) {
  const t = useWords('linkage');
  const { contract, invoiceNumber, invoiceOn } = settlement;
  return (
    <Facts
      facts={[
        { label: t('contract.seller'), value: <PartyLink party={contract.seller} /> },
        { label: t('contract.buyer'), value: <PartyLink party={contract.buyer} /> },
        { label: t('settlement.asIssued'), value: <SideText side={settlement.side} /> },
        { label: t('settlement.issuedOn'), value: <DayText day={settlement.issuedOn} /> },
        { label: t('settlement.due'), value: <DayText day={settlement.dueOn} /> },
        {
          label: t('settlement.invoice'),
          value: invoiceNumber === null ? null : `${invoiceNumber}${invoiceOn ? `, ${dayText(invoiceOn)}` : ''}`,
        },
      ]}
    />
  );
}

interface TotalRow {
  readonly label: string;
  readonly amountVnd: number;
  readonly strong?: boolean;
}

function Totals({ settlement }: { settlement: Settlement }) {
  const t = useWords('linkage');
  const vat = settlement.vatBp === null ? ` (${t('terms.notStipulated')})` : ` ${shareText(settlement.vatBp)}`;
  const rows: TotalRow[] = [
    { label: t('settlement.goods'), amountVnd: settlement.goodsVnd },
    { label: t('settlement.reduction'), amountVnd: 0 - settlement.reductionVnd },
    { label: `${t('settlement.vat')}${vat}`, amountVnd: settlement.vatVnd },
    { label: t('settlement.setOff'), amountVnd: 0 - settlement.setOffVnd },
    { label: t('settlement.amount'), amountVnd: settlement.amountVnd, strong: true },
    { label: t('settlement.paid'), amountVnd: settlement.paidVnd },
    { label: t('settlement.balance'), amountVnd: settlement.balanceVnd, strong: true },
  ];
  return (
    <Section title={t('settlement.totals')}>
      {settlement.deductions.map((deduction) => (
        <Text key={deduction.id} size="sm">
          {t(`settlement.deduction.${deduction.kind}`)}: {vndText(deduction.amountVnd)} · {deduction.reason}
        </Text>
      ))}
      <Table maw="32rem" mt="xs">
        <Table.Tbody>
          {rows.map(({ label, amountVnd, strong }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={strong ? 700 : 400}>
                {label}
              </Table.Th>
              <Table.Td ta="end" fw={strong ? 700 : 400}>
                <Money amountVnd={amountVnd} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
