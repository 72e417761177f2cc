import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#web/lib/i18n.ts';
import { NavList } from './nav-list.tsx';

/** The whole navigation on a phone. Default export: it is fetched when first opened. */
export default function MenuDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWords('shell');
  // It is fetched by being opened, so the drawer has not seen who opened it, and could not give focus back.
  const [opener] = useState(() => document.activeElement);
  const close = (): void => {
    onClose();
    if (opener instanceof HTMLElement) opener.focus();
  };
  return (
    <Drawer
      opened={opened}
      onClose={close}
      title={t('shell.menu')}
      size="20rem"
      closeButtonProps={{ 'aria-label': t('shell.closeMenu'), size: 44 }}
    >
      <NavList label={t('shell.mainNav')} onGo={onClose} />
    </Drawer>
  );
}
