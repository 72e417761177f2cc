import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { parties, type Party } from '#contexts/registry/member.ts';
import { recordMember } from '#contexts/registry/member.wire.ts';
import { getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { today } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { MemberFields, yearOf, type MemberValues } from './member-fields.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getOrganisation, { organisation: param('id') });

const blank: MemberValues = {
  name: '',
  standing: 'official-both',
  sex: '',
  birthYear: '',
  phone: '',
  nationalId: '',
  hamlet: '',
  joinedOn: '',
  foreignInvestor: false,
};

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<OrganisationId>('id');
  const { name } = useAnswer(getOrganisation, { organisation: id });
  const record = useCommand(recordMember);
  const form = useForm({
    initialValues: {
      ...blank,
      id: newId<MemberId>(),
      organisation: id,
      party: 'person' as Party,
      partyOrganisation: '',
      subscribedVnd: '' as number | '',
      contributedVnd: '' as number | '',
      joinedOn: today() as MemberValues['joinedOn'],
    },
  });
  const back = () => void navigate(registryPaths.members(id));
  const { party } = form.getValues();
  return (
    <>
      <PageHeader
        title={t('member.record')}
        lead={name}
        crumbs={[
          { label: name, to: registryPaths.organisation(id) },
          { label: t('member.title'), to: registryPaths.members(id) },
        ]}
      />
      <FormShell
        method={recordMember}
        command={record}
        form={form}
        submit={t('member.save')}
        toInput={(values) => withoutBlanks({ ...values, birthYear: yearOf(values.birthYear) }) as never}
        onDone={back}
        onCancel={back}
      >
        <NativeSelect
          label={t('member.partyLabel')}
          required
          data={parties.map((value) => ({ value, label: t(`member.party.${value}`) }))}
          {...form.getInputProps('party')}
        />
        {(party === 'legal-person' || party === 'group') && (
          <SearchSelect
            label={t('member.partyOrganisation')}
            method={listOrganisations}
            input={(text) => ({ search: text, size: 20 })}
            options={({ items }) => items.map((one) => ({ value: one.id, label: one.name }))}
            {...form.getInputProps('partyOrganisation')}
          />
        )}
        <MemberFields form={form} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <VndInput
            label={t('member.subscribed')}
            description={t('member.subscribedHint')}
            {...form.getInputProps('subscribedVnd')}
          />
          <VndInput label={t('member.contributed')} {...form.getInputProps('contributedVnd')} />
        </SimpleGrid>
      </FormShell>
    </>
  );
}
