import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useWords } from '#web/lib/i18n.ts';

export interface ExportLink {
  /** XLSX, CSV, PDF … */
  readonly label: string;
  readonly href: string;
}

/** Documents made from what is on the screen; plain links, so that the browser saves them. */
export function ExportLinks({ links }: { links: readonly ExportLink[] }) {
  const t = useWords('shell');
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('table.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map(({ label, href }) => (
          <Menu.Item key={label} component="a" href={href} download>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
