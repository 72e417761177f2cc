import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { useMe } from '#web/lib/me.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';

interface OrganisationInputProps {
  readonly label: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly error?: ReactNode;
  /** By it a form finds the field when it names what is wrong. */
  readonly 'data-path'?: string;
}

/** The organisation a role is for: an officer searches all, a manager has only the own. */
export function OrganisationInput({ label, value = '', onChange, error, ...place }: OrganisationInputProps) {
  const { grants } = useMe();
  const officer = grants.some(({ organisation }) => organisation === null);
  const own = grants.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
  const unit = grants.find(({ role }) => role === 'commune-officer')?.unit?.code;
  const wide = grants.some(({ role }) => role === 'administrator' || role === 'provincial-officer');
  if (!officer) {
    return (
      <NativeSelect
        label={label}
        required
        error={error}
        {...place}
        value={value}
        data={[{ value: '', label: '' }, ...own.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      />
    );
  }
  return (
    <SearchSelect
      label={label}
      required
      error={error}
      {...place}
      method={listOrganisations}
      input={(text) => ({ search: text, size: 20, ...(!wide && unit !== undefined && { unit }) })}
      options={({ items }) => items.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      {...(onChange && { onChange })}
    />
  );
}
