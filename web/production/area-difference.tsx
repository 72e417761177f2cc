import { Text } from '@mantine/core';
import { percentText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';

/** From here on a difference is worth a second look; it changes nothing by itself. */
const noticeableBp = 1_000;

/** How far the outline is from the declared area. */
export function AreaDifference({ differenceBp }: { differenceBp: number }) {
  const t = useWords('production');
  if (Math.abs(differenceBp) < 50)
    return (
      <Text span inherit>
        {t('plot.same')}
      </Text>
    );
  const text = t('plot.differenceText', {
    direction: t(differenceBp > 0 ? 'plot.larger' : 'plot.smaller'),
    share: percentText(Math.abs(differenceBp) / 10_000),
  });
  const isNoticeable = Math.abs(differenceBp) >= noticeableBp;
  return (
    <Text span inherit {...(isNoticeable && { fw: 600, c: 'var(--lk-accent)' })}>
      {text}
    </Text>
  );
}
