import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { handedOver, type DisbursementId } from '#contexts/support/disbursement.ts';
import { recordDisbursement } from '#contexts/support/disbursement.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { NumberTextInput } from '#web/ui/number-text-input.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import type { ApplicationView } from './application.page.tsx';
import { partName } from './grant-list.tsx';

/** What is still to come of a part, as the form proposes it. */
function restOf({ granted, disbursements }: ApplicationView, part: string) {
  const most = granted.find((one) => one.part === part);
  const came = handedOver(part, disbursements);
  return {
    count: most?.count == null ? ('' as const) : most.count - came.count,
    amountVnd: (most?.amountVnd ?? 0) - came.amountVnd,
  };
}

/** Entered where it is handed over: the rest of the part stands in the fields already. */
export function DisbursementForm({ application, onDone }: { application: ApplicationView; onDone: () => void }) {
  const t = useWords('support');
  const record = useCommand(recordDisbursement);
  const [disbursement] = useState(() => newId<DisbursementId>());
  const { granted, parts } = application;
  const first = granted.find(({ part }) => restOf(application, part).amountVnd > 0)?.part ?? granted[0]!.part;
  const form = useForm<{
    part: string;
    count: number | '';
    amountVnd: number | '';
    givenOn: string;
    reference: string;
    note: string;
  }>({ initialValues: { part: first, ...restOf(application, first), givenOn: today(), reference: '', note: '' } });
  const chosen = granted.find(({ part }) => part === form.values.part);
  const rest = restOf(application, form.values.part);
  return (
    <FormShell
      method={recordDisbursement}
      command={record}
      form={form}
      submit={t('disbursement.save')}
      toInput={({ count, amountVnd, ...values }) => ({
        ...values,
        disbursement,
        application: application.id,
        amountVnd: amountVnd === '' ? 0 : amountVnd,
        ...(count !== '' && { count }),
      })}
      onDone={onDone}
    >
      <NativeSelect
        label={t('disbursement.part')}
        data={granted.map(({ part }) => ({ value: part, label: partName(parts, part) }))}
        value={form.values.part}
        onChange={(event) => {
          const part = event.currentTarget.value;
          form.setValues({ part, ...restOf(application, part) });
        }}
      />
      {chosen?.kind === 'in-kind' && (
        <NumberTextInput
          required
          label={t('disbursement.count')}
          description={t('desk.most', { most: numberText(Number(rest.count)) })}
          parse={(text) => typedQty(text, 1)}
          format={(value) => numberText(value)}
          wrong={t('shell:field.quantity')}
          {...form.getInputProps('count')}
        />
      )}
      <VndInput
        required
        label={chosen?.kind === 'in-kind' ? t('disbursement.value') : t('disbursement.amount')}
        description={t('desk.most', { most: vndText(rest.amountVnd) })}
        {...form.getInputProps('amountVnd')}
      />
      <DayInput required label={t('disbursement.givenOn')} max={today()} {...form.getInputProps('givenOn')} />
      <TextInput
        required
        label={t('disbursement.reference')}
        description={t('disbursement.referenceHint')}
        maxLength={200}
        {...form.getInputProps('reference')}
      />
      <Textarea label={t('disbursement.note')} maxLength={1_000} {...form.getInputProps('note')} />
    </FormShell>
  );
}
