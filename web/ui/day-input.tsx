import '@mantine/dates/styles.css';
import 'dayjs/locale/th';
import 'dayjs/locale/vi';
import { TextInput, type TextInputProps } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import type { Day } from '#kernel/day.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { typedDay } from '#web/lib/typed-day.ts';

interface DayInputProps extends Pick<
  TextInputProps,
  'label' | 'description' | 'error' | 'required' | 'disabled' | 'onFocus' | 'onBlur'
> {
  readonly value?: Day | '';
  readonly onChange?: (day: Day | '') => void;
  readonly min?: Day;
  readonly max?: Day;
}

/** A day: the phone's own picker under a finger, typed as 23/11/2026 or picked from a calendar on a desk. */
export function DayInput({ value = '', onChange, min, max, ...field }: DayInputProps) {
  const t = useWords('shell');
  const isTouch = useMediaQuery('(pointer: coarse)');
  if (isTouch) {
    return (
      <TextInput
        type="date"
        {...field}
        value={value}
        {...(min && { min })}
        {...(max && { max })}
        onChange={(event) => onChange?.(event.currentTarget.value as Day)}
      />
    );
  }
  return (
    <DateInput
      {...field}
      value={value === '' ? null : value}
      onChange={(day) => onChange?.((day ?? '') as Day | '')}
      dateParser={(text) => typedDay(text) ?? null}
      valueFormat="DD/MM/YYYY"
      locale={currentLanguage()}
      firstDayOfWeek={1}
      clearable
      clearButtonProps={{ 'aria-label': t('select.clear') }}
      leftSection={<IconCalendar size={16} aria-hidden />}
      {...(min && { minDate: min })}
      {...(max && { maxDate: max })}
    />
  );
}
