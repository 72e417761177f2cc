import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import {
  acceptSettlement,
  recordInvoice,
  refuseSettlement,
  submitSettlement,
  withdrawSettlement,
} from '#contexts/linkage/settlement.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { FormDialog } from './form-dialog.tsx';
import { linkagePaths } from './paths.ts';
import type { Settlement } from './settlement-payments.tsx';

interface ActionProps {
  readonly settlement: Settlement;
}

/** What can be done with the statement now, by whom the server says may. */
export function SettlementActions({ settlement }: ActionProps) {
  const t = useWords('linkage');
  const { may } = settlement;
  return (
    <>
      {may.submit && <Submit settlement={settlement} />}
      {may.answer && <Accept settlement={settlement} />}
      {may.answer && <Refuse settlement={settlement} />}
      {may.change && (
        <Button component={Link} to={linkagePaths.changeSettlement(settlement.id)} variant="default">
          {t('settlement.change')}
        </Button>
      )}
      {may.invoice && <Invoice settlement={settlement} />}
      {may.change && <Withdraw settlement={settlement} />}
    </>
  );
}

function Submit({ settlement: { id, version } }: ActionProps) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const submit = useCommand(submitSettlement);
  return (
    <>
      <Button onClick={open}>{t('settlement.submit')}</Button>
      <ConfirmDialog
        opened={asked}
        title={t('settlement.submit')}
        confirm={t('settlement.submit')}
        pending={submit.isPending}
        problem={submit.error}
        onClose={close}
        onConfirm={() => submit.mutate({ settlement: id, version }, { onSuccess: close })}
      >
        {t('settlement.submitText')}
      </ConfirmDialog>
    </>
  );
}

function Accept({ settlement: { id, version, amountVnd } }: ActionProps) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const accept = useCommand(acceptSettlement);
  return (
    <>
      <Button onClick={open}>{t('settlement.accept')}</Button>
      <ConfirmDialog
        opened={asked}
        title={t('settlement.accept')}
        confirm={t('settlement.accept')}
        pending={accept.isPending}
        problem={accept.error}
        onClose={close}
        onConfirm={() => accept.mutate({ settlement: id, version }, { onSuccess: close })}
      >
        {t('settlement.acceptText', { amount: vndText(amountVnd) })}
      </ConfirmDialog>
    </>
  );
}

function Withdraw({ settlement: { id } }: ActionProps) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const withdraw = useCommand(withdrawSettlement);
  return (
    <>
      <Button variant="subtle" color="red" onClick={open}>
        {t('settlement.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('settlement.withdraw')}
        confirm={t('settlement.withdraw')}
        danger
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={close}
        onConfirm={() => withdraw.mutate({ settlement: id }, { onSuccess: close })}
      >
        {t('settlement.withdrawText')}
      </ConfirmDialog>
    </>
  );
}

function Refuse({ settlement: { id } }: ActionProps) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const refuse = useCommand(refuseSettlement);
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <>
      <Button variant="light" color="red" onClick={open}>
        {t('settlement.refuse')}
      </Button>
      <FormDialog opened={asked} title={t('settlement.refuse')} onClose={close}>
        <FormShell
          method={refuseSettlement}
          command={refuse}
          form={form}
          submit={t('settlement.refuse')}
          toInput={({ reason }) => ({ settlement: id, reason })}
          onDone={close}
        >
          <TextInput label={t('reason')} required maxLength={1000} {...form.getInputProps('reason')} />
        </FormShell>
      </FormDialog>
    </>
  );
}

function Invoice({ settlement }: ActionProps) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const record = useCommand(recordInvoice);
  const form = useForm({
    initialValues: {
      number: settlement.invoiceNumber ?? '',
      on: (settlement.invoiceOn ?? today()) as Day | '',
    },
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('settlement.recordInvoice')}
      </Button>
      <FormDialog opened={asked} title={t('settlement.recordInvoice')} onClose={close}>
        <FormShell
          method={recordInvoice}
          command={record}
          form={form}
          submit={t('settlement.recordInvoice')}
          toInput={(values) => ({ settlement: settlement.id, number: values.number, on: values.on })}
          onDone={close}
        >
          <TextInput label={t('settlement.invoiceNumber')} required maxLength={50} {...form.getInputProps('number')} />
          <DayInput label={t('settlement.invoiceOn')} required max={today()} {...form.getInputProps('on')} />
        </FormShell>
      </FormDialog>
    </>
  );
}
