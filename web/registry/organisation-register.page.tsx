import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { registerFounded } from '#contexts/registry/founding.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { registryPaths } from './paths.ts';
import { BasisFields, blankBasis } from './shape-fields.tsx';
import { TaxNumberInput } from './tax-number-input.tsx';

export const load: Load = ({ ask, param }) => ask(getOrganisation, { organisation: param('id') });

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const { name, may } = useAnswer(getOrganisation, { organisation: id });
  const register = useCommand(registerFounded, { stale: ['insight', 'linkage'] });
  const form = useForm({ initialValues: { ...blankBasis(), number: '', taxNumber: '' } });
  const back = () => void navigate(registryPaths.organisation(id));
  return (
    <>
      <PageHeader
        title={t('life.register.title')}
        lead={name}
        crumbs={[{ label: name, to: registryPaths.organisation(id) }]}
      />
      <FormShell
        method={registerFounded}
        command={register}
        form={form}
        submit={t('life.register.save')}
        toInput={({ number, taxNumber, ...basis }) =>
          ({
            ...withoutBlanks(basis),
            organisation: id,
            certificate: withoutBlanks({ number, taxNumber }),
          }) as never
        }
        fieldNames={{ 'certificate.number': 'number', 'certificate.taxNumber': 'taxNumber' }}
        notYet={may.shape ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <BasisFields form={form} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('life.shape.certificateNumber')} required {...form.getInputProps('number')} />
          <TaxNumberInput {...form.getInputProps('taxNumber')} />
        </SimpleGrid>
      </FormShell>
    </>
  );
}
