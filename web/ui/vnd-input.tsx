import { vndText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { typedQty } from '#web/lib/typed-number.ts';
import { NumberTextInput, type NumberFieldProps } from './number-text-input.tsx';

/** Whole đồng. */
export function VndInput(props: NumberFieldProps) {
  const t = useWords('shell');
  return (
    <NumberTextInput
      inputMode="numeric"
      rightSection={<span aria-hidden>{vndText(0).replace(/^0\s*/, '')}</span>}
      rightSectionWidth={52}
      {...props}
      parse={(text) => typedQty(text, 1)}
      format={(value) => numberText(value)}
      wrong={t('field.money')}
    />
  );
}
