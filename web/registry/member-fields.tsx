import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { standings, type Standing } from '#contexts/registry/member.ts';
import { sexes } from '#contexts/registry/member.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';

/** What the forms of a member hold on the screen; blank is ''. */
export interface MemberValues {
  name: string;
  standing: Standing;
  sex: '' | 'female' | 'male';
  birthYear: string;
  phone: string;
  nationalId: string;
  hamlet: string;
  joinedOn: Day | '';
  foreignInvestor: boolean;
}

/** The year as the number it is; what is no number is left for the schema to refuse. */
export const yearOf = (text: string): number | '' => (text.trim() === '' ? '' : Number(text));

export function MemberFields({
  form,
  nationalIdHint,
}: {
  form: Pick<UseFormReturnType<MemberValues>, 'getInputProps'>;
  nationalIdHint?: string;
}) {
  const t = useWords('registry');
  return (
    <>
      <TextInput
        label={t('member.name')}
        description={t('member.representativeHint')}
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
        <NativeSelect
          label={t('member.sexLabel')}
          data={[
            { value: '', label: t('shell:notStated') },
            ...sexes.map((value) => ({ value, label: t(`member.sex.${value}`) })),
          ]}
          {...form.getInputProps('sex')}
        />
        <TextInput
          label={t('member.birthYear')}
          inputMode="numeric"
          maxLength={4}
          {...form.getInputProps('birthYear')}
        />
        <TextInput label={t('member.phone')} type="tel" {...form.getInputProps('phone')} />
        <TextInput label={t('member.hamlet')} {...form.getInputProps('hamlet')} />
        <TextInput
          label={t('member.nationalId')}
          description={nationalIdHint ?? t('member.nationalIdHint')}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('nationalId')}
        />
      </SimpleGrid>
      <Checkbox
        label={t('member.foreignInvestor')}
        description={t('member.foreignInvestorHint')}
        {...form.getInputProps('foreignInvestor', { type: 'checkbox' })}
      />
    </>
  );
}
