import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { recordCapExcess, type CapExcessId, type ExcessRow } from '#contexts/registry/cap-excess.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, InstantText } from '#web/ui/value-text.tsx';

const columns: Column<ExcessRow>[] = [
  { label: 'registry:capital.caps.cap', cell: ({ cap }) => word(`registry:capital.caps.kind.${cap}`) },
  {
    label: 'registry:member.name',
    cell: ({ member }) => (member === null ? '–' : (member.name ?? word('registry:member.hidden'))),
  },
  { label: 'registry:capital.excess.onDay', cell: ({ onDay }) => <DayText day={onDay} />, minor: true },
  { label: 'registry:capital.excess.until', cell: ({ until }) => <Term until={until} /> },
  { label: 'registry:capital.excess.reason', cell: (row) => <Reasons row={row} /> },
];

function Term({ until }: Pick<ExcessRow, 'until'>) {
  const t = useWords('registry');
  if (until === null) return t('capital.excess.noTerm');
  return (
    <Group gap="xs">
      <DayText day={until} />
      {until < today() && <StateBadge tone="bad" label={t('capital.excess.overdue')} />}
    </Group>
  );
}

function Reasons({ row: { reason, earlier } }: { row: ExcessRow }) {
  const t = useWords('registry');
  return (
    <Stack gap={4}>
      {reason ?? t('capital.excess.noReason')}
      {earlier.length > 0 && (
        <Text size="sm" c="dimmed" component="div">
          {t('capital.excess.earlier')}
          {earlier.map((told) => (
            <div key={told.id}>
              <InstantText at={told.recordedAt} />: {told.reason ?? t('capital.excess.noReason')} ·{' '}
              {told.until === null ? t('capital.excess.noTerm') : dayText(told.until)}
              {told.by !== null && ` · ${told.by}`}
            </div>
          ))}
        </Text>
      )}
    </Stack>
  );
}

const withAction: Column<ExcessRow>[] = [
  ...columns,
  { label: 'registry:capital.certificate.actions', cell: (row) => <TellMore row={row} /> },
];

/** Told with the acts that brought them about; each is gone once the book is back under the cap. */
export function Excesses({ excesses, mayTell }: { excesses: readonly ExcessRow[]; mayTell: boolean }) {
  const t = useWords('registry');
  if (excesses.length === 0) return null;
  return (
    <Section title={t('capital.excess.title')} lead={t('capital.excess.lead')}>
      <DataTable
        columns={mayTell ? withAction : columns}
        rows={excesses}
        rowKey={({ id }) => id}
        caption={t('capital.excess.title')}
      />
    </Section>
  );
}

/** Why it lasts, and until when: of one whom nobody could ask, or who needs longer. */
function TellMore({ row }: { row: ExcessRow }) {
  const t = useWords('registry');
  const record = useCommand(recordCapExcess);
  const [id, setId] = useState<CapExcessId | null>(null);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<Day | ''>('');
  const submit = (): void =>
    record.mutate(
      { id: id!, excess: row.id, reason, ...(until !== '' && { until }) },
      { onSuccess: () => setId(null) },
    );
  const open = (): void => {
    setReason(row.reason ?? '');
    setUntil('');
    setId(newId<CapExcessId>());
  };
  return (
    <>
      <Button variant="default" size="sm" mih={44} onClick={open} data-noprint>
        {t('capital.excess.add')}
      </Button>
      <ConfirmDialog
        opened={id !== null}
        title={t('capital.excess.add')}
        confirm={t('capital.excess.add')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={() => setId(null)}
      >
        <Stack gap="sm">
          {t('capital.excess.addText')}
          <TextInput
            label={t('capital.excess.why')}
            description={t('capital.excess.whyHint')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DayInput
            label={t('capital.excess.newUntil')}
            description={t('capital.excess.newUntilHint')}
            value={until}
            onChange={setUntil}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
