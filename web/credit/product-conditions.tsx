import { Stack, Text, Title } from '@mantine/core';
import type { Condition } from '#contexts/credit/product.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ClauseTexts } from '#web/support/clause-texts.tsx';
import { Section } from '#web/ui/section.tsx';

/** What the bank asks for, without anybody's facts: what decides, and what stands beside for comparison. */
export function ProductConditions({ conditions }: { conditions: readonly Condition[] }) {
  const t = useWords('credit');
  const kinds = (['binding', 'advisory'] as const).map((kind) => ({
    kind,
    clauses: conditions.filter(({ binding }) => binding === (kind === 'binding')),
  }));
  return (
    <Section title={t('product.conditions')} lead={t('product.conditionsLead')}>
      <Stack gap="lg" maw="60rem">
        {kinds.map(({ kind, clauses }) => (
          <div key={kind}>
            <Title order={3} size="h4" mb="xs">
              {t(`product.${kind}`)}
            </Title>
            {clauses.length > 0 ? <ClauseTexts clauses={clauses} /> : <Text c="dimmed">{t('shell:none')}</Text>}
          </div>
        ))}
      </Stack>
    </Section>
  );
}
