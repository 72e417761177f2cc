import { Textarea } from '@mantine/core';
import { languageNames, languages } from '#web/lib/language.ts';
import type { ProductForm } from './product-values.ts';

interface WordsFieldsProps {
  readonly form: ProductForm;
  readonly path: string;
  readonly label: string;
  readonly maxLength?: number;
}

/** One text in the three languages of the pages. */
export function WordsFields({ form, path, label, maxLength = 2_000 }: WordsFieldsProps) {
  return languages.map((language) => (
    <Textarea
      key={language}
      label={`${label} (${languageNames[language]})`}
      required
      autosize
      minRows={1}
      maxLength={maxLength}
      {...form.getInputProps(`${path}.${language}`)}
    />
  ));
}
