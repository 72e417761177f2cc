import { Checkbox, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { OrganisationId } from '#kernel/id.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DaysInput, PercentInput } from '#web/linkage/percent-input.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import { ConditionFields } from './condition-fields.tsx';
import type { ProductForm } from './product-values.ts';
import { WordsFields } from './words-fields.tsx';

function NameFields({ form }: { form: ProductForm }) {
  const t = useWords('credit');
  return (
    <Fieldset legend={t('product.wordsGroup')}>
      <Stack>
        <WordsFields form={form} path="name" label={t('product.nameOf')} maxLength={200} />
        <WordsFields form={form} path="purpose" label={t('product.purpose')} />
      </Stack>
    </Fieldset>
  );
}

function TermsFields({ form }: { form: ProductForm }) {
  const t = useWords('credit');
  return (
    <Fieldset legend={t('product.termsGroup')}>
      <Stack>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <VndInput label={t('product.leastVnd')} required {...form.getInputProps('leastVnd')} />
          <VndInput label={t('product.mostVnd')} required {...form.getInputProps('mostVnd')} />
        </Group>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <DaysInput label={t('product.leastMonths')} required {...form.getInputProps('leastMonths')} />
          <DaysInput label={t('product.mostMonths')} required {...form.getInputProps('mostMonths')} />
        </Group>
        <PercentInput label={t('desk.rate')} required {...form.getInputProps('rateBp')} />
        <Checkbox label={t('product.secured')} {...form.getInputProps('secured', { type: 'checkbox' })} />
        <TextInput
          label={t('product.source')}
          description={t('product.sourceHelp')}
          required
          maxLength={500}
          {...form.getInputProps('source')}
        />
        <Checkbox label={t('product.verified')} {...form.getInputProps('verified', { type: 'checkbox' })} />
      </Stack>
    </Fieldset>
  );
}

interface Banks {
  readonly form: ProductForm;
  /** Given for a new product; of one that is there, bank and code stay. */
  readonly banks: readonly { readonly id: OrganisationId; readonly name: string }[];
}

function BankFields({ form, banks }: Banks) {
  const t = useWords('credit');
  return (
    <>
      {banks.length > 1 && (
        <NativeSelect
          label={t('product.bank')}
          required
          data={banks.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('bank')}
        />
      )}
      <TextInput
        label={t('product.code')}
        description={t('product.codeHelp')}
        required
        maxLength={30}
        {...form.getInputProps('code')}
        onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase())}
      />
    </>
  );
}

export function ProductFields({ form, banks = [] }: { form: ProductForm; banks?: Banks['banks'] }) {
  const t = useWords('credit');
  return (
    <>
      {banks.length > 0 && <BankFields form={form} banks={banks} />}
      <NameFields form={form} />
      <TermsFields form={form} />
      <Text c="dimmed" size="sm">
        {t('condition.lead')}
      </Text>
      <ConditionFields form={form} />
    </>
  );
}
