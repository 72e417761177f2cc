import { Group, NativeSelect, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { useForm } from '@mantine/form';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { ActivityFamily, RecordedFact } from '#contexts/production/activity.ts';
import type { SeasonView, StepView } from '#contexts/production/season.wire.ts';
import { decimalSign } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { factsAsked, otherInput, type DetailKey, type LogValues } from './log-values.ts';
import { areaUnits, named, unitsOf } from './named.ts';

export type LogFormState = ReturnType<typeof useForm<LogValues>>;

interface FactFieldsProps {
  readonly season: SeasonView;
  readonly family: ActivityFamily;
  readonly step: StepView | undefined;
  readonly form: LogFormState;
}

const detailOf: Partial<Record<RecordedFact, DetailKey>> = {
  source: 'source',
  lot: 'lot',
  method: 'method',
  target: 'target',
  equipment: 'equipment',
  weather: 'weather',
  'water-source': 'waterSource',
  place: 'place',
  packaging: 'packaging',
};

/** A field for each thing the step asks to be written down, in its order. */
export function FactFields(props: FactFieldsProps) {
  const t = useWords('production');
  const { family, step, form } = props;
  return factsAsked(family, step).map((fact) => {
    const required = step?.record.includes(fact) ?? false;
    const detail = detailOf[fact];
    if (detail !== undefined)
      return (
        <TextInput
          key={fact}
          label={t(`log.${detail}`)}
          required={required}
          maxLength={300}
          {...form.getInputProps(detail)}
        />
      );
    if (fact === 'input') return <InputFields key={fact} {...props} required={required} />;
    if (fact === 'qty') return <AmountFields key={fact} form={form} required={required} />;
    if (fact === 'treated-area')
      return (
        <QuantityInput
          key={fact}
          label={t('log.treatedArea')}
          required={required}
          units={areaUnits()}
          {...form.getInputProps('treatedAreaM2')}
        />
      );
    return (
      <NumberInput
        key={fact}
        label={t('log.temperature')}
        required={required}
        decimalScale={1}
        decimalSeparator={decimalSign()}
        min={-50}
        max={100}
        {...form.getInputProps('temperature')}
      />
    );
  });
}

const baseUnits: readonly BaseUnit[] = ['g', 'ml', 'piece'];

function AmountFields({ form, required }: { form: LogFormState; required: boolean }) {
  const t = useWords('production');
  const { qtyUnit } = form.getValues();
  const label = { g: t('shell:unit.kg'), ml: t('shell:unit.litre'), piece: t('shell:unit.plant') };
  return (
    <Stack gap="xs">
      <QuantityInput
        key={qtyUnit}
        label={t('log.qty')}
        required={required}
        units={unitsOf[qtyUnit]}
        {...form.getInputProps('qty')}
      />
      <SegmentedControl
        aria-label={t('shell:form.unit')}
        data={baseUnits.map((value) => ({ value, label: label[value] }))}
        {...form.getInputProps('qtyUnit')}
        onChange={(value) => form.setValues({ qtyUnit: value as BaseUnit, qty: '' })}
      />
    </Stack>
  );
}

function InputFields({ season, family, form, required }: FactFieldsProps & { required: boolean }) {
  const t = useWords('production');
  const offered = season.inputs.filter(({ families }) => families.includes(family));
  const { input } = form.getValues();
  const chosen = offered.find(({ code }) => code === input);
  return (
    <>
      <NativeSelect
        label={t('log.input')}
        required={required}
        data={[
          { value: '', label: t('shell:notStated') },
          ...offered.map((one) => ({
            value: one.code,
            label: one.allowed ? named(one.name) : `${named(one.name)} (${t('log.verdict.banned')})`,
          })),
          { value: otherInput, label: t('log.otherInput') },
        ]}
        {...form.getInputProps('input')}
      />
      {chosen && chosen.phiDays > 0 && (
        <Text size="sm" component="div">
          {t('log.phi', { count: chosen.phiDays })} {!chosen.verified && <UnverifiedMark />}
        </Text>
      )}
      {chosen?.allowed === false && (
        <Text size="sm" c="red" fw={600} role="status">
          {chosen.why ? named(chosen.why) : t('log.verdict.banned')}
        </Text>
      )}
      {input === otherInput && (
        <Stack gap="sm">
          <TextInput label={t('log.inputName')} required maxLength={200} {...form.getInputProps('inputName')} />
          <Group grow align="flex-start">
            <TextInput label={t('log.activeIngredient')} maxLength={200} {...form.getInputProps('activeIngredient')} />
            <NumberInput
              label={t('log.phiDays')}
              min={0}
              max={365}
              allowDecimal={false}
              {...form.getInputProps('phiDays')}
            />
          </Group>
        </Stack>
      )}
    </>
  );
}
