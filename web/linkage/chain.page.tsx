import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import type { ChainId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { stages } from '#contexts/linkage/chain.ts';
import { closeChain, closePartner, getChain, type PartnerView } from '#contexts/linkage/chain.wire.ts';
import type { ContractState } from '#contexts/linkage/contract.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { FormDialog } from './form-dialog.tsx';
import { PartnerForm } from './partner-dialog.tsx';
import { linkagePaths } from './paths.ts';
import { ChainBadge, ContractBadge, nameOf, PartyLink } from './parts.tsx';

type Chain = ReplyOf<typeof getChain>;

const contractColumns: Column<Chain['contracts'][number]>[] = [
  { label: 'linkage:contract.number', cell: (row) => row.number },
  { label: 'linkage:contract.seller', cell: (row) => row.seller.name },
  { label: 'linkage:contract.buyer', cell: (row) => row.buyer.name },
  { label: 'linkage:state', cell: (row) => <ContractBadge state={row.state as ContractState} /> },
];

export const load: Load = ({ ask, param }) => ask(getChain, { chain: param('id') });

export function Page() {
  const t = useWords('linkage');
  const id = useParam<ChainId>('id');
  const chain = useAnswer(getChain, { chain: id });
  return (
    <>
      <PageHeader
        title={chain.name}
        lead={<PartyLink party={chain.lead} />}
        crumbs={[{ label: t('chain.title'), to: linkagePaths.chains }]}
        badges={<ChainMarks chain={chain} />}
        actions={chain.may.change && <ChainActions chain={chain} />}
      />
      <Facts
        facts={[
          { label: t('chain.products'), value: chain.products.map(nameOf).join(', ') || chain.productNote },
          { label: t('chain.startedOn'), value: <DayText day={chain.startedOn} /> },
          ...(chain.endedOn ? [{ label: t('chain.endedOn'), value: <DayText day={chain.endedOn} /> }] : []),
          ...(chain.source ? [{ label: t('chain.source'), value: chain.source }] : []),
          ...(chain.note ? [{ label: t('note'), value: chain.note }] : []),
        ]}
      />
      <StageGrid chain={chain} />
      {chain.contracts.length > 0 && (
        <Section title={t('chain.contracts')}>
          <DataTable
            columns={contractColumns}
            rows={chain.contracts}
            caption={t('chain.contracts')}
            rowLink={(row) => linkagePaths.contract(row.id)}
          />
        </Section>
      )}
    </>
  );
}

function ChainMarks({ chain }: { chain: Chain }) {
  const t = useWords('linkage');
  return (
    <>
      <ChainBadge state={chain.state} />
      {chain.provenance === 'synthetic' && <SyntheticMark />}
      {chain.provenance === 'reported' && (
        <Badge variant="outline" color="gray" tt="none" fw={500}>
          {t('chain.reported')}
        </Badge>
      )}
    </>
  );
}

function ChainActions({ chain }: { chain: Chain }) {
  const t = useWords('linkage');
  const [adding, add] = useDisclosure(false);
  const [ending, end] = useDisclosure(false);
  const [on, setOn] = useState<Day | ''>(today());
  const close = useCommand(closeChain);
  return (
    <>
      <Button onClick={add.open}>{t('chain.addPartner')}</Button>
      <Button component={Link} to={linkagePaths.changeChain(chain.id)} variant="default">
        {t('chain.change')}
      </Button>
      <Button variant="subtle" color="red" onClick={end.open}>
        {t('chain.close')}
      </Button>
      <FormDialog opened={adding} title={t('chain.addPartner')} onClose={add.close}>
        <PartnerForm chain={chain.id} onDone={add.close} />
      </FormDialog>
      <ConfirmDialog
        opened={ending}
        title={t('chain.close')}
        confirm={t('chain.close')}
        danger
        pending={close.isPending}
        problem={close.error}
        onClose={end.close}
        onConfirm={() => on !== '' && close.mutate({ chain: chain.id, on }, { onSuccess: end.close })}
      >
        <Stack>
          {t('chain.closeText')}
          <DayInput label={t('chain.closedOn')} value={on} onChange={setOn} max={today()} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

/** Partners down, the decree's six stages across: who does what, and what nobody does. */
function StageGrid({ chain }: { chain: Chain }) {
  const t = useWords('linkage');
  const open = chain.openStages.map((stage) => t(`chain.stage.${stage}`)).join(', ');
  return (
    <Section
      title={t('chain.grid')}
      lead={chain.openStages.length === 0 ? t('chain.allStages') : t('chain.openStages', { stages: open })}
    >
      <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('chain.partners')} role="region">
        <Table withTableBorder withColumnBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('chain.partners')}</Table.Th>
              {stages.map((stage) => (
                <Table.Th key={stage} scope="col" ta="center">
                  {t(`chain.stage.${stage}`)}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('chain.contractCount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {chain.partners.map((partner) => (
              <PartnerRow key={partner.id} partner={partner} mayChange={chain.may.change} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function PartnerRow({ partner, mayChange }: { partner: PartnerView; mayChange: boolean }) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const [on, setOn] = useState<Day | ''>(today());
  const leave = useCommand(closePartner);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <PartyLink party={partner.organisation} />
        <Text size="sm" c="dimmed">
          {[t(`chain.role.${partner.role}`), partner.subject].filter((part) => part !== '').join(' · ')}
        </Text>
        {mayChange && partner.role !== 'lead' && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={open} data-noprint>
            {t('chain.removePartner')}
          </Button>
        )}
        <ConfirmDialog
          opened={asked}
          title={partner.organisation.name}
          confirm={t('chain.removePartner')}
          danger
          pending={leave.isPending}
          problem={leave.error}
          onClose={close}
          onConfirm={() => on !== '' && leave.mutate({ partner: partner.id, on }, { onSuccess: close })}
        >
          <Stack>
            {t('chain.removeText')}
            <DayInput label={t('chain.leftOn')} value={on} onChange={setOn} max={today()} />
          </Stack>
        </ConfirmDialog>
      </Table.Th>
      {stages.map((stage) => (
        <Table.Td key={stage} ta="center">
          {partner.stages.includes(stage) ? (
            <Text span c="leaf" fw={700} aria-label={t('yes')} role="img">
              ●
            </Text>
          ) : null}
        </Table.Td>
      ))}
      <Table.Td>{partner.contracts === 0 ? t('chain.noContractOnFile') : partner.contracts}</Table.Td>
    </Table.Tr>
  );
}
