import { Fieldset, NativeSelect, Text, TextInput } from '@mantine/core';
import { fieldsOf, type BatchKind } from '#contexts/intake/field.ts';
import { useWords } from '#web/lib/i18n.ts';
import { fieldText, valueText } from './field-text.ts';

/** What may be chosen; the server reads it as it reads a cell. */
const choices: Readonly<Record<string, readonly string[]>> = {
  standing: ['official-use', 'official-labour', 'official-both', 'associate-capital', 'associate'],
  party: ['person', 'household'],
  kind: ['cooperative', 'cooperative-group', 'union', 'farm', 'enterprise', 'household-business'],
};

interface ForAllInputsProps {
  readonly kind: BatchKind;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Record<string, string>) => void;
}

/** Said once for all rows that do not say it. */
export function ForAllInputs({ kind, values, onChange }: ForAllInputsProps) {
  const t = useWords('intake');
  const fields = fieldsOf[kind].filter(({ forAll }) => forAll);
  const put = (key: string, value: string): void => onChange({ ...values, [key]: value });
  return (
    <Fieldset legend={t('columns.forAll')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('columns.forAllLead')}
      </Text>
      <div
        style={{
          display: 'grid',
          gap: '0.75rem',
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(16rem, 100%), 1fr))',
        }}
      >
        {fields.map(({ key }) =>
          choices[key] === undefined ? (
            <TextInput
              key={key}
              label={fieldText(key)}
              value={values[key] ?? ''}
              placeholder={key === 'joinedOn' ? '31/12/2025' : ''}
              onChange={(event) => put(key, event.currentTarget.value)}
            />
          ) : (
            <NativeSelect
              key={key}
              label={fieldText(key)}
              value={values[key] ?? ''}
              data={[
                { value: '', label: '' },
                ...choices[key].map((value) => ({ value, label: valueText(key, value) })),
              ]}
              onChange={(event) => put(key, event.currentTarget.value)}
            />
          ),
        )}
      </div>
    </Fieldset>
  );
}
