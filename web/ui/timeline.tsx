import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Instant } from '#kernel/day.ts';
import { InstantText } from './value-text.tsx';
import classes from './timeline.module.css';

export interface TimelineEvent {
  readonly id: string;
  readonly at: Instant;
  readonly title: string;
  readonly by?: string;
  readonly text?: ReactNode;
}

/** What has happened to a record, in the order given. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol className={classes['timeline']} aria-label={label}>
      {events.map(({ id, at, title, by, text }) => (
        <li key={id}>
          <Text size="sm" c="dimmed">
            <InstantText at={at} />
            {by !== undefined && ` · ${by}`}
          </Text>
          <Text fw={500}>{title}</Text>
          {text !== undefined && (
            <Text size="sm" component="div">
              {text}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
