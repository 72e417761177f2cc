import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconSunMoon } from '@tabler/icons-react';
import { useWords } from '#web/lib/i18n.ts';

export function SchemeMenu() {
  const t = useWords('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const names: Record<MantineColorScheme, string> = {
    auto: t('shell.schemeAuto'),
    light: t('shell.schemeLight'),
    dark: t('shell.schemeDark'),
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="transparent" size={44} aria-label={`${t('shell.scheme')}: ${names[colorScheme]}`}>
          <IconSunMoon size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {Object.entries(names).map(([value, name]) => (
            <Menu.RadioItem key={value} value={value}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
