import { Alert, Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { today, type Day } from '#kernel/day.ts';
import { newId, type PlotId } from '#kernel/id.ts';
import { conversionBases, type ConversionBasis, type ConversionState } from '#contexts/production/conversion.ts';
import { getConversion, recordConversion } from '#contexts/production/conversion.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge, UnverifiedMark, type Tone } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText } from '#web/ui/value-text.tsx';

const tones: Record<ConversionState, Tone> = {
  conventional: 'neutral',
  'in-conversion': 'busy',
  'period-completed': 'good',
};

/** The clock of organic conversion, which never says 'organic': only a certificate does. */
export function ConversionPanel({ plot }: { plot: PlotId }) {
  const t = useWords('production');
  const clock = useAnswer(getConversion, { plot });
  const [isOpen, { open, close }] = useDisclosure(false);
  const { months, certificate } = clock;
  return (
    <Section
      title={t('conversion.title')}
      actions={
        clock.may.record && (
          <Button variant="default" onClick={open}>
            {t('conversion.record')}
          </Button>
        )
      }
    >
      {certificate === null && (
        <Alert
          variant="light"
          color="clay"
          icon={<IconInfoCircle aria-hidden />}
          title={t('conversion.practice')}
          mb="md"
        >
          {t('conversion.practiceText')}
        </Alert>
      )}
      <Facts
        facts={[
          {
            label: t('plot.stateLabel'),
            value: <StateBadge tone={tones[clock.state]} label={t(`conversion.state.${clock.state}`)} />,
          },
          { label: t('conversion.countsFrom'), value: clock.countsFrom && <DayText day={clock.countsFrom} /> },
          ...(clock.resetOn === null
            ? []
            : [{ label: t('conversion.resetOn'), value: <DayText day={clock.resetOn} /> }]),
          { label: t('conversion.completeOn'), value: clock.completeOn && <DayText day={clock.completeOn} /> },
          {
            label: t('conversion.months'),
            value: months && (
              <>
                {t('conversion.monthsValue', { count: months.value })} ({months.source}){' '}
                {!months.verified && <UnverifiedMark />}
              </>
            ),
          },
          {
            label: t('conversion.certificate'),
            value:
              certificate === null ? t('conversion.noCertificate') : `${certificate.number}, ${certificate.issuer}`,
          },
        ]}
      />
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('conversion.record')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <ConversionForm plot={plot} onDone={close} />
      </Modal>
    </Section>
  );
}

function ConversionForm({ plot, onDone }: { plot: PlotId; onDone: () => void }) {
  const t = useWords('production');
  const record = useCommand(recordConversion);
  const form = useForm({
    initialValues: {
      id: newId(),
      plot,
      beganOn: today() as Day | '',
      basis: 'recorded' as ConversionBasis,
      evidence: '',
    },
  });
  return (
    <FormShell method={recordConversion} command={record} form={form} submit={t('conversion.record')} onDone={onDone}>
      <Stack gap="md">
        <DayInput label={t('conversion.beganOn')} required max={today()} {...form.getInputProps('beganOn')} />
        <NativeSelect
          label={t('conversion.basis')}
          data={conversionBases.map((value) => ({ value, label: t(`conversion.bases.${value}`) }))}
          {...form.getInputProps('basis')}
        />
        <TextInput label={t('conversion.evidence')} required maxLength={500} {...form.getInputProps('evidence')} />
      </Stack>
    </FormShell>
  );
}
