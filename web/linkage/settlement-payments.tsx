import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import {
  confirmPayment,
  recordPayment,
  refusePayment,
  type getSettlement,
  type PaymentId,
} from '#contexts/linkage/settlement.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { FormDialog } from './form-dialog.tsx';

export type Settlement = ReplyOf<typeof getSettlement>;
type Payment = Settlement['payments'][number];

/** Money the buyer says it paid; the seller says whether it came. */
export function SettlementPayments({ settlement }: { settlement: Settlement }) {
  const t = useWords('linkage');
  const [paying, { open, close }] = useDisclosure(false);
  return (
    <Section
      title={t('settlement.payments')}
      actions={settlement.may.pay && <Button onClick={open}>{t('settlement.pay')}</Button>}
    >
      {settlement.payments.length === 0 && <EmptyState title={t('settlement.noPayments')} />}
      {settlement.payments.map((payment) => (
        <PaymentRow key={payment.id} payment={payment} mayConfirm={settlement.may.confirmPayment} />
      ))}
      <FormDialog opened={paying} title={t('settlement.pay')} onClose={close}>
        <PaymentForm settlement={settlement} onDone={close} />
      </FormDialog>
    </Section>
  );
}

const tones = { recorded: 'waiting', confirmed: 'good', refused: 'bad' } as const;

function PaymentRow({ payment, mayConfirm }: { payment: Payment; mayConfirm: boolean }) {
  const t = useWords('linkage');
  const [refusing, { open, close }] = useDisclosure(false);
  const confirm = useCommand(confirmPayment);
  const answers = mayConfirm && payment.state === 'recorded';
  return (
    <Group gap="sm" mb="sm">
      <DayText day={payment.paidOn} />
      <b>
        <Money amountVnd={payment.amountVnd} />
      </b>
      <StateBadge tone={tones[payment.state]} label={t(`settlement.paymentState.${payment.state}`)} />
      <span>{[payment.reference, payment.reason].filter((part) => part !== '').join(' · ')}</span>
      {answers && (
        <>
          <Button loading={confirm.isPending} onClick={() => confirm.mutate({ payment: payment.id })}>
            {t('settlement.confirmPayment')}
          </Button>
          <Button variant="subtle" color="red" onClick={open}>
            {t('settlement.refusePayment')}
          </Button>
        </>
      )}
      <ProblemNote problem={confirm.error} />
      <FormDialog opened={refusing} title={t('settlement.refusePayment')} onClose={close}>
        <RefuseForm payment={payment} onDone={close} />
      </FormDialog>
    </Group>
  );
}

function RefuseForm({ payment, onDone }: { payment: Payment; onDone: () => void }) {
  const t = useWords('linkage');
  const refuse = useCommand(refusePayment);
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <FormShell
      method={refusePayment}
      command={refuse}
      form={form}
      submit={t('settlement.refusePayment')}
      toInput={({ reason }) => ({ payment: payment.id, reason })}
      onDone={onDone}
    >
      <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </FormShell>
  );
}

function PaymentForm({ settlement, onDone }: { settlement: Settlement; onDone: () => void }) {
  const t = useWords('linkage');
  const [id] = useState(() => newId<PaymentId>());
  const pay = useCommand(recordPayment);
  const waiting = settlement.payments
    .filter(({ state }) => state === 'recorded')
    .reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  const form = useForm({
    initialValues: {
      amountVnd: settlement.balanceVnd - waiting || '',
      paidOn: today() as Day | '',
      reference: '',
    },
  });
  return (
    <FormShell
      method={recordPayment}
      command={pay}
      form={form}
      submit={t('settlement.pay')}
      toInput={(values) => ({ ...values, id, settlement: settlement.id }) as never}
      onDone={onDone}
    >
      <VndInput label={t('settlement.payAmount')} required {...form.getInputProps('amountVnd')} />
      <DayInput label={t('settlement.paidOn')} required max={today()} {...form.getInputProps('paidOn')} />
      <TextInput label={t('settlement.reference')} maxLength={200} {...form.getInputProps('reference')} />
    </FormShell>
  );
}
