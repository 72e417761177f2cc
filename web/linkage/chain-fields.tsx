import { Checkbox, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Day } from '#kernel/day.ts';
import type { CommodityId } from '#kernel/id.ts';
import { stages, type Stage } from '#contexts/linkage/chain.ts';
import type { CommodityRow } from '#contexts/registry/commodity.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { nameOf } from './parts.tsx';

export interface ChainValues {
  name: string;
  state: 'forming' | 'active';
  startedOn: Day | '';
  productNote: string;
  note: string;
  products: CommodityId[];
}

interface ChainFieldsProps {
  readonly form: UseFormReturnType<ChainValues>;
  readonly goods: readonly CommodityRow[];
}

export function ChainFields({ form, goods }: ChainFieldsProps) {
  const t = useWords('linkage');
  return (
    <>
      <TextInput label={t('chain.name')} required maxLength={200} {...form.getInputProps('name')} />
      <Select
        label={t('state')}
        allowDeselect={false}
        data={(['forming', 'active'] as const).map((value) => ({ value, label: t(`chain.stateName.${value}`) }))}
        {...form.getInputProps('state')}
      />
      <DayInput label={t('chain.startedOn')} {...form.getInputProps('startedOn')} />
      <MultiSelect
        label={t('chain.products')}
        searchable
        data={goods.map(({ id, names }) => ({ value: id, label: nameOf(names) }))}
        {...form.getInputProps('products')}
      />
      <Textarea label={t('note')} autosize minRows={2} maxLength={4000} {...form.getInputProps('note')} />
    </>
  );
}

interface StageChoiceProps {
  readonly label: string;
  readonly value?: readonly Stage[];
  readonly onChange: (stages: Stage[]) => void;
}

export function StageChoice({ label, value = [], onChange }: StageChoiceProps) {
  const t = useWords('linkage');
  return (
    <Checkbox.Group label={label} value={[...value]} onChange={(chosen) => onChange(chosen)}>
      <Stack gap="xs" mt={4}>
        {stages.map((stage) => (
          <Checkbox key={stage} value={stage} label={t(`chain.stage.${stage}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
