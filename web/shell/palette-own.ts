import { useMantineColorScheme } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconLanguage,
  IconLogout,
  IconMapPin,
  IconMoon,
  IconPlant2,
  IconSun,
} from '@tabler/icons-react';
import { switchLanguage } from '#web/i18n.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { currentLanguage, languageNames, languages } from '#web/lib/language.ts';
import { isSignedIn, useMe } from '#web/lib/me.ts';
import { signOut } from '#web/lib/session.ts';
import { navItems } from './nav.ts';
import { actionsFor, actionsOf, runBy } from './palette-actions.ts';
import type { PaletteItem } from './palette-item.ts';
import { recentOf } from './palette-recent.ts';

/** Ways to change what one looks at: the language, light and dark; and to leave. */
function useDevice(): PaletteItem[] {
  const t = useWords('shell');
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const item = (id: string, label: string, look: Pick<PaletteItem, 'icon' | 'run' | 'note'>): PaletteItem => ({
    id,
    group: 'action',
    label,
    ...look,
  });
  return [
    ...languages
      .filter((language) => language !== currentLanguage())
      .map((language) =>
        item(`language ${language}`, languageNames[language], {
          note: t('shell.language'),
          icon: IconLanguage,
          run: () => void switchLanguage(language),
        }),
      ),
    ...(colorScheme === 'dark'
      ? []
      : [item('dark', t('palette.dark'), { icon: IconMoon, run: () => setColorScheme('dark') })]),
    ...(colorScheme === 'light'
      ? []
      : [item('light', t('palette.light'), { icon: IconSun, run: () => setColorScheme('light') })]),
    ...(isSignedIn(me) ? [item('sign-out', t('shell.signOut'), { icon: IconLogout, run: () => void signOut() })] : []),
  ];
}

const marks = { organisation: IconBuildingCommunity, unit: IconMapPin, commodity: IconPlant2 } as const;

/** Pages and actions by their name of now: the language may have changed since, and the role. */
function recentItems(account: string | null, items: readonly PaletteItem[]): PaletteItem[] {
  return recentOf(account).flatMap(({ group, ...recent }): PaletteItem[] => {
    if (group !== 'page' && group !== 'action') return [{ ...recent, group: 'recent', icon: marks[group] }];
    const now = items.find(({ id }) => id === recent.id);
    return now === undefined ? [] : [{ ...now, group: 'recent' }];
  });
}

/** Everything that needs no question to the server: pages and actions of this person, and what was opened lately. */
export function useOwnItems(): { recent: PaletteItem[]; items: PaletteItem[] } {
  const t = useWords('shell');
  const me = useMe();
  const pages = navItems(me).map(({ to, label, group, icon }): PaletteItem => ({
    id: to,
    group: 'page',
    label: word(label),
    note: t(`group.${group}`),
    icon,
    to,
  }));
  const begun = actionsOf(me).map(({ label, icon, to }): PaletteItem => ({
    id: `begin ${to}`,
    group: 'action',
    label: word(label),
    icon,
    to,
  }));
  const own = runBy(me).flatMap((organisation) =>
    actionsFor(organisation).map(({ label, icon, to }): PaletteItem => ({
      id: `begin ${to}`,
      group: 'action',
      label: word(label),
      note: organisation.name,
      icon,
      to,
    })),
  );
  const items = [...pages, ...begun, ...own, ...useDevice()];
  return { items, recent: recentItems(me.account?.id ?? null, items) };
}
