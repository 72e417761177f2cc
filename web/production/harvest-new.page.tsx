import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type HarvestId, type SeasonId, type VarietyId } from '#kernel/id.ts';
import { correctHarvest, recordHarvest, type HarvestView } from '#contexts/production/harvest.wire.ts';
import { getSeason, type SeasonView } from '#contexts/production/season.wire.ts';
import { getCommodity } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { named, unitsOf } from './named.ts';
import { productionPaths } from './paths.ts';

export const load: Load = async ({ ask, param }) => {
  const season = await ask(getSeason, { season: param('id') });
  return ask(getCommodity, { commodity: season.commodity.id });
};

interface Values {
  readonly harvestedOn: Day | '';
  readonly qty: number | '';
  readonly variety: string;
  readonly note: string;
  readonly reason: string;
}

const blank: Values = { harvestedOn: '', qty: '', variety: '', note: '', reason: '' };
const valuesOf = ({ harvestedOn, qty, variety, note }: HarvestView): Values => ({
  ...blank,
  harvestedOn,
  qty,
  variety: variety ?? '',
  note: note ?? '',
});

const pickedOf = ({ harvestedOn, qty, variety, note }: Values) => ({
  harvestedOn,
  qty: qty as number,
  ...(variety !== '' && { variety: variety as VarietyId }),
  ...(note.trim() !== '' && { note }),
});

export function Page() {
  const season = useAnswer(getSeason, { season: useParam<SeasonId>('id') });
  const [search] = useSearchParams();
  const replaced = season.harvests.find(({ id }) => id === search.get('replaces'));
  return <HarvestForm key={replaced?.id} season={season} replaced={replaced} />;
}

function HarvestForm({ season, replaced }: { season: SeasonView; replaced: HarvestView | undefined }) {
  const t = useWords('production');
  const navigate = useNavigate();
  const record = useCommand(recordHarvest, { stale: ['quality'] });
  const correct = useCommand(correctHarvest, { stale: ['quality'] });
  const [id] = useState(() => newId<HarvestId>());
  const form = useForm<Values>({
    initialValues: replaced
      ? valuesOf(replaced)
      : { ...blank, harvestedOn: today(), variety: season.variety?.id ?? '' },
  });
  const done = () => navigate(productionPaths.season(season.id));
  const fields = <HarvestFields season={season} form={form} />;
  return (
    <>
      <PageHeader
        title={t(replaced ? 'harvest.correctTitle' : 'harvest.new')}
        lead={t('harvest.newLead')}
        crumbs={[
          { label: t('season.title'), to: productionPaths.seasons },
          { label: `${named(season.protocol.name)} · ${season.plot.code}`, to: productionPaths.season(season.id) },
        ]}
      />
      {replaced ? (
        <FormShell
          method={correctHarvest}
          command={correct}
          form={form}
          submit={t('harvest.correct')}
          toInput={(values) => ({ id, replaces: replaced.id, reason: values.reason, ...pickedOf(values) })}
          onDone={done}
        >
          {fields}
          <TextInput label={t('harvest.reason')} required maxLength={500} {...form.getInputProps('reason')} />
        </FormShell>
      ) : (
        <FormShell
          method={recordHarvest}
          command={record}
          form={form}
          submit={t('harvest.save')}
          toInput={(values) => ({ id, season: season.id, ...pickedOf(values) })}
          onDone={done}
        >
          {fields}
        </FormShell>
      )}
    </>
  );
}

interface FieldsProps {
  readonly season: SeasonView;
  readonly form: ReturnType<typeof useForm<Values>>;
}

function HarvestFields({ season, form }: FieldsProps) {
  const t = useWords('production');
  const { baseUnit } = useAnswer(getCommodity, { commodity: season.commodity.id });
  const { harvestedOn } = form.getValues();
  const { earliestHarvestOn } = season;
  const isEarly = earliestHarvestOn !== null && harvestedOn !== '' && harvestedOn < earliestHarvestOn;
  return (
    <>
      <DayInput
        label={t('harvest.day')}
        required
        min={season.startedOn}
        max={today()}
        {...form.getInputProps('harvestedOn')}
      />
      {isEarly && (
        <Text c="var(--lk-accent)" fw={600} role="status">
          {t('harvest.beforeInterval', { day: dayText(earliestHarvestOn) })}
        </Text>
      )}
      <QuantityInput label={t('harvest.qty')} required units={unitsOf[baseUnit]} {...form.getInputProps('qty')} />
      <NativeSelect
        label={t('harvest.variety')}
        data={[
          { value: '', label: t('shell:notStated') },
          ...season.varieties.map(({ id, name }) => ({ value: id, label: named(name) })),
        ]}
        {...form.getInputProps('variety')}
      />
      <Textarea label={t('harvest.note')} autosize minRows={2} maxLength={2_000} {...form.getInputProps('note')} />
    </>
  );
}
