import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Filters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import classes from './filter-bar.module.css';
import { ListTools } from './list-tools.ts';

type Bound = Pick<Filters, 'text' | 'set' | 'clear' | 'active'>;

/** The filters of a list, in one row on a desk; what is chosen stands in the URL. */
export function FilterBar({ filters, children }: { filters: Bound; children: ReactNode }) {
  const t = useWords('shell');
  const tools = useContext(ListTools);
  return (
    <Group
      component="search"
      aria-label={t('filter.title')}
      align="flex-end"
      gap="sm"
      mb="md"
      className={classes['bar'] ?? ''}
      data-noprint
    >
      {children}
      {filters.active > 0 && (
        <Button variant="subtle" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={filters.clear}>
          {t('filter.clear')}
        </Button>
      )}
      {tools}
    </Group>
  );
}

interface FilterProps {
  readonly filters: Bound;
  /** The field of the method's input. */
  readonly name: string;
  readonly label: string;
}

export function SearchFilter({ filters, name, label }: FilterProps) {
  const inUrl = filters.text(name);
  const [typed, setTyped] = useState(inUrl);
  const lastPut = useRef(inUrl);
  const put = useDebouncedCallback((text: string) => {
    lastPut.current = text.trim();
    filters.set({ [name]: lastPut.current });
  }, 300);
  // Follows the URL when something else changes it (clear, back), not the echo of one's own typing.
  useEffect(() => {
    if (inUrl === lastPut.current) return;
    lastPut.current = inUrl;
    setTyped(inUrl);
  }, [inUrl]);
  return (
    <TextInput
      type="search"
      label={label}
      value={typed}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={{ base: '100%', sm: '18rem' }}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        put(event.currentTarget.value);
      }}
    />
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectFilter({ filters, name, label, options }: FilterProps & { options: readonly Option[] }) {
  const t = useWords('shell');
  return (
    <NativeSelect
      label={label}
      value={filters.text(name)}
      data={[{ value: '', label: t('filter.any') }, ...options]}
      onChange={(event) => filters.set({ [name]: event.currentTarget.value })}
    />
  );
}

/** A Flag of the method: set or absent. */
export function SwitchFilter({ filters, name, label }: FilterProps) {
  return (
    <Switch
      label={label}
      mb={8}
      checked={filters.text(name) === 'true'}
      onChange={(event) => filters.set({ [name]: event.currentTarget.checked ? 'true' : undefined })}
    />
  );
}
