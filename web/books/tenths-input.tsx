import { typedQty } from '#web/lib/typed-number.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { NumberTextInput, type NumberFieldProps } from '#web/ui/number-text-input.tsx';

/** A number with one decimal place, held in tenths: 12,5 days are 125. */
export function QuantityTenths(props: NumberFieldProps) {
  const t = useWords('shell');
  return (
    <NumberTextInput
      inputMode="decimal"
      {...props}
      parse={(text) => typedQty(text, 10)}
      format={(value) => numberText(value / 10, 1)}
      wrong={t('field.quantity')}
    />
  );
}
