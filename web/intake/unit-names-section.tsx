import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listUnitNames, recordAnswer } from '#contexts/intake/batch.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Batch } from './batch.page.tsx';

type UnitName = ReplyOf<typeof listUnitNames>['items'][number];

/** Names of units, most of them old ones, that come to several units of today: each is settled once for the whole sheet. */
export function UnitNamesSection({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const { data, error } = useQuery(answer(listUnitNames, { batch: batch.id }));
  if (error === null && (data === undefined || data.items.length === 0)) return null;
  return (
    <Section title={t('unitNames.title')} lead={t('unitNames.lead')}>
      <Stack gap="sm">
        {data?.items.map((name) => (
          <UnitNameChoice key={name.text} batch={batch} name={name} />
        ))}
        <ProblemNote problem={error} />
      </Stack>
    </Section>
  );
}

function UnitNameChoice({ batch, name }: { batch: Batch; name: UnitName }) {
  const t = useWords('intake');
  const say = useCommand(recordAnswer);
  const chosen = say.isSuccess ? say.variables.choice : (name.chosen ?? '');
  return (
    <div>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('unitNames.label', { text: name.text, count: name.rows })}
          value={chosen}
          disabled={!batch.may.map || say.isPending}
          data={[{ value: '', label: t('unitNames.none'), disabled: true }, ...name.choices]}
          onChange={(event) =>
            say.mutate({ batch: batch.id, row: name.row, field: 'unit', choice: event.currentTarget.value })
          }
        />
        {say.isSuccess && (
          <Text size="sm" c="dimmed" role="status">
            {t('preview.answered')}
          </Text>
        )}
      </Group>
      <ProblemNote problem={say.error} />
    </div>
  );
}
