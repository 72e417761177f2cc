import { Checkbox, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { recordAnswer } from '#contexts/credit/answer.wire.ts';
import { answerKinds, type AnswerId, type AnswerKind } from '#contexts/credit/dossier.ts';
import { offerSchedule } from '#contexts/credit/schedule.ts';
import { addDays, today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DaysInput, PercentInput } from '#web/linkage/percent-input.tsx';
import { said } from '#web/support/said.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { OfferSchedule } from './offer-schedule.tsx';
import type { Opened } from './opened-dossier.tsx';

interface Offer {
  amountVnd: number | '';
  rateBp: number | '';
  months: number | '';
  paidOutOn: Day | '';
  validUntil: Day | '';
}
interface Values extends Offer {
  kind: AnswerKind;
  remarks: string;
  clauses: string[];
}

const offered = ({ amountVnd, rateBp, months, paidOutOn, validUntil }: Values): Offer => ({
  amountVnd,
  rateBp,
  months,
  paidOutOn,
  validUntil,
});

/** Offers carry figures, the other two carry reasons; what belongs to another kind is not sent. */
const inputOf = (values: Values) =>
  withoutBlanks({
    kind: values.kind,
    remarks: values.remarks,
    ...(values.kind === 'offered' ? offered(values) : { clauses: values.clauses }),
  });

const mostMonths = 360;

/** The payments the offer would mean, once its figures are whole. */
function scheduleOf({ kind, amountVnd, rateBp, months, paidOutOn }: Values) {
  if (kind !== 'offered' || !(Number(amountVnd) > 0) || rateBp === '' || Number.isNaN(rateBp) || paidOutOn === '')
    return [];
  if (!(Number(months) >= 1 && Number(months) <= mostMonths)) return [];
  return offerSchedule({ amountVnd: Number(amountVnd), rateBp, months: Number(months), paidOutOn });
}

export function AnswerForm({ opened, onDone }: { opened: Opened; onDone: () => void }) {
  const t = useWords('credit');
  const [answer] = useState(() => newId<AnswerId>());
  const record = useCommand(recordAnswer);
  const unmet = opened.judgement.clauses.filter(({ binding, outcome }) => binding && outcome !== 'yes');
  const form = useForm<Values>({
    initialValues: {
      kind: 'offered',
      amountVnd: opened.wantedVnd,
      rateBp: '',
      months: opened.wantedMonths,
      paidOutOn: addDays(today(), 14),
      validUntil: addDays(today(), 30),
      remarks: '',
      clauses: unmet.map(({ code }) => code),
    },
  });
  const { kind } = form.values;
  const remarksLabel = { offered: 'desk.remarks', refused: 'desk.reason', 'more-wanted': 'desk.papers' } as const;
  return (
    <FormShell
      method={recordAnswer}
      command={record}
      form={form}
      submit={t('desk.send')}
      toInput={(values) => ({ answer, dossier: opened.dossier, ...inputOf(values) }) as never}
      onDone={onDone}
    >
      <Radio.Group label={t('desk.kindLabel')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt="xs">
          {answerKinds.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`answer.kind.${value}`)}
              description={t(`desk.kindText.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'offered' ? (
        <>
          <VndInput label={t('answer.amount')} required {...form.getInputProps('amountVnd')} />
          <PercentInput label={t('desk.rate')} required {...form.getInputProps('rateBp')} />
          <DaysInput label={t('consent.months')} required {...form.getInputProps('months')} />
          <DayInput label={t('answer.paidOutOn')} required min={today()} {...form.getInputProps('paidOutOn')} />
          <DayInput label={t('answer.validUntil')} required min={today()} {...form.getInputProps('validUntil')} />
          <Preview values={form.values} />
        </>
      ) : (
        <Checkbox.Group label={t('desk.clauses')} {...form.getInputProps('clauses')}>
          <Stack gap="xs" mt="xs">
            {opened.judgement.clauses.map(({ code, text }) => (
              <Checkbox key={code} value={code} label={said(text)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Textarea
        label={t(remarksLabel[kind])}
        required={kind !== 'offered'}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('remarks')}
      />
    </FormShell>
  );
}

function Preview({ values }: { values: Values }) {
  const t = useWords('credit');
  const instalments = scheduleOf(values);
  if (instalments.length === 0) return null;
  return (
    <div>
      <Text fw={500}>{t('answer.schedule')}</Text>
      <OfferSchedule instalments={instalments} />
    </div>
  );
}
