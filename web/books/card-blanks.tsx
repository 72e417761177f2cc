import { Alert, List, Text } from '@mantine/core';
import { useWords } from '#web/lib/i18n.ts';
import { instantText } from '#web/lib/format.ts';

/** Why there is no class: what it would rest on and nobody knows. */
export function CardBlanks({ texts }: { texts: readonly string[] }) {
  const t = useWords('books');
  if (texts.length === 0) return null;
  return (
    <Alert color="clay" variant="light" title={t('card.notComputed')} my="sm">
      <List size="sm">
        {texts.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

interface Kept {
  readonly number: number;
  readonly class: string | null;
  readonly madeAt: string;
}

/** The results kept, newest first, each with its class then. */
export function KeptCards({ kept, className }: { kept: readonly Kept[]; className: (name: string) => string }) {
  const t = useWords('books');
  if (kept.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" mt="xs">
      {t('card.kept')}{' '}
      {kept
        .map((one) =>
          t('card.keptOne', {
            number: one.number,
            class: one.class === null ? t('card.open') : className(one.class),
            at: instantText(one.madeAt),
          }),
        )
        .join('; ')}
    </Text>
  );
}
