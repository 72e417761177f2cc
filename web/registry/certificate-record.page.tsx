import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { certificateKinds, type CertificateKind } from '#contexts/registry/certificate.ts';
import { recordCertificate, type CertificateId } from '#contexts/registry/certificate.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import type { Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { nameIn } from './named.ts';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getOrganisation, { organisation: param('id') }), ask(listCommodities, {})]);

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const commodities = useAnswer(listCommodities, {}).items;
  const record = useCommand(recordCertificate, { stale: ['linkage', 'support', 'credit'] });
  const form = useForm({
    initialValues: {
      id: newId<CertificateId>(),
      organisation: id,
      kind: 'vietgap' as CertificateKind,
      grade: '',
      number: '',
      issuer: '',
      commodity: '',
      validFrom: '' as Day | '',
      validUntil: '' as Day | '',
    },
  });
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={t('certificate.record')}
        lead={name}
        crumbs={[
          { label: t('title'), to: registryPaths.organisations },
          { label: name, to: registryPaths.organisation(id) },
        ]}
      />
      <FormShell
        method={recordCertificate}
        command={record}
        form={form}
        submit={t('certificate.save')}
        onDone={back}
        onCancel={back}
      >
        <NativeSelect
          label={t('certificate.kindLabel')}
          required
          data={certificateKinds.map((value) => ({ value, label: t(`certificate.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <NativeSelect
          label={t('certificate.commodity')}
          data={[
            { value: '', label: t('shell:all') },
            ...commodities.map((commodity) => ({ value: commodity.id as string, label: nameIn(commodity.names) })),
          ]}
          {...form.getInputProps('commodity')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('certificate.number')} required {...form.getInputProps('number')} />
          <TextInput label={t('certificate.grade')} {...form.getInputProps('grade')} />
          <DayInput label={t('certificate.validFrom')} required {...form.getInputProps('validFrom')} />
          <DayInput label={t('certificate.validUntil')} {...form.getInputProps('validUntil')} />
        </SimpleGrid>
        <TextInput label={t('certificate.issuer')} required {...form.getInputProps('issuer')} />
      </FormShell>
    </>
  );
}
