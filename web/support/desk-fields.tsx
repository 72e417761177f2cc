import { Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { JudgedClause } from '#kernel/fact.ts';
import { useWords } from '#web/lib/i18n.ts';
import { said } from './said.ts';

export interface DeskValues {
  choice: string;
  remarks: string;
  clauses: string[];
}

interface DeskFieldsProps<Values extends DeskValues> {
  readonly form: UseFormReturnType<Values>;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly clauses: readonly JudgedClause[];
  /** The field of the method's input the choice stands for. */
  readonly name: string;
}

/** What both levels fill in: a conclusion, remarks, and the clauses it rests on. */
export function DeskFields<Values extends DeskValues>({ form, options, clauses, name }: DeskFieldsProps<Values>) {
  const t = useWords('support');
  return (
    <>
      <Radio.Group label={t('desk.choose')} required name={name} {...form.getInputProps('choice')}>
        <Stack gap="xs" mt="xs">
          {options.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('desk.remarks')}
        description={t('desk.remarksHint')}
        autosize
        minRows={3}
        maxLength={4_000}
        {...form.getInputProps('remarks')}
      />
      <Checkbox.Group label={t('desk.clauses')} {...form.getInputProps('clauses')}>
        <Stack gap="xs" mt="xs">
          {clauses
            .filter(({ outcome }) => outcome !== 'yes')
            .map((clause) => (
              <Checkbox key={clause.code} value={clause.code} label={said(clause.text)} />
            ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
