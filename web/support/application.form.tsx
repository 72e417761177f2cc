import { NativeSelect, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import type { OrganisationId } from '#kernel/id.ts';
import type { ApplicationId } from '#contexts/support/application.ts';
import { saveApplication } from '#contexts/support/application.wire.ts';
import type { MeasureId } from '#contexts/support/policy.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { areaUnits } from './area-units.ts';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';

interface Values {
  areaM2: number | '';
  commodity: string;
  plan: string;
}

interface ApplicationFormProps {
  readonly application: ApplicationId;
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly measure: MeasureId;
  readonly initial: Values;
}

/** What an organisation says of its plan; saved as a draft, handed in on the next page. */
export function ApplicationForm({ application, organisation, measure, initial }: ApplicationFormProps) {
  const t = useWords('support');
  const navigate = useNavigate();
  const save = useCommand(saveApplication);
  const crops = useAnswer(listCommodities, { sector: 'crop' }).items;
  const form = useForm<Values>({ initialValues: initial });
  return (
    <FormShell
      method={saveApplication}
      command={save}
      form={form}
      submit={t('application.save')}
      toInput={({ areaM2, commodity, plan }) => ({
        application,
        organisation: organisation.id,
        measure,
        plan,
        ...(areaM2 !== '' && { areaM2 }),
        ...(commodity !== '' && { commodity }),
      })}
      onDone={() => navigate(supportPaths.application(application))}
      onCancel={() => navigate(-1)}
    >
      <Text fw={600}>{organisation.name}</Text>
      <QuantityInput label={t('application.area')} units={areaUnits(t)} {...form.getInputProps('areaM2')} />
      <NativeSelect
        label={t('application.crop')}
        data={[
          { value: '', label: t('shell:notStated') },
          ...crops.map(({ id, names }) => ({ value: id, label: said(names) })),
        ]}
        {...form.getInputProps('commodity')}
      />
      <Textarea
        label={t('application.plan')}
        description={t('application.planHint')}
        autosize
        minRows={5}
        maxLength={4_000}
        {...form.getInputProps('plan')}
      />
    </FormShell>
  );
}
