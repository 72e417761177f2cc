import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

interface ReasonsProps {
  readonly title: string;
  readonly reasons: readonly string[];
  readonly tone?: 'bad' | 'waiting';
}

/** All reasons against something, none left out; nothing when there are none. */
export function Reasons({ title, reasons, tone = 'waiting' }: ReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <Alert
      variant="light"
      color={tone === 'bad' ? 'red' : 'clay'}
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
    >
      <List size="sm" spacing={2}>
        {[...new Set(reasons)].map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
