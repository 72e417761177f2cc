import { Loader, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { answer } from './api.ts';
import { useWords } from './i18n.ts';

export interface FoundOption {
  readonly value: string;
  readonly label: string;
}

interface SearchSelectProps<M extends Method<'query'>> extends Omit<
  SelectProps,
  'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange' | 'filter'
> {
  /** The list to search … */
  readonly method: M;
  /** … what to ask it for the text typed … */
  readonly input: (text: string) => InputOf<M>;
  /** … and the options in its reply. */
  readonly options: (reply: ReplyOf<M>) => readonly FoundOption[];
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** The name of a value that is already there. */
  readonly chosen?: FoundOption;
}

/** One of many (an organisation, a commodity), found by typing. */
export function SearchSelect<M extends Method<'query'>>(props: SearchSelectProps<M>) {
  const { method, input, options, value = '', onChange, chosen, ...select } = props;
  const t = useWords('shell');
  const [typed, setTyped] = useState(chosen?.label ?? '');
  const [picked, setPicked] = useState(chosen);
  const [text] = useDebouncedValue(typed === picked?.label ? '' : typed.trim(), 250);
  const { data, isFetching } = useQuery({ ...answer(method, input(text)), placeholderData: keepPreviousData });
  const busy = isFetching && typed !== '' ? <Loader size="xs" aria-hidden /> : undefined;
  const all = withChosen(data === undefined ? [] : options(data), picked, value);
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('select.clear') }}
      placeholder={t('select.typeMore')}
      nothingFoundMessage={isFetching ? t('select.searching') : t('select.empty')}
      {...select}
      data={all}
      filter={({ options: offered }) => offered}
      rightSection={busy}
      value={value || null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next) => {
        setPicked(all.find((option) => option.value === next));
        onChange?.(next ?? '');
      }}
    />
  );
}

/** What is chosen stays in the list, also when the search no longer finds it. */
const withChosen = (found: readonly FoundOption[], picked: FoundOption | undefined, value: string): FoundOption[] =>
  picked?.value !== value || found.some((option) => option.value === value) ? [...found] : [picked, ...found];
