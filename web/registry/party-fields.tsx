import { Fieldset, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { today, type Day } from '#kernel/day.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';

export interface RepresentativeValues {
  name: string;
  relation: string;
  phone: string;
}
export const blankRepresentative: RepresentativeValues = { name: '', relation: '', phone: '' };

export interface GuardianValues extends RepresentativeValues {
  document: string;
  consentedOn: Day | '';
}
export const blankGuardian: GuardianValues = { ...blankRepresentative, document: '', consentedOn: '' };

/** Where the fields stand in the form: '' or 'guardian.'. */
interface FieldsProps {
  readonly inputProps: (name: string) => GetInputPropsReturnType;
}

export function RepresentativeInputs({ inputProps }: FieldsProps) {
  const t = useWords('registry');
  return (
    <>
      <TextInput label={t('party.representativeName')} required {...inputProps('name')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('party.relation')} {...inputProps('relation')} />
        <TextInput label={t('party.phone')} type="tel" {...inputProps('phone')} />
      </SimpleGrid>
    </>
  );
}

export function GuardianInputs({ inputProps }: FieldsProps) {
  const t = useWords('registry');
  return (
    <>
      <TextInput label={t('party.guardianName')} required {...inputProps('name')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('party.guardianRelation')} required {...inputProps('relation')} />
        <TextInput label={t('party.phone')} type="tel" required {...inputProps('phone')} />
        <TextInput label={t('party.document')} required {...inputProps('document')} />
        <DayInput label={t('party.consentedOn')} required max={today()} {...inputProps('consentedOn')} />
      </SimpleGrid>
    </>
  );
}

export function RepresentativeFieldset(props: FieldsProps) {
  const t = useWords('registry');
  return (
    <Fieldset legend={t('party.representative')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('party.representativeLead')}
        </Text>
        <RepresentativeInputs {...props} />
      </Stack>
    </Fieldset>
  );
}

export function GuardianFieldset(props: FieldsProps) {
  const t = useWords('registry');
  return (
    <Fieldset legend={t('party.guardian')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('party.guardianLead')}
        </Text>
        <GuardianInputs {...props} />
      </Stack>
    </Fieldset>
  );
}
