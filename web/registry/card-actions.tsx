import { Button, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { revocations, type Revocation } from '#contexts/registry/card.ts';
import { recordCards, revokeCard, type CardId } from '#contexts/registry/card.wire.ts';
import { addMonths, today, type Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DayInput } from '#web/ui/day-input.tsx';

interface IssueProps {
  readonly organisation: OrganisationId;
  readonly members: readonly MemberId[];
}

export function IssueCards({ organisation, members }: IssueProps) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [expiresOn, setExpiresOn] = useState<Day | ''>(addMonths(today(), 24));
  const [done, setDone] = useState<ReplyOf<typeof recordCards>>();
  const record = useCommand(recordCards);
  const submit = (): void => {
    if (done !== undefined) return leave();
    if (expiresOn !== '') record.mutate({ organisation, members: [...members], expiresOn }, { onSuccess: setDone });
  };
  const leave = (): void => {
    setDone(undefined);
    close();
  };
  return (
    <>
      <Button leftSection={<IconId size={18} aria-hidden />} onClick={open} disabled={members.length === 0}>
        {t('card.record', { count: members.length })}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('card.record', { count: members.length })}
        confirm={done === undefined ? t('card.recordConfirm') : t('card.done')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={leave}
      >
        {done === undefined ? (
          <Stack gap="sm">
            {t('card.recordText')}
            <DayInput label={t('card.expiresOn')} required value={expiresOn} onChange={setExpiresOn} />
          </Stack>
        ) : (
          <Handed reply={done} />
        )}
      </ConfirmDialog>
    </>
  );
}

/** How many have one now, and why the others do not. */
function Handed({ reply: { issued, left } }: { reply: ReplyOf<typeof recordCards> }) {
  const t = useWords('registry');
  const reasons = [...new Set(left.flatMap(({ obstacles }) => obstacles))];
  return (
    <Stack gap="xs">
      <Text role="status">{t('card.handed', { count: issued.length })}</Text>
      {left.length > 0 && (
        <>
          <Text>{t('card.left', { count: left.length })}</Text>
          <List size="sm">
            {reasons.map((reason) => (
              <List.Item key={reason}>{t(`obstacle.card.${reason}`)}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}

export function RevokeCard({ card, code }: { card: CardId; code: string }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState<Revocation>('lost');
  const [note, setNote] = useState('');
  const revoke = useCommand(revokeCard);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        data-noprint
        aria-label={`${t('card.revoke')}: ${code}`}
        onClick={open}
      >
        {t('card.revoke')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('card.revoke')}
        confirm={t('card.revoke')}
        danger
        pending={revoke.isPending}
        problem={revoke.error}
        onConfirm={() => revoke.mutate({ card, reason, ...(note !== '' && { note }) }, { onSuccess: close })}
        onClose={close}
      >
        <Stack gap="sm">
          {t('card.revokeText')}
          <NativeSelect
            label={t('card.reasonLabel')}
            data={revocations.map((value) => ({ value, label: t(`card.reason.${value}`) }))}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value as Revocation)}
          />
          <TextInput label={t('card.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
