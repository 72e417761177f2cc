import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { giveConsent } from '#contexts/credit/consent.wire.ts';
import type { ConsentId, DossierId } from '#contexts/credit/dossier.ts';
import { listProducts } from '#contexts/credit/product.wire.ts';
import { addDays, addMonths, today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DaysInput } from '#web/linkage/percent-input.tsx';
import { said } from '#web/support/said.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { amountsText, rateText, termsText } from './credit-text.ts';

const usualDays = 90;
const mostMonths = 12;

/** Lets one bank see the dossier, by the product it is asked for. */
export function ConsentForm({ dossier, onDone }: { dossier: DossierId; onDone: () => void }) {
  const t = useWords('credit');
  const [consent] = useState(() => newId<ConsentId>());
  const give = useCommand(giveConsent);
  const open = useAnswer(listProducts, {}).items.filter(({ endedOn }) => endedOn === null);
  const form = useForm({
    initialValues: {
      product: open.length === 1 ? open[0]!.id : '',
      purpose: '',
      amountVnd: '' as number | '',
      months: '' as number | '',
      until: addDays(today(), usualDays) as Day | '',
    },
  });
  const chosen = open.find(({ id }) => id === form.values.product);
  return (
    <FormShell
      method={giveConsent}
      command={give}
      form={form}
      submit={t('consent.confirmGive')}
      notYet={open.length === 0 ? [t('consent.noProducts')] : []}
      toInput={(values) => ({ consent, dossier, ...withoutBlanks(values) }) as never}
      onDone={onDone}
    >
      <Text size="sm">{t('consent.giveText')}</Text>
      <Select
        label={t('consent.product')}
        required
        allowDeselect={false}
        data={open.map(({ id, bank, name }) => ({
          value: id,
          label: t('consent.productOption', { bank: bank.name, name: said(name) }),
        }))}
        {...(chosen && {
          description: t('consent.productHint', {
            amount: amountsText(t, chosen),
            months: termsText(t, chosen),
            rate: rateText(chosen.rateBp),
          }),
        })}
        {...form.getInputProps('product')}
      />
      <TextInput label={t('consent.purpose')} required maxLength={500} {...form.getInputProps('purpose')} />
      <VndInput label={t('consent.amount')} required {...form.getInputProps('amountVnd')} />
      <DaysInput label={t('consent.months')} required {...form.getInputProps('months')} />
      <DayInput
        label={t('consent.until')}
        description={t('consent.untilHint')}
        required
        min={today()}
        max={addMonths(today(), mostMonths)}
        {...form.getInputProps('until')}
      />
    </FormShell>
  );
}
