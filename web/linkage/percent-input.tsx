import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { NumberTextInput, type NumberFieldProps } from '#web/ui/number-text-input.tsx';

/** Typed in per cent, kept in basis points (1 % = 100). */
export function PercentInput(props: NumberFieldProps) {
  const t = useWords('shell');
  return (
    <NumberTextInput
      rightSection={<span aria-hidden>%</span>}
      {...props}
      parse={(text) => typedQty(text, 100)}
      format={(basisPoints) => numberText(basisPoints / 100, 2)}
      wrong={t('field.quantity')}
    />
  );
}

/** A whole number of days. */
export function DaysInput(props: NumberFieldProps) {
  const t = useWords('shell');
  return (
    <NumberTextInput
      inputMode="numeric"
      {...props}
      parse={(text) => typedQty(text, 1)}
      format={(days) => numberText(days)}
      wrong={t('field.quantity')}
    />
  );
}
