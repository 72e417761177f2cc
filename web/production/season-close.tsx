import { Button, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { today, type Day } from '#kernel/day.ts';
import { closeSeason, type SeasonView } from '#contexts/production/season.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';

/** Ends a season: nothing is written to it afterwards. */
export function SeasonClose({ season }: { season: SeasonView }) {
  const t = useWords('production');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" onClick={open}>
        {t('season.close')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('season.close')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <CloseForm season={season} onDone={close} />
      </Modal>
    </>
  );
}

function CloseForm({ season, onDone }: { season: SeasonView; onDone: () => void }) {
  const t = useWords('production');
  const command = useCommand(closeSeason);
  const form = useForm({
    initialValues: {
      season: season.id,
      on: today() as Day | '',
      outcome: 'closed' as 'closed' | 'abandoned',
      reason: '',
    },
  });
  return (
    <FormShell method={closeSeason} command={command} form={form} submit={t('season.close')} onDone={onDone}>
      <Stack gap="md">
        <Text size="sm">{t('season.closeText')}</Text>
        <DayInput
          label={t('season.closeOn')}
          required
          min={season.startedOn}
          max={today()}
          {...form.getInputProps('on')}
        />
        <NativeSelect
          label={t('season.outcome')}
          data={(['closed', 'abandoned'] as const).map((value) => ({ value, label: t(`season.outcomes.${value}`) }))}
          {...form.getInputProps('outcome')}
        />
        <Textarea
          label={t('season.closingReason')}
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
      </Stack>
    </FormShell>
  );
}
