import { ActionIcon, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { switchLanguage } from '#web/i18n.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage, languageNames, languages } from '#web/lib/language.ts';

export function LanguageMenu() {
  const t = useWords('shell');
  const chosen = currentLanguage();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="transparent" size={44} aria-label={`${t('shell.language')}: ${languageNames[chosen]}`}>
          <IconLanguage size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={chosen} onChange={(value) => void switchLanguage(value as typeof chosen)}>
          {languages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language}>
              {languageNames[language]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
