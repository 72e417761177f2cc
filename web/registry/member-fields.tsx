import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { standings, type Standing } from '#contexts/registry/member.ts';
import { sexes } from '#contexts/registry/member.wire.ts';
import { isUnder, type Party } from '#contexts/registry/party.ts';
import { today, type Day } from '#kernel/day.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';

/** What the forms of a member hold on the screen; blank is ''. */
export interface MemberValues {
  name: string;
  standing: Standing;
  sex: '' | 'female' | 'male';
  birthYear: string;
  birthDay: Day | '';
  phone: string;
  nationalId: string;
  hamlet: string;
  joinedOn: Day | '';
  foreignInvestor: boolean;
}

/** The year as the number it is; what is no number is left for the schema to refuse. */
export const yearOf = (text: string): number | '' => (text.trim() === '' ? '' : Number(text));

/** Under age on the day of joining, as typed so far: then a guardian is asked for. The server decides by the law of the day. */
export function looksUnderAge({ birthYear, birthDay, joinedOn }: MemberValues): boolean {
  const birth = { birthYear: Number(birthYear) || null, birthDay: birthDay || null };
  return isUnder(birth, joinedOn || today(), 18) === true;
}

const nameLabels = {
  person: 'member.name',
  household: 'party.householdName',
  group: 'party.groupName',
  'legal-person': 'party.legalName',
} as const;

interface MemberFieldsProps {
  readonly form: Pick<UseFormReturnType<MemberValues>, 'getInputProps'>;
  readonly party: Party;
  readonly nationalIdHint?: string;
}

/** The fields that fit who the member is: sex, birth and national id are a person's. */
export function MemberFields({ form, party, nationalIdHint }: MemberFieldsProps) {
  const t = useWords('registry');
  return (
    <>
      <TextInput
        label={t(nameLabels[party])}
        {...(party === 'household' && { description: t('member.representativeHint') })}
        required
        {...form.getInputProps('name')}
      />
      <NativeSelect
        label={t('member.standingLabel')}
        required
        data={standings.map((value) => ({ value, label: t(`member.standing.${value}`) }))}
        {...form.getInputProps('standing')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayInput label={t('member.joinedOn')} required max={today()} {...form.getInputProps('joinedOn')} />
        <TextInput label={t('member.phone')} type="tel" {...form.getInputProps('phone')} />
        <TextInput label={t('member.hamlet')} {...form.getInputProps('hamlet')} />
        {party === 'person' && <PersonFields form={form} {...(nationalIdHint !== undefined && { nationalIdHint })} />}
      </SimpleGrid>
      <Checkbox
        label={t('member.foreignInvestor')}
        description={t('member.foreignInvestorHint')}
        {...form.getInputProps('foreignInvestor', { type: 'checkbox' })}
      />
    </>
  );
}

function PersonFields({ form, nationalIdHint }: Omit<MemberFieldsProps, 'party'>) {
  const t = useWords('registry');
  return (
    <>
      <NativeSelect
        label={t('member.sexLabel')}
        data={[
          { value: '', label: t('shell:notStated') },
          ...sexes.map((value) => ({ value, label: t(`member.sex.${value}`) })),
        ]}
        {...form.getInputProps('sex')}
      />
      <TextInput label={t('member.birthYear')} inputMode="numeric" maxLength={4} {...form.getInputProps('birthYear')} />
      <DayInput
        label={t('member.birthDay')}
        description={t('member.birthDayHint')}
        max={today()}
        {...form.getInputProps('birthDay')}
      />
      <TextInput
        label={t('member.nationalId')}
        description={nationalIdHint ?? t('member.nationalIdHint')}
        inputMode="numeric"
        autoComplete="off"
        {...form.getInputProps('nationalId')}
      />
    </>
  );
}
