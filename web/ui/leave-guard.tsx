import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Asks before unsaved work is left, by a link, the back button or by closing the tab. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useWords('shell');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => active && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!active) return undefined;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [active]);

  return (
    <ConfirmDialog
      opened={blocker.state === 'blocked'}
      title={t('form.unsaved')}
      confirm={t('form.leave')}
      cancel={t('form.stay')}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
      danger
    >
      {t('form.unsavedText')}
    </ConfirmDialog>
  );
}
