import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { revokeGrant, type GrantRow } from '#contexts/people/grant.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
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
  return (
    <ReasonDialog
      danger
      title={t('people.revokeTitle', { name: grant.account.name })}
      confirm={t('people.revoke')}
      label={t('people.reason')}
      pending={revoke.isPending}
      problem={inOwnWords(revoke.error)}
      onConfirm={(reason) => revoke.mutate({ grant: grant.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('people.revokeText', { role: roleText(grant), place: placeText(grant) })}
    </ReasonDialog>
  );
}
