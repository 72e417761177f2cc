import { Group, Stack, Text } from '@mantine/core';
import type { GrantedPart } from '#contexts/support/eligibility.wire.ts';
import type { PartRow } from '#contexts/support/policy.wire.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Money } from '#web/ui/value-text.tsx';
import { said } from './said.ts';

export const partName = (parts: readonly PartRow[], code: string): string => {
  const part = parts.find((one) => one.code === code);
  return part === undefined ? code : said(part.name);
};

/** "2.400 cây" for what comes in kind; nothing for money. */
export function countText(parts: readonly PartRow[], { part, count }: Pick<GrantedPart, 'part' | 'count'>): string {
  if (count === null) return '';
  const unit = parts.find((one) => one.code === part)?.unit;
  return `${numberText(count)}${unit ? ` ${said(unit)}` : ''}`;
}

/** The parts of a grant with their sum. */
export function GrantList({ grant, parts }: { grant: readonly GrantedPart[]; parts: readonly PartRow[] }) {
  const t = useWords('support');
  const total = grant.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  return (
    <Stack gap={6} maw="32rem">
      {grant.map((one) => (
        <Group key={one.part} justify="space-between" wrap="nowrap">
          <Text>
            {partName(parts, one.part)}
            {one.count !== null && (
              <Text span c="dimmed">
                {` · ${countText(parts, one)}`}
              </Text>
            )}
          </Text>
          <Money amountVnd={one.amountVnd} />
        </Group>
      ))}
      <Group justify="space-between" wrap="nowrap" fw={600}>
        <span>{t('check.total')}</span>
        <Money amountVnd={total} />
      </Group>
    </Stack>
  );
}
