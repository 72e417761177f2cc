import { Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { numberText, quantityText, unitText, type UnitOfTrade } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { NumberTextInput, type NumberFieldProps } from './number-text-input.tsx';

interface QuantityInputProps extends NumberFieldProps {
  /** The commodity's trade units, the usual one first. */
  readonly units: readonly [UnitOfTrade, ...UnitOfTrade[]];
}

/** Typed in the unit of trade, kept in base units. */
export function QuantityInput({ units, description, ...props }: QuantityInputProps) {
  const t = useWords('shell');
  const [code, setCode] = useState(units[0].code);
  const unit = units.find((each) => each.code === code) ?? units[0];
  const { value } = props;
  const other = units.find((each) => each !== unit);
  const isAmount = typeof value === 'number' && !Number.isNaN(value);

  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <NumberTextInput
        key={unit.code}
        flex={1}
        {...props}
        description={description ?? (isAmount && other ? `= ${quantityText(value, other)}` : undefined)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        parse={(text) => typedQty(text, unit.qty)}
        format={(qty) => numberText(qty / unit.qty, 9)}
        wrong={t('field.quantity')}
      />
      <NativeSelect
        label={t('form.unit')}
        w="8rem"
        {...(props.size !== undefined && { size: props.size })}
        value={unit.code}
        disabled={units.length === 1}
        data={units.map((each) => ({ value: each.code, label: unitText(each) }))}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </Group>
  );
}
