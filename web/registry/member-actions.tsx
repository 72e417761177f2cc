import { Button, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { closeMembership, eraseMember, type MemberRow } from '#contexts/registry/member.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';

type Member = Pick<MemberRow, 'id' | 'version'>;

export function LeaveMember({ member: { id, version } }: { member: Member }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const [leftOn, setLeftOn] = useState<Day | ''>(today());
  const [reason, setReason] = useState('');
  const leave = useCommand(closeMembership);
  const submit = (): void => {
    if (leftOn === '') return;
    leave.mutate({ member: id, version, leftOn, ...(reason !== '' && { reason }) }, { onSuccess: close });
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('member.close')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('member.close')}
        confirm={t('member.close')}
        pending={leave.isPending}
        problem={leave.error}
        onConfirm={submit}
        onClose={close}
      >
        <Stack gap="sm">
          {t('member.closeText')}
          <DayInput label={t('member.leftOn')} required value={leftOn} max={today()} onChange={setLeftOn} />
          <TextInput
            label={t('member.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

export function EraseMember({ member: { id, version } }: { member: Member }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const erase = useCommand(eraseMember);
  return (
    <>
      <Button variant="subtle" color="red" onClick={open}>
        {t('member.erase')}
      </Button>
      {opened && (
        <ReasonDialog
          title={t('member.erase')}
          confirm={t('member.erase')}
          label={t('member.reason')}
          danger
          pending={erase.isPending}
          problem={erase.error}
          onConfirm={(reason) => erase.mutate({ member: id, version, reason }, { onSuccess: close })}
          onClose={close}
        >
          {t('member.eraseText')}
        </ReasonDialog>
      )}
    </>
  );
}
