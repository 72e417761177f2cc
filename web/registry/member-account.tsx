import { Button, NativeSelect, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listGrants } from '#contexts/people/grant.wire.ts';
import { changeMemberAccount } from '#contexts/registry/personal-request.wire.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

/** Whose account the member signs in with: of those who hold a role of the organisation. */
export function LinkAccount({ member, organisation }: { member: MemberId; organisation: OrganisationId }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('membership.link')}
      </Button>
      {opened && <Choose member={member} organisation={organisation} close={close} />}
    </>
  );
}

interface ChooseProps {
  readonly member: MemberId;
  readonly organisation: OrganisationId;
  readonly close: () => void;
}

function Choose({ member, organisation, close }: ChooseProps) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listGrants, { organisation, size: 200 }));
  const [account, setAccount] = useState<AccountId | ''>('');
  const change = useCommand(changeMemberAccount);
  const people = new Map(data?.items.map((grant) => [grant.account.id, grant.account.name]));
  return (
    <ConfirmDialog
      opened
      title={t('membership.link')}
      confirm={t('membership.linkSave')}
      pending={change.isPending}
      problem={change.error}
      onConfirm={() => change.mutate({ member, account: account === '' ? null : account }, { onSuccess: close })}
      onClose={close}
    >
      <Stack gap="sm">
        {t('membership.linkText')}
        <NativeSelect
          label={t('membership.account')}
          data={[
            { value: '', label: t('membership.noAccount') },
            ...[...people].map(([value, label]) => ({ value, label })),
          ]}
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value as AccountId | '')}
        />
      </Stack>
    </ConfirmDialog>
  );
}
