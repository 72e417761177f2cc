import { Box, Group, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Links with this after '#' land here. */
  readonly anchor?: string;
  readonly children: ReactNode;
}

/** A part of a page under its own h2. */
export function Section({ title, lead, actions, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} mt="xl" {...(anchor !== undefined && { id: anchor })}>
      <Group justify="space-between" align="flex-end" mb="sm" gap="sm">
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text size="sm" c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && (
          <Group gap="xs" data-noprint>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Box>
  );
}
