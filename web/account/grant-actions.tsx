import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { revokeGrant, type GrantRow } from '#contexts/people/grant.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { placeText, roleText } from './held-place.ts';
import { inOwnWords } from './own-words.ts';
import { accountPaths } from './paths.ts';

export function GrantActions({ grant }: { grant: GrantRow }) {
  const t = useWords('account');
  const [asking, setAsking] = useState(false);
  const { name, demonstration } = grant.account;
  return (
    <Group gap="xs" data-noprint>
      {!demonstration && (
        <Button
          component={Link}
          to={accountPaths.reset(grant.account.id)}
          variant="subtle"
          size="compact-sm"
          aria-label={`${t('people.reset')}: ${name}`}
        >
          {t('people.reset')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        aria-label={`${t('people.revoke')}: ${name}`}
        onClick={() => setAsking(true)}
      >
        {t('people.revoke')}
      </Button>
      {asking && <RevokeDialog grant={grant} onClose={() => setAsking(false)} />}
    </Group>
  );
}

function RevokeDialog({ grant, onClose }: { grant: GrantRow; onClose: () => void }) {
  const t = useWords('account');
  const revoke = useCommand(revokeGrant);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (): void => {
    if (reason.trim().length < 3) return setMissing(true);
    revoke.mutate({ grant: grant.id, reason }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      opened
      danger
      title={t('people.revokeTitle', { name: grant.account.name })}
      confirm={t('people.revoke')}
      pending={revoke.isPending}
      problem={inOwnWords(revoke.error)}
      onConfirm={send}
      onClose={onClose}
    >
      <Text mb="sm">{t('people.revokeText', { role: roleText(grant), place: placeText(grant) })}</Text>
      <TextInput
        label={t('people.reason')}
        required
        maxLength={500}
        value={reason}
        error={missing && reason.trim().length < 3 ? t('shell:field.required') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
