import { IconFlask2 } from '@tabler/icons-react';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import classes from './shell.module.css';

/** On every page of a demonstration province, also on paper. */
export function SyntheticNote() {
  const t = useWords('shell');
  if (!useMe().province.demonstration) return null;
  return (
    <section className={classes['synthetic']} aria-label={t('synthetic')}>
      <IconFlask2 size={16} aria-hidden />
      <span>{t('syntheticNote')}</span>
    </section>
  );
}
