import { Table, Text } from '@mantine/core';
import type { Fact } from '#kernel/fact.ts';
import { useWords } from '#web/lib/i18n.ts';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { sourceText, valueText } from './fact-text.ts';

/** Facts with their value, the rows they come from and the day. */
export function FactTable({ facts, caption }: { facts: readonly Fact[]; caption: string }) {
  const t = useWords('support');
  return (
    <Table.ScrollContainer minWidth={320} type="native" tabIndex={0} role="region" aria-label={caption}>
      <Table verticalSpacing="xs" aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('clause.fact')}</Table.Th>
            <Table.Th scope="col">{t('clause.value')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {facts.map((fact) => (
            <Table.Tr key={fact.name}>
              <Table.Td>
                {t(`fact.${fact.name}`)}
                <Text size="sm" c="dimmed">
                  {sourceText(t, fact)} {!fact.source.verified && <UnverifiedMark />}
                </Text>
              </Table.Td>
              <Table.Td {...(fact.value === null && { c: 'dimmed' })}>{valueText(t, fact)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
