import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { today, type Day } from '#kernel/day.ts';
import { newId, type LotId, type OrganisationId } from '#kernel/id.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import type { SampleId } from '#contexts/quality/lot.ts';
import { getLot } from '#contexts/quality/lot.wire.ts';
import { recordSample } from '#contexts/quality/sample.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { qualityPaths } from './paths.ts';

interface Values {
  id: SampleId;
  code: string;
  takenOn: Day | '';
  takenBy: string;
  place: string;
  method: string;
  sealNumber: string;
  laboratory: OrganisationId | '';
}

export const load: Load = ({ ask, param }) => ask(getLot, { lot: param('id') });

export function Page() {
  const t = useWords('quality');
  const navigate = useNavigate();
  const id = useParam<LotId>('id');
  const lot = useAnswer(getLot, { lot: id });
  const record = useCommand(recordSample);
  const form = useForm<Values>({
    initialValues: {
      id: newId<SampleId>(),
      code: `${lot.code}-M${lot.samples.length + 1}`,
      takenOn: today(),
      takenBy: '',
      place: '',
      method: '',
      sealNumber: '',
      laboratory: '',
    },
  });
  const back = (): void => void navigate(qualityPaths.lot(id));
  return (
    <>
      <PageHeader
        title={t('sample.new')}
        crumbs={[
          { label: t('lot.title'), to: qualityPaths.lots },
          { label: lot.code, to: qualityPaths.lot(id) },
        ]}
      />
      <FormShell
        method={recordSample}
        command={record}
        form={form}
        submit={t('sample.save')}
        toInput={(values) => ({ ...values, lot: id })}
        onDone={back}
        onCancel={back}
      >
        <TextInput label={t('sample.code')} required {...form.getInputProps('code')} />
        <DayInput label={t('sample.takenOn')} required max={today()} {...form.getInputProps('takenOn')} />
        <TextInput label={t('sample.takenBy')} required autoComplete="off" {...form.getInputProps('takenBy')} />
        <TextInput label={t('sample.place')} required {...form.getInputProps('place')} />
        <TextInput
          label={t('sample.method')}
          description={t('sample.methodHint')}
          required
          {...form.getInputProps('method')}
        />
        <TextInput label={t('sample.sealNumber')} required {...form.getInputProps('sealNumber')} />
        <SearchSelect
          label={t('sample.laboratory')}
          required
          method={listOrganisations}
          input={(search) => ({ kind: 'laboratory' as const, size: 20, ...(search !== '' && { search }) })}
          options={(reply) => reply.items.map(({ id: value, name }) => ({ value, label: name }))}
          {...form.getInputProps('laboratory')}
        />
      </FormShell>
    </>
  );
}
