import { Box, List, Text } from '@mantine/core';
import type { MarketVerdictView } from '#contexts/quality/verdict.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { mgText, named } from './lot-marks.tsx';

/** Clean on 570 says nothing about what was not on the panel. */
export function NotTested({ market: { market, notTested } }: { market: MarketVerdictView }) {
  const t = useWords('quality');
  if (notTested.length === 0) return null;
  return (
    <Box component="details">
      <Text component="summary" fw={500} style={{ cursor: 'pointer' }}>
        {named(market)}: {t('verdict.notTested', { count: notTested.length })}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t('verdict.notTestedLead')}
      </Text>
      <List size="sm" mt={4}>
        {notTested.map(({ residue, name, limit, singleMethod }) => (
          <List.Item key={residue}>
            {name}
            {limit.ngPerKg !== null && ` · ${mgText(limit.ngPerKg)} mg/kg`}
            {singleMethod && ` · ${t('verdict.single')}`}
          </List.Item>
        ))}
      </List>
    </Box>
  );
}
