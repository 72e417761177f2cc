import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { today } from '#kernel/day.ts';
import type { MemberId, PlotId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { changePlot, correctPlot, getPlot, type PlotView } from '#contexts/production/plot.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { productionPaths } from './paths.ts';
import { PlotFields, type PlotValues } from './plot-fields.tsx';

export const loadPlot: Load = ({ ask, param }) =>
  Promise.all([ask(getPlot, { plot: param('id') }), ask(listUnits, {})]);

const valuesOf = (plot: PlotView): PlotValues => ({
  organisation: plot.organisation.id,
  code: plot.code,
  name: plot.name,
  member: plot.member ?? '',
  from: today(),
  landUse: plot.landUse,
  areaM2: plot.areaM2,
  unit: plot.unit.code,
  outline: plot.outline,
  reason: '',
});

const factsOf = (plot: PlotView, values: PlotValues) => ({
  plot: plot.id,
  seenVersion: plot.version,
  reason: values.reason,
  name: values.name,
  landUse: values.landUse,
  areaM2: values.areaM2 as number,
  unit: values.unit as UnitCode,
  ...(values.member !== '' && { member: values.member as MemberId }),
  ...(values.outline !== null && { outline: values.outline }),
});

/** One form for both ways in which what is known of a plot moves on. */
export function PlotEdit({ kind }: { kind: 'change' | 'correct' }) {
  const t = useWords('production');
  const navigate = useNavigate();
  const plot = useAnswer(getPlot, { plot: useParam<PlotId>('id') });
  const change = useCommand(changePlot);
  const correct = useCommand(correctPlot);
  const form = useForm<PlotValues>({ initialValues: valuesOf(plot) });
  const done = () => navigate(productionPaths.plot(plot.id));
  const fields = (
    <>
      {kind === 'change' && (
        <DayInput label={t('plot.changeFrom')} required max={today()} {...form.getInputProps('from')} />
      )}
      <PlotFields form={form} />
      <TextInput label={t('plot.reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </>
  );
  return (
    <>
      <PageHeader
        title={`${t(kind === 'change' ? 'plot.change' : 'plot.correct')}: ${plot.code}`}
        lead={t(kind === 'change' ? 'plot.changeLead' : 'plot.correctLead')}
        crumbs={[
          { label: t('plot.title'), to: productionPaths.plots },
          { label: plot.code, to: productionPaths.plot(plot.id) },
        ]}
      />
      {kind === 'change' ? (
        <FormShell
          method={changePlot}
          command={change}
          form={form}
          submit={t('plot.saveChange')}
          toInput={(values) => ({ ...factsOf(plot, values), from: values.from })}
          onDone={done}
        >
          {fields}
        </FormShell>
      ) : (
        <FormShell
          method={correctPlot}
          command={correct}
          form={form}
          submit={t('plot.saveCorrection')}
          toInput={(values) => factsOf(plot, values)}
          onDone={done}
        >
          {fields}
        </FormShell>
      )}
    </>
  );
}
