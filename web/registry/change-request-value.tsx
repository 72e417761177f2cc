import type { AskedField } from '#contexts/registry/change-request.ts';
import type { AskedValue } from '#contexts/registry/change-request.wire.ts';
import type { LegalForm } from '#contexts/registry/legal-form.ts';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import type { ActivityField } from '#contexts/registry/organisation.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import type { Day } from '#kernel/day.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';

export const requestFieldText = (field: string): string => word(`registry:changeRequest.field.${field as AskedField}`);
export const requestFieldsText = (fields: readonly string[]): string => fields.map(requestFieldText).join(', ');

/** What has a name of its own in the language, without asking the server. */
function plainText(field: string, value: string | number): string | number {
  if (field.endsWith('On')) return dayText(value as Day);
  return field === 'legalForm' ? word(`registry:legalForm.${value as LegalForm}`) : value;
}

/** Lines of business by their names; who stands for it by title and name. */
function compoundText(value: readonly string[] | { readonly name: string | null; readonly title: string }): string {
  return 'title' in value
    ? [value.title, value.name ?? word('registry:changeRequest.nameHidden')].filter(Boolean).join(' ')
    : value.map((line) => word(`registry:field.${line as ActivityField}`)).join(', ');
}

/** A value as people read it: days in the form of the language, units and provinces by their names. */
export function RequestValue({ field, value }: { field: string; value: AskedValue }) {
  const t = useWords('registry');
  const units = useAnswer(listUnits, {});
  const provinces = useAnswer(listProvinces, {});
  if (value === null || value === '') return t('shell:notStated');
  if (typeof value === 'object') return compoundText(value) || t('shell:notStated');
  if (field === 'unit') return units.items.find(({ code }) => code === value)?.name ?? value;
  if (field === 'seatProvince') return provinces.items.find(({ code }) => code === value)?.name ?? value;
  return plainText(field, value);
}
