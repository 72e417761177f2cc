import { Group, NativeSelect, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Day } from '#kernel/day.ts';
import type { Polygon } from '#kernel/place.ts';
import { landUses, type LandUse } from '#contexts/production/plot.ts';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { areaUnits } from './named.ts';
import { OutlineInput } from './outline-input.tsx';

export interface PlotValues {
  readonly organisation: string;
  readonly code: string;
  readonly name: string;
  readonly member: string;
  readonly from: Day | '';
  readonly landUse: LandUse;
  readonly areaM2: number | '';
  readonly unit: string;
  readonly outline: Polygon | null;
  readonly reason: string;
}

/** Đầm Hà, when the unit has no point of its own. */
const somewhere = [107.6, 21.35] as const;

/** What is said of a plot, whether it is new, changed or corrected. */
export function PlotFields({ form, memberName }: { form: UseFormReturnType<PlotValues>; memberName?: string }) {
  const t = useWords('production');
  const { items: units } = useAnswer(listUnits, {});
  const { organisation, unit, areaM2, outline, member } = form.getValues();
  const points = units.flatMap(({ name, lon, lat }) =>
    lon === null || lat === null ? [] : [{ name, at: [lon, lat] as const }],
  );
  const chosen = units.find(({ code }) => code === unit);
  const center = chosen?.lon != null && chosen.lat != null ? ([chosen.lon, chosen.lat] as const) : somewhere;
  return (
    <>
      <TextInput label={t('plot.name')} required maxLength={200} {...form.getInputProps('name')} />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select
          label={t('plot.unit')}
          required
          searchable
          data={units.map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('unit')}
        />
        <NativeSelect
          label={t('plot.landUse')}
          required
          data={landUses.map((value) => ({ value, label: t(`plot.use.${value}`) }))}
          {...form.getInputProps('landUse')}
        />
      </Group>
      {organisation !== '' && (
        <SearchSelect
          key={organisation}
          label={t('plot.member')}
          description={t('plot.memberHelp')}
          method={listMembers}
          input={(search) => ({ organisation, search, size: 20 })}
          options={({ items }) => items.map(({ id, name }) => ({ value: id, label: name ?? id.slice(-6) }))}
          {...(member !== '' && { chosen: { value: member, label: memberName ?? member.slice(-6) } })}
          {...form.getInputProps('member')}
        />
      )}
      <QuantityInput label={t('plot.area')} required units={areaUnits()} {...form.getInputProps('areaM2')} />
      <OutlineInput
        key={unit}
        value={outline}
        onChange={(next) => form.setFieldValue('outline', next)}
        center={center}
        units={points}
        declaredM2={areaM2}
        error={form.errors['outline']}
      />
    </>
  );
}
