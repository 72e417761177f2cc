import { Group, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Day } from '#kernel/day.ts';
import type { CommodityId, OrganisationId, VarietyId } from '#kernel/id.ts';
import { linePeriods, type LinePeriod } from '#contexts/linkage/line.ts';
import { certificateKinds, type CertificateKind } from '#contexts/linkage/part.wire.ts';
import type { CommodityRow } from '#contexts/registry/commodity.wire.ts';
import { unitText, type UnitOfTrade } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { nameOf } from './parts.tsx';

export interface LineValues {
  from: Day | '';
  until: Day | '';
  per: LinePeriod;
  periodQty: number | '';
  limitPriceVnd: number | '';
  minimumOrderQty: number | '';
  certificates: CertificateKind[];
  quality: string;
  place: string;
}
export const blankLine: LineValues = {
  from: '',
  until: '',
  per: 'total',
  periodQty: '',
  limitPriceVnd: '',
  minimumOrderQty: '',
  certificates: [],
  quality: '',
  place: '',
};

/** Units of a commodity, the usual one first. */
export function tradeUnits(commodity: CommodityRow | undefined): [UnitOfTrade, ...UnitOfTrade[]] {
  const units = (commodity?.units ?? []).map(({ code, qty, names }) => ({ code, qty, name: nameOf(names) }));
  const usual = commodity?.units.findIndex((unit) => unit.usual) ?? -1;
  const [first, ...rest] = usual > 0 ? [units[usual]!, ...units.filter((_, at) => at !== usual)] : units;
  return first === undefined ? [{ code: commodity?.baseUnit ?? 'kg', qty: commodity ? 1 : 1_000 }] : [first, ...rest];
}

interface LineFieldsProps {
  readonly side: 'offer' | 'demand';
  readonly form: UseFormReturnType<LineValues>;
  readonly units: readonly [UnitOfTrade, ...UnitOfTrade[]];
}

/** What an offer and a demand have in common; the limit price is marked as what it is. */
export function LineFields({ side, form, units }: LineFieldsProps) {
  const t = useWords('linkage');
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <DayInput label={t('from')} required {...form.getInputProps('from')} />
        <DayInput label={t('until')} required {...form.getInputProps('until')} />
      </Group>
      <QuantityInput
        key={units[0].code}
        label={t('line.periodQty')}
        required
        units={units}
        {...form.getInputProps('periodQty')}
      />
      <Select
        label={t('line.perLabel')}
        allowDeselect={false}
        data={linePeriods.map((value) => ({ value, label: t(`line.per.${value}`) }))}
        {...form.getInputProps('per')}
      />
      <VndInput
        label={t(side === 'offer' ? 'line.floor' : 'line.ceiling')}
        description={t('line.floorText', { unit: unitText(units[0]) })}
        {...form.getInputProps('limitPriceVnd')}
      />
      {side === 'demand' && (
        <QuantityInput
          key={`minimum ${units[0].code}`}
          label={t('line.minimumOrder')}
          units={units}
          {...form.getInputProps('minimumOrderQty')}
        />
      )}
      <MultiSelect
        label={t('certificates')}
        data={certificateKinds.map((value) => ({ value, label: t(`certificate.${value}`) }))}
        {...form.getInputProps('certificates')}
      />
      <TextInput label={t('place')} maxLength={300} {...form.getInputProps('place')} />
      <Textarea label={t('line.quality')} autosize minRows={2} maxLength={2000} {...form.getInputProps('quality')} />
    </>
  );
}

export interface OwnedValues extends LineValues {
  organisation: OrganisationId | '';
  commodity: CommodityId | '';
  variety: VarietyId | '';
}

interface GoodsFieldsProps {
  readonly form: UseFormReturnType<OwnedValues>;
  readonly own: readonly { readonly id: OrganisationId; readonly name: string }[];
  readonly goods: readonly CommodityRow[];
}

/** For whom, and what. */
export function GoodsFields({ form, own, goods }: GoodsFieldsProps) {
  const t = useWords('linkage');
  const { commodity } = form.getValues();
  const chosen = goods.find(({ id }) => id === commodity);
  return (
    <>
      <Select
        label={t('organisation')}
        required
        allowDeselect={false}
        data={own.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('organisation')}
      />
      <Select
        label={t('commodity')}
        required
        searchable
        data={goods.map(({ id, names }) => ({ value: id, label: nameOf(names) }))}
        {...form.getInputProps('commodity')}
        onChange={(value) => form.setValues({ commodity: (value ?? '') as CommodityId, variety: '' })}
      />
      {(chosen?.varieties.length ?? 0) > 0 && (
        <Select
          label={t('variety')}
          clearable
          clearButtonProps={{ 'aria-label': t('shell:select.clear') }}
          placeholder={t('anyVariety')}
          data={chosen!.varieties.map(({ id, names }) => ({ value: id, label: nameOf(names) }))}
          {...form.getInputProps('variety')}
          onChange={(value) => form.setFieldValue('variety', (value ?? '') as VarietyId)}
        />
      )}
    </>
  );
}
