import { Button } from '@mantine/core';
import { useState } from 'react';
import { eraseAccount } from '#contexts/people/account.wire.ts';
import type { GrantRow } from '#contexts/people/grant.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { inOwnWords } from './own-words.ts';

/** For an administrator, beside somebody who holds no role any more. */
export function EraseAccount({ account }: { account: GrantRow['account'] }) {
  const t = useWords('account');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        data-noprint
        aria-label={`${t('people.erase')}: ${account.name}`}
        onClick={() => setAsking(true)}
      >
        {t('people.erase')}
      </Button>
      {asking && <EraseDialog account={account} onClose={() => setAsking(false)} />}
    </>
  );
}

function EraseDialog({ account, onClose }: { account: GrantRow['account']; onClose: () => void }) {
  const t = useWords('account');
  const erase = useCommand(eraseAccount);
  return (
    <ReasonDialog
      danger
      title={t('people.eraseTitle', { name: account.name })}
      confirm={t('people.erase')}
      label={t('people.reason')}
      pending={erase.isPending}
      problem={inOwnWords(erase.error)}
      onConfirm={(reason) => erase.mutate({ account: account.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {t('people.eraseText')}
    </ReasonDialog>
  );
}
