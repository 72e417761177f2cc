import { NativeSelect, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type SeasonId } from '#kernel/id.ts';
import { listPlots } from '#contexts/production/plot.wire.ts';
import { listProtocols } from '#contexts/production/protocol.wire.ts';
import { startSeason } from '#contexts/production/season.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';

const openPlots = { closed: 'false', size: 200 } as const;

export const load: Load = ({ ask }) =>
  Promise.all([ask(listPlots, openPlots), ask(listProtocols, {}), ask(listCommodities, {})]);

export function Page() {
  const t = useWords('production');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { items: plots } = useAnswer(listPlots, openPlots);
  const { items: protocols } = useAnswer(listProtocols, {});
  const { items: commodities } = useAnswer(listCommodities, {});
  const start = useCommand(startSeason);
  const [id] = useState(() => newId<SeasonId>());
  const form = useForm({
    initialValues: {
      plot: search.get('plot') ?? '',
      protocol: protocols[0]?.id ?? '',
      variety: '',
      startedOn: today() as Day | '',
    },
  });
  const protocol = protocols.find((one) => one.id === form.getValues().protocol);
  const varieties = commodities.find((one) => one.id === protocol?.commodity.id)?.varieties ?? [];
  return (
    <>
      <PageHeader
        title={t('season.new')}
        lead={t('season.newLead')}
        crumbs={[{ label: t('season.title'), to: productionPaths.seasons }]}
      />
      <FormShell
        method={startSeason}
        command={start}
        form={form}
        submit={t('season.start')}
        notYet={plots.length === 0 ? [t('season.noPlot')] : []}
        toInput={({ plot, protocol, variety, startedOn }) => ({
          id,
          plot,
          protocol,
          startedOn,
          ...(variety !== '' && { variety }),
        })}
        onDone={() => navigate(productionPaths.season(id))}
      >
        <Select
          label={t('season.plot')}
          required
          searchable
          data={plots.map((plot) => ({
            value: plot.id,
            label: `${plot.code} · ${plot.name} (${plot.organisation.name})`,
          }))}
          {...form.getInputProps('plot')}
        />
        <NativeSelect
          label={t('season.protocol')}
          required
          data={protocols.map((one) => ({
            value: one.id,
            label: `${named(one.name)} (${t('season.protocolVersion', { version: one.version })})`,
          }))}
          {...form.getInputProps('protocol')}
        />
        <NativeSelect
          label={t('season.variety')}
          data={[
            { value: '', label: t('shell:notStated') },
            ...varieties.map((one) => ({ value: one.id, label: named(one.names) })),
          ]}
          {...form.getInputProps('variety')}
        />
        <DayInput label={t('season.startedOn')} required {...form.getInputProps('startedOn')} />
      </FormShell>
    </>
  );
}
