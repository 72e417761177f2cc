import { Stack, Text } from '@mantine/core';
import { IconPlant2, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './surface.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What would fill it, and the way there. */
  readonly text?: string;
  readonly icon?: Icon;
  readonly action?: ReactNode;
}

export function EmptyState({ title, text, icon: Mark = IconPlant2, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" className={classes['surface'] ?? ''}>
      <Mark size={36} stroke={1.4} color="var(--lk-mark)" aria-hidden />
      <Text fw={600} ta="center">
        {title}
      </Text>
      {text !== undefined && (
        <Text c="dimmed" ta="center" maw="32rem">
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
