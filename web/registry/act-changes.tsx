import { Text } from '@mantine/core';
import type { ActRow, ChangedField } from '#contexts/registry/act.wire.ts';
import type { LegalForm } from '#contexts/registry/legal-form.ts';
import type { ActivityField } from '#contexts/registry/organisation.ts';
import type { ChangeField } from '#contexts/registry/organisation-change.ts';
import type { Day } from '#kernel/day.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';

type Value = ChangedField['before'];

/** What became what, field by field, in the reader's language; the row holds codes. */
export function ActChanges({ changes }: Pick<ActRow, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <>
      {changes.map((changed) => (
        <Text key={changed.field} size="sm" style={{ overflowWrap: 'anywhere' }}>
          <OneChange {...changed} />
        </Text>
      ))}
    </>
  );
}

function OneChange({ field, before, after }: ChangedField) {
  const t = useWords('registry');
  const label = t(`act.field.${field as ChangeField}`);
  if (after === undefined) return <>{label}</>;
  return (
    <>
      {label}: <ValueText field={field} value={before} /> → <ValueText field={field} value={after} />
    </>
  );
}

function ValueText({ field, value }: { field: string; value: Value }) {
  const t = useWords('registry');
  if (value === null || value === undefined || value.length === 0) return t('shell:notStated');
  if (typeof value !== 'string') return value.map((one) => t(`field.${one as ActivityField}`)).join(', ');
  if (field.endsWith('On')) return dayText(value as Day);
  if (field === 'legalForm') return t(`legalForm.${value as LegalForm}`);
  return value;
}
