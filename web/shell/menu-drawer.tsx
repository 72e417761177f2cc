import { Drawer } from '@mantine/core';
import { useWords } from '#web/lib/i18n.ts';
import { NavList } from './nav-list.tsx';

/** The whole navigation on a phone. Default export: it is fetched when first opened. */
export default function MenuDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWords('shell');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('shell.menu')}
      size="20rem"
      closeButtonProps={{ 'aria-label': t('shell.closeMenu'), size: 44 }}
    >
      <NavList label={t('shell.mainNav')} onGo={onClose} />
    </Drawer>
  );
}
