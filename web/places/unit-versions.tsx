import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { daysText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { placesPaths } from './paths.ts';
import type { UnitView } from './unit.page.tsx';
import classes from '#web/ui/timeline.module.css';

/** Every unit that has had the code, the newest first. */
export function VersionLine({ unit: { versions, from: shown } }: { unit: UnitView }) {
  const t = useWords('places');
  return (
    <ol className={classes['timeline']} aria-label={t('unit.line')}>
      {versions.map(({ code, from, until, name }) => (
        <li key={from} {...(from === shown && { 'aria-current': 'true' as const })}>
          <Text size="sm" c="dimmed">
            {daysText(from, until)}
          </Text>
          {from === shown ? (
            <Text fw={500}>{`${name} (${t('unit.here')})`}</Text>
          ) : (
            <Anchor component={Link} to={placesPaths.unit(code, from)}>
              {name}
            </Anchor>
          )}
        </li>
      ))}
    </ol>
  );
}
