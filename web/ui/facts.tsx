import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/lib/i18n.ts';
import classes from './facts.module.css';

export interface Fact {
  readonly label: string;
  /** What is missing says so, rather than leaving a gap. */
  readonly value: ReactNode;
}

/** What is known of one thing, as a list of terms and values. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const t = useWords('shell');
  return (
    <Box component="dl" className={classes['facts'] ?? ''}>
      {facts.map(({ label, value }) => (
        <div key={label} className={classes['fact']}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <Text span c="dimmed">
                {t('notStated')}
              </Text>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </Box>
  );
}
