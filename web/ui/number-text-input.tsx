import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

export interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'type'> {
  /** '' while nothing is given; NaN while what is typed is no amount, so that the form refuses it. */
  readonly value?: number | '';
  readonly onChange?: (value: number | '') => void;
}

interface NumberTextInputProps extends NumberFieldProps {
  readonly parse: (text: string) => number | undefined;
  readonly format: (value: number) => string;
  /** What to say when the text is no amount. */
  readonly wrong: string;
}

/** A number typed as text in the signs of the language, kept as the exact integer it means. */
export function NumberTextInput({ value = '', onChange, parse, format, wrong, ...input }: NumberTextInputProps) {
  const shown = value === '' || Number.isNaN(value) ? '' : format(value);
  const [typing, setTyping] = useState<string>();
  const isWrong = typing === undefined && Number.isNaN(value);
  const [kept, setKept] = useState('');

  const take = (text: string): void => {
    setTyping(text);
    setKept(text);
    onChange?.(text.trim() === '' ? '' : (parse(text) ?? Number.NaN));
  };
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...input}
      error={isWrong ? wrong : input.error}
      value={typing ?? (Number.isNaN(value) ? kept : shown)}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={(event) => {
        setTyping(undefined);
        input.onBlur?.(event);
      }}
    />
  );
}
