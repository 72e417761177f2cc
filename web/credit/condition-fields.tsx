import { Button, Checkbox, Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { conditionFacts } from '#contexts/credit/product.ts';
import type { Condition } from '#contexts/credit/product.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { blankCondition, type ProductForm } from './product-values.ts';
import { WordsFields } from './words-fields.tsx';

/** As many as the method takes. */
const mostConditions = 40;

/** Any number of conditions; a product has at least one. */
export function ConditionFields({ form }: { form: ProductForm }) {
  const t = useWords('credit');
  const { conditions } = form.values;
  return (
    <>
      {conditions.map((condition, index) => (
        <Fieldset key={index} legend={t('condition.title', { number: index + 1 })}>
          <Stack>
            <TestFields form={form} index={index} condition={condition} />
            <WordsFields form={form} path={`conditions.${index}.text`} label={t('condition.text')} />
            <WordsFields form={form} path={`conditions.${index}.remedy`} label={t('condition.remedy')} />
            <LawFields form={form} index={index} />
            {conditions.length > 1 && (
              <Button
                variant="subtle"
                color="red"
                w="fit-content"
                onClick={() => form.removeListItem('conditions', index)}
              >
                {t('condition.remove', { number: index + 1 })}
              </Button>
            )}
          </Stack>
        </Fieldset>
      ))}
      {conditions.length < mostConditions && (
        <Button variant="default" w="fit-content" onClick={() => form.insertListItem('conditions', blankCondition())}>
          {t('condition.add')}
        </Button>
      )}
    </>
  );
}

interface OneProps {
  readonly form: ProductForm;
  readonly index: number;
}

/** What is looked at, and what it must be. */
function TestFields({ form, index, condition }: OneProps & { condition: Condition }) {
  const t = useWords('credit');
  const s = useWords('support');
  const facts = [...new Set([...conditionFacts, condition.fact])];
  const at = (field: string) => form.getInputProps(`conditions.${index}.${field}`);
  return (
    <>
      <TextInput
        label={t('condition.code')}
        description={t('condition.codeHelp')}
        required
        maxLength={60}
        {...at('code')}
      />
      <NativeSelect
        label={t('condition.fact')}
        required
        data={facts.map((value) => ({ value, label: s(`fact.${value}`) }))}
        {...at('fact')}
      />
      <TextInput
        label={t('condition.test')}
        description={t('condition.testHelp')}
        required
        maxLength={500}
        spellCheck={false}
        {...at('test')}
      />
      <Checkbox
        label={t('condition.binding')}
        {...form.getInputProps(`conditions.${index}.binding`, { type: 'checkbox' })}
      />
    </>
  );
}

/** Where it stands, and whether somebody has read it there. */
function LawFields({ form, index }: OneProps) {
  const t = useWords('credit');
  const at = (field: string) => form.getInputProps(`conditions.${index}.${field}`);
  return (
    <>
      <TextInput
        label={t('condition.law')}
        description={t('condition.lawHelp')}
        required
        maxLength={300}
        {...at('law')}
      />
      <TextInput label={t('condition.article')} required maxLength={200} {...at('article')} />
      <TextInput label={t('product.source')} required maxLength={500} {...at('source')} />
      <Checkbox
        label={t('condition.verified')}
        {...form.getInputProps(`conditions.${index}.verified`, { type: 'checkbox' })}
      />
    </>
  );
}
