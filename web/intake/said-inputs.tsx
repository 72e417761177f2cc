import { Fieldset, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { BatchKind } from '#contexts/intake/field.ts';
import { asksConsent } from '#contexts/intake/said.ts';
import type { recordMapping } from '#contexts/intake/batch.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import type { InputOf } from '#kernel/method.ts';
import { useWords } from '#web/lib/i18n.ts';
import { blankConsent, consentInput, ConsentInputs, type ConsentValues } from '#web/registry/consent-fields.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import type { Batch } from './batch.page.tsx';

interface PaperValues {
  number: string;
  on: Day | '';
  issuer: string;
}
interface SaidValues extends PaperValues {
  isConsented: '' | 'no' | 'yes';
  consent: ConsentValues;
  changedOn: Day | '';
  legalBasis: string;
}
type SaidForm = UseFormReturnType<SaidValues>;

const changeOf = (change: Batch['said']['change']): Pick<SaidValues, 'changedOn' | 'legalBasis'> & PaperValues =>
  change === undefined
    ? { changedOn: '', number: '', on: '', issuer: '', legalBasis: '' }
    : { changedOn: change.onDay, legalBasis: change.legalBasis ?? '', ...change.document };

const isConsented = ({ said, kind, lacksConsent }: Batch): SaidValues['isConsented'] => {
  if (said.consent !== undefined) return 'yes';
  return kind === 'members' && lacksConsent ? 'no' : '';
};

const valuesOf = (batch: Batch): SaidValues => ({
  isConsented: isConsented(batch),
  consent: { ...blankConsent, ...batch.said.consent },
  ...changeOf(batch.said.change),
});

export const useSaid = (batch: Batch): SaidForm => useForm<SaidValues>({ initialValues: valuesOf(batch) });

/** What of it is sent; a paper half told is sent as it stands, so that the server says what it lacks. */
export function saidInput(kind: BatchKind, values: SaidValues): Pick<InputOf<typeof recordMapping>, 'said'> {
  const { isConsented, consent, changedOn, number, on, issuer, legalBasis } = values;
  if (kind === 'members') return { said: isConsented === 'yes' ? consentInput(consent) : {} };
  if (kind === 'accounts' || [changedOn, number, on, issuer].every((one) => one === '')) return {};
  return {
    said: {
      change: {
        onDay: changedOn,
        document: { number, on, issuer },
        ...withoutBlanks({ legalBasis }),
      },
    },
  };
}

interface SaidInputsProps {
  readonly kind: BatchKind;
  readonly columns: readonly { readonly field: string | null }[];
  readonly form: SaidForm;
}

/** What a form would ask for each: said once for the whole sheet, and of this sheet only. */
export function SaidInputs({ kind, columns, form }: SaidInputsProps) {
  if (asksConsent(kind, columns)) return <ConsentSaid form={form} />;
  return kind === 'organisations' ? <ChangeSaid form={form} /> : null;
}

function ConsentSaid({ form }: { form: SaidForm }) {
  const t = useWords('intake');
  return (
    <Fieldset legend={t('said.consent')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('said.consentLead')}
        </Text>
        <Radio.Group label={t('said.consentAsk')} {...form.getInputProps('isConsented')}>
          <Stack gap="xs" mt={6}>
            <Radio value="no" label={t('said.consentNo')} />
            <Radio value="yes" label={t('said.consentYes')} />
          </Stack>
        </Radio.Group>
        {form.values.isConsented === 'yes' && (
          <ConsentInputs inputProps={(name) => form.getInputProps(`consent.${name}`)} />
        )}
      </Stack>
    </Fieldset>
  );
}

function ChangeSaid({ form }: { form: SaidForm }) {
  const t = useWords('intake');
  const words = useWords('registry');
  return (
    <Fieldset legend={t('said.change')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('said.changeLead')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayInput label={words('organisation.effectiveOn')} max={today()} {...form.getInputProps('changedOn')} />
        <TextInput label={words('organisation.documentNumber')} {...form.getInputProps('number')} />
        <DayInput label={words('organisation.documentOn')} max={today()} {...form.getInputProps('on')} />
        <TextInput label={words('organisation.documentIssuer')} {...form.getInputProps('issuer')} />
        <TextInput label={words('act.legalBasis')} {...form.getInputProps('legalBasis')} />
      </SimpleGrid>
    </Fieldset>
  );
}
