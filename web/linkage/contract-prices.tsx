import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { confirmPrice, recordPrice, refusePrice, type PriceId } from '#contexts/linkage/price.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import type { Contract } from './contract-terms.tsx';
import { FormDialog } from './form-dialog.tsx';
import { SideText } from './parts.tsx';

type Price = Contract['prices'][number];

const columns: Column<Price>[] = [
  { label: 'linkage:price.on', cell: (row) => <DayText day={row.on} /> },
  { label: 'linkage:price.amount', cell: (row) => <Money amountVnd={row.priceVnd} />, align: 'end' },
  { label: 'linkage:price.source', cell: (row) => row.source },
  { label: 'linkage:delivery.recordedBy', cell: (row) => <SideText side={row.side} />, minor: true },
  { label: 'linkage:state', cell: (row) => <PriceState price={row} /> },
];

function PriceState({ price }: { price: Price }) {
  const t = useWords('linkage');
  const confirm = useCommand(confirmPrice);
  const refuse = useCommand(refusePrice);
  const tone = { recorded: 'waiting', confirmed: 'good', refused: 'bad' } as const;
  return (
    <Group gap="xs">
      <StateBadge tone={tone[price.state]} label={t(`price.state.${price.state}`)} />
      {price.may.answer && (
        <>
          <Button size="compact-sm" loading={confirm.isPending} onClick={() => confirm.mutate({ price: price.id })}>
            {t('price.confirm')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            loading={refuse.isPending}
            onClick={() => refuse.mutate({ price: price.id })}
          >
            {t('price.refuse')}
          </Button>
        </>
      )}
      <ProblemNote problem={confirm.error ?? refuse.error} />
    </Group>
  );
}

/** Market prices of this contract: one side records, the other confirms. */
export function ContractPrices({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const [adding, { open, close }] = useDisclosure(false);
  const mayRecord = contract.may.sides.length > 0 && contract.signedOn !== null;
  return (
    <Section
      title={t('contract.prices')}
      actions={
        mayRecord && (
          <Button variant="default" onClick={open}>
            {t('contract.recordPrice')}
          </Button>
        )
      }
    >
      <DataTable
        columns={columns}
        rows={contract.prices}
        caption={t('contract.prices')}
        empty={t('contract.noPrices')}
      />
      <FormDialog opened={adding} title={t('contract.recordPrice')} onClose={close}>
        <PriceForm contract={contract} onDone={close} />
      </FormDialog>
    </Section>
  );
}

function PriceForm({ contract, onDone }: { contract: Contract; onDone: () => void }) {
  const t = useWords('linkage');
  const [id] = useState(() => newId<PriceId>());
  const record = useCommand(recordPrice);
  const form = useForm({
    initialValues: {
      on: today() as Day | '',
      priceVnd: '' as number | '',
      source: contract.content.terms.marketSource,
    },
  });
  return (
    <FormShell
      method={recordPrice}
      command={record}
      form={form}
      submit={t('price.save')}
      toInput={(values) => ({
        id,
        contract: contract.id,
        side: contract.may.sides[0] ?? 'seller',
        on: values.on,
        priceVnd: values.priceVnd as number,
        source: values.source,
      })}
      onDone={onDone}
    >
      <DayInput label={t('price.on')} required max={today()} {...form.getInputProps('on')} />
      <VndInput label={t('price.amount')} required {...form.getInputProps('priceVnd')} />
      <TextInput label={t('price.source')} required maxLength={300} {...form.getInputProps('source')} />
    </FormShell>
  );
}
