import type { AskedField } from '#contexts/registry/change-request.ts';
import type { LegalForm } from '#contexts/registry/legal-form.ts';
import { listProvinces } from '#contexts/registry/province.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import type { Day } from '#kernel/day.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';

export const requestFieldText = (field: string): string => word(`registry:changeRequest.field.${field as AskedField}`);
export const requestFieldsText = (fields: readonly string[]): string => fields.map(requestFieldText).join(', ');

/** A value as people read it: days in the form of the language, units and provinces by their names. */
export function RequestValue({ field, value }: { field: string; value: string | number | null }) {
  const t = useWords('registry');
  const units = useAnswer(listUnits, {});
  const provinces = useAnswer(listProvinces, {});
  if (value === null) return t('shell:notStated');
  if (field.endsWith('On')) return dayText(value as Day);
  if (field === 'legalForm') return t(`legalForm.${value as LegalForm}`);
  if (field === 'unit') return units.items.find(({ code }) => code === value)?.name ?? value;
  if (field === 'seatProvince') return provinces.items.find(({ code }) => code === value)?.name ?? value;
  return value;
}
