import { NumberInput, SimpleGrid, Text } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getUndivided } from '#contexts/registry/undivided.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { sharesOf, type SplitValues } from './split-values.ts';

interface FundProps {
  readonly form: ReturnType<typeof useForm<SplitValues>>;
  readonly source: OrganisationId;
  readonly names: ReadonlyMap<string, string>;
}

/** How the undivided fund and assets are shared; nothing where there are none. */
export function SplitFund({ form, source, names }: FundProps) {
  const t = useWords('registry');
  const values = form.getValues();
  const { data } = useQuery({
    ...answer(getUndivided, { organisation: source, on: values.onDay === '' ? today() : values.onDay }),
    placeholderData: keepPreviousData,
  });
  const held = (data?.fundVnd ?? 0) + (data?.assetsVnd ?? 0);
  if (held === 0) return null;
  const [first, ...others] = sharesOf(values, source);
  return (
    <Section title={t('life.split.fund')} lead={t('life.split.fundNote', { amount: vndText(held) })}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {others.map(({ organisation }) => (
          <NumberInput
            key={organisation}
            label={t('life.split.share', { name: names.get(organisation) ?? '' })}
            suffix=" %"
            min={0}
            max={100}
            decimalScale={2}
            decimalSeparator=","
            {...form.getInputProps(`shares.${organisation}`)}
            value={values.shares[organisation] ?? 0}
          />
        ))}
      </SimpleGrid>
      {first !== undefined && <Rest name={names.get(first.organisation) ?? ''} percent={first.percent} />}
    </Section>
  );
}

/** What is left for the first; below nought too much was given away. */
function Rest({ name, percent }: { name: string; percent: number }) {
  const t = useWords('registry');
  return (
    <Text size="sm" c={percent < 0 ? 'red' : 'dimmed'}>
      {t('life.split.rest', { name, percent: percent.toLocaleString('vi', { maximumFractionDigits: 2 }) })}
    </Text>
  );
}
