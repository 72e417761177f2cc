import '@mantine/spotlight/styles.css';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { plain } from '#kernel/text.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { navItems } from './nav.ts';

const finds = (action: SpotlightActionData, typed: string): boolean =>
  plain(`${action.label ?? ''} ${action.description ?? ''}`).includes(plain(typed.trim()));

/** A page whose name begins with what is typed comes first: 'lot' is Lots before Plots. */
const sought = (typed: string, actions: readonly SpotlightActionData[]): SpotlightActionData[] => {
  const begins = (action: SpotlightActionData): boolean => plain(action.label ?? '').startsWith(plain(typed.trim()));
  return actions
    .filter((action) => finds(action, typed))
    .toSorted((one, other) => Number(begins(other)) - Number(begins(one)));
};

/** All pages by name, typed with or without tone marks. Default export: it is fetched when first asked for. */
export default function Palette() {
  const t = useWords('shell');
  const navigate = useNavigate();
  const actions = navItems(useMe()).map(({ to, label, group, icon: Mark }) => ({
    id: to,
    label: word(label),
    description: t(`group.${group}`),
    leftSection: <Mark size={20} stroke={1.7} aria-hidden />,
    onClick: () => void navigate(to),
  }));
  useEffect(() => spotlight.open(), []);

  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      scrollable
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
      nothingFound={t('shell.paletteEmpty')}
      filter={(typed, all) => sought(typed, all as SpotlightActionData[])}
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: t('shell.paletteHint'),
        'aria-label': t('shell.paletteHint'),
      }}
    />
  );
}
