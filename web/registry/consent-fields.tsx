import { Fieldset, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import {
  consentTexts,
  consentWays,
  currentConsent,
  heldFields,
  type Consent,
  type ConsentWay,
} from '#contexts/registry/consent.ts';
import { today, type Day } from '#kernel/day.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';

export interface ConsentValues {
  way: ConsentWay;
  givenOn: Day | '';
  document: string;
}
export const blankConsent: ConsentValues = { way: 'paper', givenOn: '', document: '' };

/** Nothing typed is no consent: the server then says for what one is missing. */
export const consentInput = (values: ConsentValues) =>
  values.givenOn === '' && values.document === ''
    ? {}
    : {
        consent: {
          way: values.way,
          ...withoutBlanks({ givenOn: values.givenOn, document: values.document }),
        } as Consent,
      };

/** Whether something is told that no law demands. */
export const asksConsent = ({ sex, phone, hamlet }: { sex: string; phone: string; hamlet: string }): boolean =>
  heldFields({ sex, phone, hamlet }).length > 0;

interface ConsentInputsProps {
  readonly inputProps: (name: string) => GetInputPropsReturnType;
}

/** How and when the person agreed, with the words agreed to. */
export function ConsentInputs({ inputProps }: ConsentInputsProps) {
  const t = useWords('registry');
  const way = inputProps('way');
  return (
    <>
      <Text size="sm" fs="italic">
        {consentTexts[currentConsent][currentLanguage()]}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('consent.wayLabel')}
          data={consentWays.map((value) => ({ value, label: t(`consent.way.${value}`) }))}
          {...way}
        />
        <DayInput label={t('consent.givenOn')} max={today()} {...inputProps('givenOn')} />
      </SimpleGrid>
      <TextInput
        label={t('consent.document')}
        required={way.value === 'paper'}
        description={t('consent.documentHint')}
        {...inputProps('document')}
      />
    </>
  );
}

export function ConsentFieldset(props: ConsentInputsProps) {
  const t = useWords('registry');
  return (
    <Fieldset legend={t('consent.title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('consent.lead')}
        </Text>
        <ConsentInputs {...props} />
      </Stack>
    </Fieldset>
  );
}
