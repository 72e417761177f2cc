import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useWords } from '#web/lib/i18n.ts';
import classes from './shell.module.css';

export function OfflineNote() {
  const t = useWords('shell');
  const { online } = useNetwork();
  return (
    <div role="status" data-noprint>
      {!online && (
        <p className={classes['offline']}>
          <IconWifiOff size={18} aria-hidden />
          {t('shell.offline')}
        </p>
      )}
    </div>
  );
}
