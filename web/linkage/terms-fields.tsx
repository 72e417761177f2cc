import { Fieldset, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Day } from '#kernel/day.ts';
import { onSilences } from '#contexts/linkage/contract.ts';
import { marketReadings, priceKinds } from '#contexts/linkage/price.ts';
import { disputeForums, weighers, type Terms } from '#contexts/linkage/terms.ts';
import { unitText, type UnitOfTrade } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { DaysInput, PercentInput } from './percent-input.tsx';

type Typed = number | '';

/** The terms as the form holds them: what is not typed yet is blank. */
export interface TermsValues extends Omit<
  Terms,
  | 'committedQty'
  | 'toleranceBp'
  | 'from'
  | 'until'
  | 'priceVnd'
  | 'marketReading'
  | 'paymentDueDays'
  | 'depositVnd'
  | 'penaltyBp'
  | 'disputeWindowDays'
  | 'vatBp'
> {
  committedQty: Typed;
  toleranceBp: Typed;
  from: Day | '';
  until: Day | '';
  priceVnd: Typed;
  marketReading: NonNullable<Terms['marketReading']>;
  paymentDueDays: Typed;
  depositVnd: Typed;
  penaltyBp: Typed;
  disputeWindowDays: Typed;
  vatBp: Typed;
  note: string;
}

export const usualTerms = (from: Day, until: Day): TermsValues => ({
  committedQty: '',
  toleranceBp: 500,
  from,
  until,
  deliveryPlace: '',
  weighedBy: 'both',
  grade: '',
  quality: '',
  priceKind: 'fixed',
  priceVnd: '',
  marketSource: '',
  marketReading: 'delivery-day',
  paymentDueDays: 15,
  depositVnd: '',
  penaltyBp: '',
  disputeWindowDays: 3,
  onSilence: 'confirmed',
  forceMajeure: word('linkage:terms.forceMajeureDefault'),
  disputeForum: 'negotiation-court',
  vatBp: '',
  note: '',
});

export const typedTerms = (terms: Terms): TermsValues => ({
  ...terms,
  marketReading: terms.marketReading ?? 'delivery-day',
  depositVnd: terms.depositVnd ?? '',
  vatBp: terms.vatBp ?? '',
  note: '',
});

const orNull = (typed: Typed): number | null => (typed === '' ? null : typed);
const given = (typed: Typed): number | undefined => (typed === '' ? undefined : typed);

/** What the method takes; numbers still blank are left out, so that its check names them. */
export function termsInput({ note, ...values }: TermsValues): { terms: Terms; note: string } {
  const market = values.priceKind === 'floor-market';
  const terms = {
    ...values,
    committedQty: given(values.committedQty),
    toleranceBp: given(values.toleranceBp),
    from: values.from || undefined,
    until: values.until || undefined,
    priceVnd: given(values.priceVnd),
    marketSource: market ? values.marketSource : '',
    marketReading: market ? values.marketReading : null,
    paymentDueDays: given(values.paymentDueDays),
    depositVnd: orNull(values.depositVnd),
    penaltyBp: given(values.penaltyBp),
    disputeWindowDays: given(values.disputeWindowDays),
    vatBp: orNull(values.vatBp),
  };
  return { terms: terms as Terms, note };
}

/** 'terms.priceVnd' of the input is 'priceVnd' in the form. */
export const termsFieldNames = Object.fromEntries(
  [
    'committedQty',
    'toleranceBp',
    'from',
    'until',
    'deliveryPlace',
    'weighedBy',
    'grade',
    'quality',
    'priceKind',
    'priceVnd',
    'marketSource',
    'marketReading',
    'paymentDueDays',
    'depositVnd',
    'penaltyBp',
    'disputeWindowDays',
    'onSilence',
    'forceMajeure',
    'disputeForum',
    'vatBp',
  ].map((field) => [`terms.${field}`, field]),
);

interface FieldsProps {
  readonly form: UseFormReturnType<TermsValues>;
}

function DeliveryTerms({ form, units }: FieldsProps & { units: readonly [UnitOfTrade, ...UnitOfTrade[]] }) {
  const t = useWords('linkage');
  return (
    <Fieldset legend={t('terms.deliveryGroup')}>
      <Stack>
        <QuantityInput label={t('terms.committedQty')} required units={units} {...form.getInputProps('committedQty')} />
        <PercentInput label={t('terms.toleranceBp')} required {...form.getInputProps('toleranceBp')} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <DayInput label={t('terms.from')} required {...form.getInputProps('from')} />
          <DayInput label={t('terms.until')} required {...form.getInputProps('until')} />
        </Group>
        <TextInput label={t('terms.deliveryPlace')} required maxLength={300} {...form.getInputProps('deliveryPlace')} />
        <Select
          label={t('terms.weighedBy')}
          allowDeselect={false}
          data={weighers.map((value) => ({ value, label: t(`terms.weigher.${value}`) }))}
          {...form.getInputProps('weighedBy')}
        />
        <TextInput label={t('terms.grade')} maxLength={200} {...form.getInputProps('grade')} />
        <Textarea label={t('terms.quality')} autosize minRows={2} maxLength={4000} {...form.getInputProps('quality')} />
      </Stack>
    </Fieldset>
  );
}

function PriceTerms({ form, unit }: FieldsProps & { unit: UnitOfTrade }) {
  const t = useWords('linkage');
  const market = form.values.priceKind === 'floor-market';
  return (
    <Fieldset legend={t('terms.priceGroup')}>
      <Stack>
        <Select
          label={t('terms.priceKind')}
          allowDeselect={false}
          data={priceKinds.map((value) => ({ value, label: t(`terms.kind.${value}`) }))}
          {...form.getInputProps('priceKind')}
        />
        <VndInput
          label={t('terms.priceVnd')}
          description={t('terms.priceText', { unit: unitText(unit) })}
          required
          {...form.getInputProps('priceVnd')}
        />
        {market && (
          <>
            <TextInput
              label={t('terms.marketSource')}
              required
              maxLength={300}
              {...form.getInputProps('marketSource')}
            />
            <Select
              label={t('terms.marketReading')}
              allowDeselect={false}
              data={marketReadings.map((value) => ({ value, label: t(`terms.reading.${value}`) }))}
              {...form.getInputProps('marketReading')}
            />
          </>
        )}
        <DaysInput label={t('terms.paymentDueDays')} required {...form.getInputProps('paymentDueDays')} />
        <VndInput label={t('terms.depositVnd')} {...form.getInputProps('depositVnd')} />
        <PercentInput label={t('terms.vatBp')} description={t('terms.vatText')} {...form.getInputProps('vatBp')} />
      </Stack>
    </Fieldset>
  );
}

function RiskTerms({ form }: FieldsProps) {
  const t = useWords('linkage');
  return (
    <Fieldset legend={t('terms.riskGroup')}>
      <Stack>
        <DaysInput label={t('terms.disputeWindowDays')} required {...form.getInputProps('disputeWindowDays')} />
        <Select
          label={t('terms.onSilence')}
          allowDeselect={false}
          data={onSilences.map((value) => ({ value, label: t(`terms.silence.${value}`) }))}
          {...form.getInputProps('onSilence')}
        />
        <PercentInput label={t('terms.penaltyBp')} required {...form.getInputProps('penaltyBp')} />
        <Textarea
          label={t('terms.forceMajeure')}
          autosize
          minRows={2}
          maxLength={4000}
          {...form.getInputProps('forceMajeure')}
        />
        <Select
          label={t('terms.disputeForum')}
          allowDeselect={false}
          data={disputeForums.map((value) => ({ value, label: t(`terms.forum.${value}`) }))}
          {...form.getInputProps('disputeForum')}
        />
      </Stack>
    </Fieldset>
  );
}

export function TermsFields(props: FieldsProps & { units: readonly [UnitOfTrade, ...UnitOfTrade[]] }) {
  const t = useWords('linkage');
  return (
    <>
      <DeliveryTerms {...props} />
      <PriceTerms form={props.form} unit={props.units[0]} />
      <RiskTerms form={props.form} />
      <TextInput label={t('terms.note')} maxLength={500} {...props.form.getInputProps('note')} />
    </>
  );
}
