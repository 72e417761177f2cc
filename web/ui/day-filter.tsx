import { useEffect, useRef, useState } from 'react';
import type { Day } from '#kernel/day.ts';
import type { Filters } from '#web/lib/filters.ts';
import { isWrongDay } from '#web/lib/typed-day.ts';
import { DayInput } from './day-input.tsx';

interface DayFilterProps {
  readonly filters: Pick<Filters, 'text' | 'set'>;
  /** The field of the method's input. */
  readonly name: string;
  readonly label: string;
  readonly max?: Day;
}

/** A day in a filter bar: it goes into the URL once it is one. */
export function DayFilter({ filters, name, label, max }: DayFilterProps) {
  const inUrl = filters.text(name) as Day | '';
  const [typed, setTyped] = useState<Day | ''>(inUrl);
  const lastPut = useRef(inUrl);
  // Follows the URL when something else changes it (clear, back), not the echo of one's own choosing.
  useEffect(() => {
    if (inUrl === lastPut.current) return;
    lastPut.current = inUrl;
    setTyped(inUrl);
  }, [inUrl]);
  return (
    <DayInput
      label={label}
      value={typed}
      {...(max !== undefined && { max })}
      onChange={(day) => {
        setTyped(day);
        if (day === lastPut.current || (day !== '' && (isWrongDay(day) || (max !== undefined && day > max)))) return;
        lastPut.current = day;
        filters.set({ [name]: day });
      }}
    />
  );
}
