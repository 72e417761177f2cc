import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import type { PlotId } from '#kernel/id.ts';
import { getConversion } from '#contexts/production/conversion.wire.ts';
import { closePlot, getPlot, type PlotView } from '#contexts/production/plot.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { areaText, dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { Area, DayText } from '#web/ui/value-text.tsx';
import { AreaDifference } from './area-difference.tsx';
import { ConversionPanel } from './conversion-panel.tsx';
import { OutlinePicture } from './outline-picture.tsx';
import { productionPaths } from './paths.ts';
import { PlotSeasons } from './plot-seasons.tsx';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getPlot, { plot: param('id') }), ask(getConversion, { plot: param('id') })]);

export function Page() {
  const t = useWords('production');
  const plot = useAnswer(getPlot, { plot: useParam<PlotId>('id') });
  return (
    <>
      <PageHeader
        title={`${plot.code} · ${plot.name}`}
        lead={plot.organisation.name}
        crumbs={[{ label: t('plot.title'), to: productionPaths.plots }]}
        badges={
          <StateBadge
            tone={plot.closedOn === null ? 'good' : 'neutral'}
            label={plot.closedOn === null ? t('plot.open') : t('plot.closedOn', { day: dayText(plot.closedOn) })}
          />
        }
        actions={<PlotActions plot={plot} />}
      />
      <Group align="flex-start" gap="xl">
        {plot.outline === null ? <EmptyState title={t('plot.noOutline')} /> : <OutlinePicture outline={plot.outline} />}
        <div>
          <PlotFacts plot={plot} />
        </div>
      </Group>
      <PlotSeasons plot={plot} />
      <ConversionPanel plot={plot.id} />
      <Section title={t('plot.versions')}>
        <Timeline
          label={t('plot.versions')}
          events={plot.versions.map((version) => ({
            id: String(version.version),
            at: version.recordedAt,
            title: `${t(`plot.kind.${version.kind}`)} · ${dayText(version.validFrom)} · ${areaText(version.areaM2)}`,
            ...(version.recordedBy !== null && { by: version.recordedBy }),
            ...(version.reason !== null && { text: version.reason }),
          }))}
        />
      </Section>
    </>
  );
}

function PlotFacts({ plot }: { plot: PlotView }) {
  const t = useWords('production');
  return (
    <Facts
      facts={[
        { label: t('plot.area'), value: <Area areaM2={plot.areaM2} /> },
        { label: t('plot.outlineArea'), value: plot.outlineAreaM2 && <Area areaM2={plot.outlineAreaM2} /> },
        {
          label: t('plot.difference'),
          value: plot.differenceBp === null ? null : <AreaDifference differenceBp={plot.differenceBp} />,
        },
        { label: t('plot.landUse'), value: t(`plot.use.${plot.landUse}`) },
        { label: t('plot.unit'), value: plot.unit.name },
        { label: t('plot.from'), value: <DayText day={plot.validFrom} /> },
      ]}
    />
  );
}

function PlotActions({ plot }: { plot: PlotView }) {
  const t = useWords('production');
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!plot.may.change) return null;
  return (
    <>
      <Button component={Link} to={productionPaths.correctPlot(plot.id)} variant="default">
        {t('plot.correct')}
      </Button>
      {plot.closedOn === null && (
        <>
          <Button component={Link} to={productionPaths.changePlot(plot.id)} variant="default">
            {t('plot.change')}
          </Button>
          <Button variant="subtle" onClick={open}>
            {t('plot.close')}
          </Button>
        </>
      )}
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('plot.close')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <CloseForm plot={plot} onDone={close} />
      </Modal>
    </>
  );
}

function CloseForm({ plot, onDone }: { plot: PlotView; onDone: () => void }) {
  const t = useWords('production');
  const command = useCommand(closePlot);
  const form = useForm({
    initialValues: { plot: plot.id, seenVersion: plot.version, on: today() as Day | '', reason: '' },
  });
  return (
    <FormShell method={closePlot} command={command} form={form} submit={t('plot.close')} onDone={onDone}>
      <Stack gap="md">
        <Text size="sm">{t('plot.closeText')}</Text>
        <DayInput label={t('plot.closeOn')} required max={today()} {...form.getInputProps('on')} />
        <TextInput label={t('plot.reason')} required maxLength={500} {...form.getInputProps('reason')} />
      </Stack>
    </FormShell>
  );
}
