import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { endingKinds, type EndingKind } from '#contexts/linkage/ending.ts';
import { confirmEnding, refuseEnding, submitEnding, type EndingId } from '#contexts/linkage/ending.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Contract } from './contract-terms.tsx';
import { FormDialog } from './form-dialog.tsx';

type Ending = Contract['endings'][number];
const tones = { open: 'waiting', agreed: 'good', refused: 'bad', declared: 'neutral' } as const;

/** How the contract ends, or was asked to. */
export function ContractEndings({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const [ending, { open, close }] = useDisclosure(false);
  if (contract.endings.length === 0 && !contract.may.end) return null;
  return (
    <Section
      title={t('contract.endings')}
      actions={
        contract.may.end && (
          <Button variant="default" onClick={open}>
            {t('contract.end')}
          </Button>
        )
      }
    >
      <Stack>
        {contract.endings.map((each) => (
          <EndingRow key={each.id} ending={each} />
        ))}
      </Stack>
      <FormDialog opened={ending} title={t('contract.end')} onClose={close}>
        <EndingForm contract={contract} onDone={close} />
      </FormDialog>
    </Section>
  );
}

function EndingRow({ ending }: { ending: Ending }) {
  const t = useWords('linkage');
  const confirm = useCommand(confirmEnding);
  const refuse = useCommand(refuseEnding);
  return (
    <div>
      <Group gap="sm">
        <StateBadge tone={tones[ending.state]} label={t(`ending.state.${ending.state}`)} />
        <Text>
          {t(`side.${ending.side}`)}: {t(`ending.kind.${ending.kind}`)}, {dayText(ending.on)}
        </Text>
        {ending.may.answer && (
          <>
            <Button size="compact-md" loading={confirm.isPending} onClick={() => confirm.mutate({ ending: ending.id })}>
              {t('ending.confirm')}
            </Button>
            <Button
              size="compact-md"
              variant="subtle"
              color="red"
              loading={refuse.isPending}
              onClick={() => refuse.mutate({ ending: ending.id })}
            >
              {t('ending.refuse')}
            </Button>
          </>
        )}
      </Group>
      <Text size="sm">{ending.reason}</Text>
      <ProblemNote problem={confirm.error ?? refuse.error} />
    </div>
  );
}

function EndingForm({ contract, onDone }: { contract: Contract; onDone: () => void }) {
  const t = useWords('linkage');
  const [id] = useState(() => newId<EndingId>());
  const submit = useCommand(submitEnding);
  const form = useForm({
    initialValues: { kind: 'fulfilled' as EndingKind, on: today() as Day | '', reason: '' },
  });
  return (
    <FormShell
      method={submitEnding}
      command={submit}
      form={form}
      submit={t('ending.submit')}
      toInput={(values) => ({
        ...values,
        id,
        contract: contract.id,
        side: contract.may.sides[0] ?? 'seller',
        on: values.on,
      })}
      onDone={onDone}
    >
      <Radio.Group label={t('ending.kindLabel')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt="xs">
          {endingKinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`ending.kind.${kind}`)} description={t(`ending.text.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <DayInput label={t('ending.on')} required max={today()} {...form.getInputProps('on')} />
      <Textarea label={t('reason')} required autosize minRows={2} maxLength={2000} {...form.getInputProps('reason')} />
    </FormShell>
  );
}
