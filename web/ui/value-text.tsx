import { Text } from '@mantine/core';
import type { Day, Instant } from '#kernel/day.ts';
import {
  areaText,
  dayText,
  instantText,
  quantityText,
  vndRoundedText,
  vndText,
  type UnitOfTrade,
} from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import classes from './value-text.module.css';

/** Each follows the language; null shows as a dash that is read as "not stated". */
function Missing() {
  const t = useWords('shell');
  return (
    <Text span inherit c="dimmed" title={t('notStated')} aria-label={t('notStated')} role="img">
      –
    </Text>
  );
}

export function Money({ amountVnd, rounded = false }: { amountVnd: number | null; rounded?: boolean }) {
  useWords('shell');
  if (amountVnd === null) return <Missing />;
  return (
    <span className={classes['figure']} {...(rounded && { title: vndText(amountVnd) })}>
      {rounded ? vndRoundedText(amountVnd) : vndText(amountVnd)}
    </span>
  );
}

export function Quantity({ qty, unit }: { qty: number | null; unit: UnitOfTrade }) {
  useWords('shell');
  return qty === null ? <Missing /> : <span className={classes['figure']}>{quantityText(qty, unit)}</span>;
}

export function Area({ areaM2 }: { areaM2: number | null }) {
  useWords('shell');
  return areaM2 === null ? <Missing /> : <span className={classes['figure']}>{areaText(areaM2)}</span>;
}

export function DayText({ day }: { day: Day | null }) {
  useWords('shell');
  return day === null ? (
    <Missing />
  ) : (
    <time className={classes['figure']} dateTime={day}>
      {dayText(day)}
    </time>
  );
}

export function InstantText({ at }: { at: Instant | null }) {
  useWords('shell');
  return at === null ? (
    <Missing />
  ) : (
    <time className={classes['figure']} dateTime={at}>
      {instantText(at)}
    </time>
  );
}
