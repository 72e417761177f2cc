import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { today } from '#kernel/day.ts';
import { newId, type PlotId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { recordPlot } from '#contexts/production/plot.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { outlineReasons } from './outline-text.ts';
import { productionPaths } from './paths.ts';
import { PlotFields, type PlotValues } from './plot-fields.tsx';

export const load: Load = ({ ask }) => ask(listUnits, {});

/** The organisations this person runs; an officer of the place looks for one. */
function useOwnOrganisations() {
  return useMe().grants.flatMap(({ role, organisation }) =>
    organisation !== null && (role === 'organisation-manager' || role === 'buyer') ? [organisation] : [],
  );
}

const inputOf = (id: PlotId, values: PlotValues): InputOf<typeof recordPlot> => ({
  id,
  organisation: values.organisation,
  code: values.code,
  from: values.from,
  name: values.name,
  landUse: values.landUse,
  areaM2: values.areaM2 as number,
  unit: values.unit,
  ...(values.member !== '' && { member: values.member }),
  ...(values.outline !== null && { outline: values.outline }),
});

export function Page() {
  const t = useWords('production');
  const navigate = useNavigate();
  const record = useCommand(recordPlot);
  const own = useOwnOrganisations();
  const unit = useMe().grants.find((grant) => grant.unit !== null)?.unit?.code ?? '';
  const [id] = useState(() => newId<PlotId>());
  const form = useForm<PlotValues>({
    initialValues: {
      organisation: own[0]?.id ?? '',
      code: '',
      name: '',
      member: '',
      from: today(),
      landUse: 'annual-crops',
      areaM2: '',
      unit,
      outline: null,
      reason: '',
    },
  });
  return (
    <>
      <PageHeader
        title={t('plot.new')}
        lead={t('plot.newLead')}
        crumbs={[{ label: t('plot.title'), to: productionPaths.plots }]}
      />
      <FormShell
        method={recordPlot}
        command={record}
        form={form}
        submit={t('plot.save')}
        toInput={(values) => inputOf(id, values)}
        notYet={outlineReasons(t, form.getValues().outline)}
        onDone={() => navigate(productionPaths.plot(id))}
      >
        {own.length > 0 ? (
          <Select
            label={t('plot.organisation')}
            required
            allowDeselect={false}
            data={own.map((organisation) => ({ value: organisation.id, label: organisation.name }))}
            {...form.getInputProps('organisation')}
          />
        ) : (
          <SearchSelect
            label={t('plot.organisation')}
            required
            method={listOrganisations}
            input={(search) => ({ search, size: 20 })}
            options={({ items }) => items.map((found) => ({ value: found.id, label: found.name }))}
            {...form.getInputProps('organisation')}
          />
        )}
        <TextInput
          label={t('plot.code')}
          description={t('plot.codeHelp')}
          required
          maxLength={40}
          {...form.getInputProps('code')}
        />
        <DayInput label={t('plot.from')} required max={today()} {...form.getInputProps('from')} />
        <PlotFields form={form} />
      </FormShell>
    </>
  );
}
