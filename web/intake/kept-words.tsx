import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useWords } from '#web/lib/i18n.ts';
import { fieldText, valueText } from './field-text.ts';
import type { ToldWords, UnknownWord } from './word-inputs.tsx';

interface KeptWordsProps {
  readonly columns: readonly { readonly field: string | null }[];
  readonly items: readonly UnknownWord[];
  readonly told: ToldWords;
  readonly onChange: (told: ToldWords) => void;
}

/** Words said for sheets with these headings that this one does not write: seen, and cleared one by one. */
export function KeptWords({ columns, items, told, onChange }: KeptWordsProps) {
  const t = useWords('intake');
  const kept = Object.entries(told).flatMap(([field, words]) =>
    Object.entries(words).flatMap(([word, values]) =>
      values === undefined ||
      !columns.some((one) => one.field === field) ||
      items.some((item) => item.field === field && item.word === word)
        ? []
        : [{ field, word, values }],
    ),
  );
  if (kept.length === 0) return null;
  return (
    <Fieldset legend={t('words.kept')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('words.keptLead')}
      </Text>
      <Stack gap={4}>
        {kept.map(({ field, word, values }) => (
          <Group key={`${field} ${word}`} gap="sm" wrap="nowrap" justify="space-between" maw={520}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t('words.means', {
                text: word,
                field: fieldText(field),
                meaning: values.length === 0 ? t('words.blank') : valueText(field, values.join(', ')),
              })}
            </Text>
            <Button
              size="xs"
              mih={36}
              variant="default"
              aria-label={t('words.clear', { text: word })}
              style={{ flexShrink: 0 }}
              onClick={() => onChange({ ...told, [field]: { ...told[field], [word]: undefined } })}
            >
              {t('words.forget')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Fieldset>
  );
}
