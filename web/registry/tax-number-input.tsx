import { Text, TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fitsCheckDigit, taxNumberDigits } from '#kernel/tax-number.ts';

/** A number of the full length whose check digit does not fit is remarked on while it is typed, and taken. */
export function TaxNumberInput({ description, ...props }: Omit<TextInputProps, 'label' | 'inputMode'>) {
  const { t } = useTranslation('registry');
  const typed = taxNumberDigits(String(props.value ?? ''));
  const isOtherwise = /^(\d{10}|\d{13})$/.test(typed) && !fitsCheckDigit(typed);
  const remark = (
    <Text component="span" inherit c="var(--mantine-color-clay-light-color)" role="status">
      {t('organisation.taxNumberOtherwise')}
    </Text>
  );
  return (
    <TextInput
      label={t('organisation.taxNumber')}
      inputMode="numeric"
      description={isOtherwise ? remark : description}
      {...props}
    />
  );
}
