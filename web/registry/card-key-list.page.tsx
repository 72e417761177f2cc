import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { changeCardKey, listCardKeys } from '#contexts/registry/card.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';

type Row = ReplyOf<typeof listCardKeys>['items'][number];

const columns: Column<Row>[] = [
  { label: 'registry:card.keyNumber', cell: ({ number }) => number, align: 'end' },
  { label: 'registry:card.keyDays', cell: ({ from, endedOn }) => daysText(from, endedOn) },
  { label: 'registry:card.stateLabel', cell: (row) => <State row={row} /> },
  { label: 'registry:card.keyCards', cell: ({ cards }) => cards, align: 'end' },
  { label: 'registry:member.reason', cell: ({ reason }) => reason },
];

function State({ row: { endedOn, broken } }: { row: Row }) {
  const t = useWords('registry');
  if (broken) return <StateBadge tone="bad" label={t('card.keyBroken')} />;
  return (
    <StateBadge
      tone={endedOn === null ? 'good' : 'neutral'}
      label={t(endedOn === null ? 'card.keyNow' : 'card.keyEnded')}
    />
  );
}

export const load: Load = ({ ask }) => ask(listCardKeys, {});

/** The keys members' cards were signed with. */
export function Page() {
  const t = useWords('registry');
  const { items } = useAnswer(listCardKeys, {});
  return (
    <>
      <PageHeader title={t('card.keys')} lead={t('card.keysLead')} actions={<ChangeKey />} />
      <DataTable
        columns={columns}
        rows={items}
        rowKey={({ number }) => String(number)}
        caption={t('card.keys')}
        empty={t('card.keysEmpty')}
      />
    </>
  );
}

function ChangeKey() {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [broken, setBroken] = useState(false);
  const [reason, setReason] = useState('');
  const change = useCommand(changeCardKey);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('card.keyChange')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('card.keyChange')}
        confirm={t('card.keyChange')}
        danger={broken}
        pending={change.isPending}
        problem={change.error}
        onConfirm={() => change.mutate({ broken, reason }, { onSuccess: close })}
        onClose={close}
      >
        <Stack gap="sm">
          {t('card.keyChangeText')}
          <TextInput
            label={t('member.reason')}
            required
            minLength={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Checkbox
            label={t('card.keyIsBroken')}
            description={t('card.keyIsBrokenHint')}
            checked={broken}
            onChange={(event) => setBroken(event.currentTarget.checked)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
