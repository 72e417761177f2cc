import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { withdrawSurplus, type SurplusView } from '#contexts/books/surplus.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { SharingLines } from './sharing-lines.tsx';

/** A sharing as it was recorded; taken back by an entry, never changed. */
export function RecordedSharing({ sharing, mayWithdraw }: { sharing: SurplusView; mayWithdraw: boolean }) {
  const t = useWords('books');
  const { reversal } = sharing;
  return (
    <Section
      title={t('surplus.recorded', { number: sharing.number })}
      lead={`${sharing.document}, ${dayText(sharing.decidedOn)} · ${vndText(sharing.profitVnd)}`}
      actions={
        reversal === null ? (
          mayWithdraw && <Withdraw sharing={sharing} />
        ) : (
          <StateBadge tone="bad" label={t('surplus.reversed', { on: dayText(reversal.on), reason: reversal.reason })} />
        )
      }
    >
      <SharingLines lines={sharing.lines} caption={t('surplus.recorded', { number: sharing.number })} />
    </Section>
  );
}

function Withdraw({ sharing }: { sharing: SurplusView }) {
  const t = useWords('books');
  const withdraw = useCommand(withdrawSurplus);
  const [asked, setAsked] = useState(false);
  const [reversedOn, setReversedOn] = useState<Day | ''>(today());
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const send = () =>
    withdraw.mutate({ surplus: sharing.id, reversedOn, document, reason }, { onSuccess: () => setAsked(false) });
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsked(true)}>
        {t('surplus.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('surplus.withdraw')}
        confirm={t('surplus.withdraw')}
        danger
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={() => setAsked(false)}
        onConfirm={send}
      >
        {t('surplus.withdrawText')}
        <DayInput label={t('surplus.reversedOn')} required value={reversedOn} onChange={setReversedOn} />
        <TextInput
          label={t('surplus.document')}
          required
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <TextInput
          label={t('account.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
