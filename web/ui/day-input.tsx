import '@mantine/dates/styles.css';
import 'dayjs/locale/th';
import 'dayjs/locale/vi';
import { TextInput, type TextInputProps } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import type { Day } from '#kernel/day.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { isWrongDay, keptDay, noDay, typedDay } from '#web/lib/typed-day.ts';

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
  const [isLeft, setLeft] = useState(false);
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
  const isWrong = isWrongDay(value);
  return (
    <DateInput
      {...field}
      error={
        isLeft && isWrong ? t(value === noDay ? 'field.invalid_format-date' : 'field.day-out-of-range') : field.error
      }
      value={value === '' || isWrong ? null : value}
      onChange={(day) => onChange?.((day ?? '') as Day | '')}
      // What cannot be taken stays in sight and is refused; it is not put back to the day before.
      onInput={(event) => onChange?.(keptDay(event.currentTarget.value, min, max))}
      onFocus={(event) => {
        setLeft(false);
        field.onFocus?.(event);
      }}
      onBlur={(event) => {
        setLeft(true);
        field.onBlur?.(event);
      }}
      fixOnBlur={!isWrong}
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
