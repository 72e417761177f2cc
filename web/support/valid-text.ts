import type { Day } from '#kernel/day.ts';
import { dayText } from '#web/lib/format.ts';
import type { WordsOf } from '#web/lib/i18n.ts';

interface Valid {
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/** From which day on, or between which two. */
export const validText = (t: WordsOf<'support'>, { validFrom, validUntil }: Valid): string =>
  validUntil === null
    ? t('policy.from', { day: dayText(validFrom) })
    : t('policy.between', { from: dayText(validFrom), until: dayText(validUntil) });
