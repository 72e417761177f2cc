import { Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { today, type Day } from '#kernel/day.ts';
import { quantityText, type UnitOfTrade } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';

export interface WeightValues {
  grossQty: number | '';
  tareQty: number | '';
}
export interface LoadValues extends WeightValues {
  deliveredOn: Day | '';
  place: string;
  vehicle: string;
}

type Units = readonly [UnitOfTrade, ...UnitOfTrade[]];

/** Gross and tare as they are read from the scale; the net weight follows at once. */
export function WeightFields({ form, units }: { form: UseFormReturnType<WeightValues>; units: Units }) {
  const t = useWords('linkage');
  const { grossQty, tareQty } = form.values;
  const net = typeof grossQty === 'number' ? grossQty - (tareQty === '' ? 0 : tareQty) : Number.NaN;
  return (
    <>
      <QuantityInput label={t('delivery.gross')} required size="lg" units={units} {...form.getInputProps('grossQty')} />
      <QuantityInput label={t('delivery.tare')} required size="lg" units={units} {...form.getInputProps('tareQty')} />
      <Text size="xl" fw={700} aria-live="polite">
        {Number.isFinite(net) ? t('delivery.netIs', { qty: quantityText(net, units[0]) }) : '\u00a0'}
      </Text>
    </>
  );
}

export function LoadFields({ form, units }: { form: UseFormReturnType<LoadValues>; units: Units }) {
  const t = useWords('linkage');
  return (
    <>
      <DayInput label={t('delivery.deliveredOn')} required max={today()} {...form.getInputProps('deliveredOn')} />
      <WeightFields form={form} units={units} />
      <TextInput label={t('place')} maxLength={300} {...form.getInputProps('place')} />
      <TextInput label={t('delivery.vehicle')} maxLength={200} {...form.getInputProps('vehicle')} />
    </>
  );
}
