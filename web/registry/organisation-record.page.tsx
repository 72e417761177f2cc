import { NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { organisationKinds, type OrganisationKind } from '#contexts/registry/organisation.ts';
import { registerOrganisation } from '#contexts/registry/organisation.wire.ts';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import {
  blankOrganisation,
  IdentityFields,
  OwnFields,
  representativeNames,
  representativeOf,
} from './organisation-fields.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask }) => Promise.all([ask(listUnits, {}), ask(listProvinces, {})]);

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const me = useMe();
  const record = useCommand(registerOrganisation);
  const unit = me.grants.find(({ role }) => role === 'commune-officer')?.unit?.code ?? ('' as const);
  const form = useForm({
    initialValues: {
      ...blankOrganisation,
      id: newId<OrganisationId>(),
      kind: 'cooperative' as OrganisationKind,
      unit,
    },
  });
  return (
    <>
      <PageHeader title={t('record')} crumbs={[{ label: t('title'), to: registryPaths.organisations }]} />
      <FormShell
        method={registerOrganisation}
        command={record}
        form={form}
        submit={t('organisation.save')}
        toInput={(values) => {
          const {
            representativeName: _name,
            representativeTitle: _title,
            representativePhone: _phone,
            seatProvince,
            ...own
          } = values;
          return {
            ...withoutBlanks(own),
            ...(values.unit === '' && seatProvince !== '' && { seatProvince: Number(seatProvince) }),
            ...representativeOf(values),
          } as never;
        }}
        fieldNames={representativeNames}
        onDone={(_, { id }) => void navigate(registryPaths.organisation(id as OrganisationId))}
        onCancel={() => void navigate(registryPaths.organisations)}
      >
        <NativeSelect
          label={t('kindLabel')}
          required
          data={organisationKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
          onChange={(event) => {
            // The forms of one kind are not those of another.
            form.setFieldValue('legalForm', '');
            form.setFieldValue('kind', event.currentTarget.value as OrganisationKind);
          }}
        />
        <IdentityFields form={form} kind={form.values.kind} />
        <OwnFields form={form} />
      </FormShell>
    </>
  );
}
