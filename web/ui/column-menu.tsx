import { ActionIcon, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useWords, word, type WordKey } from '#web/lib/i18n.ts';
import classes from './column-menu.module.css';

interface Toggled {
  readonly id: string;
  getIsVisible(): boolean;
  toggleVisibility(to?: boolean): void;
}

/** Which columns show; the first one, which names the row, always does. */
export function ColumnMenu({ columns }: { columns: readonly Toggled[] }) {
  const t = useWords('shell');
  if (columns.length < 5) return null;
  return (
    <Popover position="bottom-end" withArrow trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={t('table.columns')}
          title={t('table.columns')}
          className={classes['desk'] ?? ''}
        >
          <IconColumns3 size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.id}
              size="sm"
              label={word(column.id as WordKey)}
              checked={column.getIsVisible()}
              onChange={(event) => column.toggleVisibility(event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
