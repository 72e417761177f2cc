import { Anchor, Group, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Day } from '#kernel/day.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import classes from './stat-card.module.css';

interface StatCardProps {
  readonly label: string;
  readonly figure: ReactNode;
  /** How it is counted: what is in, what is out. */
  readonly definition: string;
  readonly asOf: Day;
  readonly source: string;
  /** The rows behind the figure. */
  readonly to?: string;
  readonly mark?: ReactNode;
}

/** A published figure never stands alone: definition, day, source and the way to its rows go with it. */
export function StatCard({ label, figure, definition, asOf, source, to, mark }: StatCardProps) {
  const t = useWords('shell');
  const id = useId();
  return (
    <article className={classes['card']} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <p className={classes['label']} id={id}>
          {label}
        </p>
        <Popover width={300} position="bottom-end" withArrow shadow="md">
          <Popover.Target>
            <UnstyledButton className={classes['info'] ?? ''} aria-label={`${t('definition')}: ${label}`}>
              <IconInfoCircle size={18} aria-hidden />
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <Text size="sm" fw={600}>
              {t('definition')}
            </Text>
            <Text size="sm">{definition}</Text>
            <Text size="sm" mt="xs">
              {t('source', { source })}
            </Text>
          </Popover.Dropdown>
        </Popover>
      </Group>
      <p className={classes['figure']}>{figure}</p>
      <Text size="xs" c="dimmed">
        {t('asOf', { day: dayText(asOf) })}
      </Text>
      <Group justify="space-between" gap="xs" mt="auto" pt={4}>
        {to !== undefined && (
          <Anchor component={Link} to={to} size="sm" className={classes['rows'] ?? ''} data-noprint>
            {t('rowsBehind')}
            <span className={classes['hidden']}>: {label}</span>
            <IconArrowRight size={15} aria-hidden />
          </Anchor>
        )}
        {mark}
      </Group>
    </article>
  );
}
