import { Group, List, Text } from '@mantine/core';
import type { Clause } from '#kernel/fact.ts';
import { useWords } from '#web/lib/i18n.ts';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { said } from './said.ts';

/** Clauses as they stand, without anybody's facts. */
export function ClauseTexts({ clauses }: { clauses: readonly Clause[] }) {
  const t = useWords('support');
  return (
    <List spacing="md" type="ordered">
      {clauses.map((clause) => (
        <List.Item key={clause.code}>
          <Group gap="xs">
            <Text span>{said(clause.text)}</Text>
            {!clause.verified && <UnverifiedMark />}
          </Group>
          <Text size="sm" c="dimmed">
            {clause.law} · {clause.article} · {t('shell:source', { source: clause.source })}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
