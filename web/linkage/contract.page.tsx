import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import type { ContractId } from '#kernel/id.ts';
import { exportContract, getContract, withdrawContract } from '#contexts/linkage/contract.wire.ts';
import { listDeliveries } from '#contexts/linkage/delivery.wire.ts';
import { listSettlements } from '#contexts/linkage/settlement.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText, unitText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText, Money, Quantity } from '#web/ui/value-text.tsx';
import { ContractAcceptances } from './contract-acceptance.tsx';
import { ContractEndings } from './contract-endings.tsx';
import { ContractPrices } from './contract-prices.tsx';
import { ContractTerms, ContractVersions, type Contract } from './contract-terms.tsx';
import { deliveryColumns } from './delivery-columns.tsx';
import { linkagePaths } from './paths.ts';
import { ContractBadge, goodsName, PartyLink, shareText, unitOf } from './parts.tsx';
import { settlementColumns } from './settlement-columns.tsx';

const rowsOf = (contract: ContractId) => ({ contract, size: 200 }) as const;

export const load: Load = ({ ask, param }) => {
  const contract = param('id') as ContractId;
  return Promise.all([
    ask(getContract, { contract }),
    ask(listDeliveries, rowsOf(contract)),
    ask(listSettlements, rowsOf(contract)),
  ]);
};

export function Page() {
  const t = useWords('linkage');
  const id = useParam<ContractId>('id');
  const contract = useAnswer(getContract, { contract: id });
  const wasSigned = contract.signedOn !== null;
  return (
    <>
      <PageHeader
        title={contract.number}
        lead={goodsName(contract.commodity, contract.variety)}
        crumbs={[{ label: t('contract.title'), to: linkagePaths.contracts }]}
        badges={
          <>
            <ContractBadge state={contract.state} />
            {contract.provenance === 'synthetic' && <SyntheticMark />}
          </>
        }
        actions={<ContractActions contract={contract} />}
      />
      <ContractFacts contract={contract} />
      <Notes contract={contract} />
      <ContractAcceptances contract={contract} />
      {wasSigned && <Deliveries contract={contract} />}
      {wasSigned && <Settlements contract={contract} />}
      {wasSigned && <ContractPrices contract={contract} />}
      <ContractTerms contract={contract} />
      <ContractVersions contract={contract} />
      <ContractEndings contract={contract} />
    </>
  );
}

function ContractActions({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const withdraw = useCommand(withdrawContract);
  const { id, may } = contract;
  return (
    <>
      {may.deliver && (
        <Button component={Link} to={linkagePaths.recordDelivery(id)}>
          {t('delivery.record')}
        </Button>
      )}
      {may.settle && (
        <Button component={Link} to={linkagePaths.newSettlement(id)} variant="light">
          {t('contract.settle')}
        </Button>
      )}
      {may.change && (
        <Button component={Link} to={linkagePaths.changeContract(id)} variant="default">
          {t('contract.change')}
        </Button>
      )}
      <Button component="a" href={documentUrl(exportContract, { contract: id })} target="_blank" variant="default">
        {t('contract.pdf')}
      </Button>
      {may.withdraw && (
        <Button variant="subtle" color="red" onClick={open}>
          {t('contract.withdraw')}
        </Button>
      )}
      <ConfirmDialog
        opened={asked}
        title={t('contract.withdraw')}
        confirm={t('contract.withdraw')}
        danger
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={close}
        onConfirm={() => withdraw.mutate({ contract: id }, { onSuccess: close })}
      >
        {t('contract.withdrawText')}
      </ConfirmDialog>
    </>
  );
}

function PriceText({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const { terms } = contract.content;
  const values = { price: vndText(terms.priceVnd), unit: unitText(unitOf(contract.commodity)) };
  if (terms.priceKind === 'fixed') return <>{t('contract.fixedPrice', values)}</>;
  const reading = t(`terms.reading.${terms.marketReading ?? 'delivery-day'}`);
  return (
    <>
      {t('contract.floorPrice', values)}
      <Text size="sm" c="dimmed">
        {t('contract.readOn', { reading, source: terms.marketSource })}
      </Text>
    </>
  );
}

function ContractFacts({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const unit = unitOf(contract.commodity);
  const { delivered, chain } = contract;
  const verify = linkagePaths.verify(contract.verifyToken);
  return (
    <Facts
      facts={[
        { label: t('contract.seller'), value: <PartyLink party={contract.seller} /> },
        { label: t('contract.buyer'), value: <PartyLink party={contract.buyer} /> },
        { label: t('days'), value: daysText(contract.from, contract.until) },
        { label: t('contract.price'), value: <PriceText contract={contract} /> },
        { label: t('contract.committed'), value: <Quantity qty={contract.committedQty} unit={unit} /> },
        { label: t('contract.most'), value: <Quantity qty={contract.mostQty} unit={unit} /> },
        { label: t('contract.value'), value: <Money amountVnd={contract.valueVnd} /> },
        { label: t('contract.signedOn'), value: <DayText day={contract.signedOn} /> },
        ...(contract.endedOn ? [{ label: t('contract.endedOn'), value: <DayText day={contract.endedOn} /> }] : []),
        { label: t('contract.inside'), value: <Quantity qty={delivered.insideQty} unit={unit} /> },
        { label: t('contract.outside'), value: <Quantity qty={delivered.outsideQty} unit={unit} /> },
        { label: t('contract.unanswered'), value: <Quantity qty={delivered.openQty} unit={unit} /> },
        { label: t('contract.disputed'), value: <Quantity qty={delivered.disputedQty} unit={unit} /> },
        ...(chain
          ? [
              {
                label: t('contract.chain'),
                value: (
                  <Anchor component={Link} to={linkagePaths.chain(chain.id)}>
                    {chain.name}
                  </Anchor>
                ),
              },
            ]
          : []),
        {
          label: t('contract.verify'),
          value: (
            <Anchor component={Link} to={verify}>
              {contract.contentHash.slice(0, 8).toUpperCase()}
            </Anchor>
          ),
        },
      ]}
    />
  );
}

function Notes({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const cap = contract.penaltyCap;
  const values = { cap: cap === null ? '' : shareText(cap.shareBp), source: cap?.source ?? '' };
  return (
    <>
      {contract.notes.map((note) => (
        <Alert key={note} color="clay" variant="light" mt="md">
          {t(`contract.noteName.${note}`, values)}
        </Alert>
      ))}
      {cap !== null && (
        <Text size="sm" c="dimmed" mt="sm" component="div">
          {t('contract.penaltyCap', values)} {!cap.verified && <UnverifiedMark />}
        </Text>
      )}
    </>
  );
}

function Deliveries({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const { items } = useAnswer(listDeliveries, rowsOf(contract.id));
  return (
    <Section title={t('contract.deliveries')}>
      <DataTable
        columns={deliveryColumns}
        rows={items}
        caption={t('contract.deliveries')}
        rowLink={(row) => linkagePaths.delivery(row.id)}
        empty={t('delivery.empty')}
      />
    </Section>
  );
}

function Settlements({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const { items } = useAnswer(listSettlements, rowsOf(contract.id));
  return (
    <Section title={t('contract.settlements')}>
      <DataTable
        columns={settlementColumns}
        rows={items}
        caption={t('contract.settlements')}
        rowLink={(row) => linkagePaths.settlement(row.id)}
        empty={t('settlement.empty')}
      />
    </Section>
  );
}
