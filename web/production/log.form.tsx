import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { ActivityFamily } from '#contexts/production/activity.ts';
import type { LogEntryId } from '#contexts/production/log.ts';
import { correctEntry, recordEntry, type LogEntryView } from '#contexts/production/log.wire.ts';
import type { SeasonView, StepView } from '#contexts/production/season.wire.ts';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { FactFields, type LogFormState } from './fact-fields.tsx';
import { blankEntry, entryInput, valuesOf, type LogValues } from './log-values.ts';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';

interface LogFormProps {
  readonly season: SeasonView;
  readonly family: ActivityFamily;
  readonly step: StepView | undefined;
  readonly replaced: LogEntryView | undefined;
}

const fieldNames = {
  'details.source': 'source',
  'details.lot': 'lot',
  'details.method': 'method',
  'details.target': 'target',
  'details.equipment': 'equipment',
  'details.weather': 'weather',
  'details.waterSource': 'waterSource',
  'details.place': 'place',
  'details.packaging': 'packaging',
  'details.temperatureDeciC': 'temperature',
  'input.name': 'inputName',
  'input.activeIngredient': 'activeIngredient',
  'input.phiDays': 'phiDays',
};

/** Few fields for a thumb: the day, what the step asks for, a photo. */
export function LogForm({ season, family, step, replaced }: LogFormProps) {
  const t = useWords('production');
  const navigate = useNavigate();
  const record = useCommand(recordEntry, { stale: ['quality'] });
  const correct = useCommand(correctEntry, { stale: ['quality'] });
  const [id] = useState(() => newId<LogEntryId>());
  const form = useForm<LogValues>({
    initialValues: replaced ? valuesOf(replaced) : blankEntry(family, step?.step ?? ''),
  });
  const chosen = season.stages.flatMap(({ steps }) => steps).find((one) => one.step === form.getValues().step);
  const occurrence = step?.step === form.getValues().step ? step.occurrence : undefined;
  const done = () => navigate(productionPaths.season(season.id));
  const fields = <LogFields season={season} family={family} step={chosen} form={form} />;
  if (replaced)
    return (
      <FormShell
        method={correctEntry}
        command={correct}
        form={form}
        fieldNames={fieldNames}
        submit={t('log.correct')}
        toInput={(values) => ({
          id,
          replaces: replaced.id,
          reason: values.reason,
          ...entryInput(season, family, values, occurrence),
        })}
        onDone={done}
      >
        {fields}
        <TextInput label={t('log.reason')} required maxLength={500} {...form.getInputProps('reason')} />
      </FormShell>
    );
  return (
    <FormShell
      method={recordEntry}
      command={record}
      form={form}
      fieldNames={fieldNames}
      submit={t('log.save')}
      toInput={(values) => ({ id, season: season.id, ...entryInput(season, family, values, occurrence) })}
      onDone={done}
    >
      {fields}
    </FormShell>
  );
}

interface LogFieldsProps {
  readonly season: SeasonView;
  readonly family: ActivityFamily;
  readonly step: StepView | undefined;
  readonly form: LogFormState;
}

function LogFields({ season, family, step, form }: LogFieldsProps) {
  const t = useWords('production');
  const steps = season.stages.flatMap((stage) => stage.steps).filter((one) => one.family === family && !one.byHarvest);
  const once = [...new Map(steps.map((one) => [one.step, one])).values()];
  return (
    <>
      {once.length > 0 && (
        <NativeSelect
          label={t('log.step')}
          data={[
            ...once.map((one) => ({ value: one.step, label: named(one.name) })),
            { value: '', label: t('log.besidePlan') },
          ]}
          {...form.getInputProps('step')}
        />
      )}
      <DayInput label={t('log.doneOn')} required max={today()} {...form.getInputProps('doneOn')} />
      <FactFields season={season} family={family} step={step} form={form} />
      {season.may.assist && (
        <SearchSelect
          label={t('log.member')}
          method={listMembers}
          input={(search) => ({ organisation: season.organisation.id, search, size: 20 })}
          options={({ items }) => items.map(({ id, name }) => ({ value: id, label: name ?? id.slice(-6) }))}
          {...form.getInputProps('member')}
        />
      )}
      <UploadInput
        label={t('log.photo')}
        accept="image/*,application/pdf"
        required={(step?.evidence.length ?? 0) > 0}
        {...form.getInputProps('file')}
      />
      <Textarea label={t('log.note')} autosize minRows={2} maxLength={2_000} {...form.getInputProps('note')} />
    </>
  );
}
