import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { parties, type Party } from '#contexts/registry/party.ts';
import { recordMember } from '#contexts/registry/member.wire.ts';
import { getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { today } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { asksConsent, blankConsent, ConsentFieldset, consentInput, type ConsentValues } from './consent-fields.tsx';
import { looksUnderAge, MemberFields, yearOf, type MemberValues } from './member-fields.tsx';
import { blankGuardian, blankRepresentative, GuardianFieldset, RepresentativeFieldset } from './party-fields.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getOrganisation, { organisation: param('id') });

const blank: MemberValues = {
  name: '',
  standing: 'official-both',
  sex: '',
  birthYear: '',
  birthDay: '',
  phone: '',
  nationalId: '',
  hamlet: '',
  joinedOn: '',
  foreignInvestor: false,
};

interface Values extends MemberValues {
  readonly party: Party;
  readonly partyOrganisation: string;
  readonly representative: typeof blankRepresentative;
  readonly guardian: typeof blankGuardian;
  readonly consent: ConsentValues;
}

/** An organisation of the register says itself who stands for it. */
const needsRepresentative = ({ party, partyOrganisation }: Pick<Values, 'party' | 'partyOrganisation'>): boolean =>
  party === 'household' || (party === 'group' && partyOrganisation === '');

/** Only what fits who the member is: what was typed before another kind was chosen stays behind. */
function inputOf({ representative, guardian, consent, ...values }: Values): InputOf<typeof recordMember> {
  const isPerson = values.party === 'person';
  const { sex, birthYear, birthDay, nationalId, partyOrganisation, ...others } = values;
  return withoutBlanks({
    ...others,
    ...(isPerson && { sex, birthYear: yearOf(birthYear), birthDay, nationalId }),
    ...((values.party === 'group' || values.party === 'legal-person') && { partyOrganisation }),
    ...(needsRepresentative(values) && { representative: withoutBlanks(representative) }),
    ...(asksConsent(toldBy(values)) && consentInput(consent)),
    ...(isPerson && looksUnderAge(values) && { guardian: withoutBlanks(guardian) }),
  }) as never;
}

/** Sex is a person's alone. */
const toldBy = ({ party, sex, phone, hamlet }: Pick<Values, 'party' | 'sex' | 'phone' | 'hamlet'>) => ({
  sex: party === 'person' ? sex : '',
  phone,
  hamlet,
});

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
      representative: blankRepresentative,
      guardian: blankGuardian,
      consent: blankConsent,
    },
  });
  const back = () => void navigate(registryPaths.members(id));
  const values = form.getValues();
  const { party } = values;
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
        toInput={inputOf}
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
        {needsRepresentative(values) && (
          <RepresentativeFieldset inputProps={(name) => form.getInputProps(`representative.${name}`)} />
        )}
        <MemberFields form={form} party={party} />
        {asksConsent(toldBy(values)) && (
          <ConsentFieldset inputProps={(name) => form.getInputProps(`consent.${name}`)} />
        )}
        {party === 'person' && looksUnderAge(values) && (
          <GuardianFieldset inputProps={(name) => form.getInputProps(`guardian.${name}`)} />
        )}
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
