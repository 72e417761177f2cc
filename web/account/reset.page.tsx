import { Alert, Button, List, Stack } from '@mantine/core';
import { useState } from 'react';
import type { AccountId } from '#kernel/id.ts';
import { listGrants } from '#contexts/people/grant.wire.ts';
import { draftReset } from '#contexts/people/invitation.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { heldText } from './held-place.ts';
import { useLinkSecret } from './link-secret.ts';
import { LinkSheet, type MadeLink } from './link-sheet.tsx';
import { inOwnWords } from './own-words.ts';
import { accountPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(listGrants, { account: param('account') });

export function Page() {
  const t = useWords('account');
  const id = useParam<AccountId>('account');
  const { items } = useAnswer(listGrants, { account: id });
  const secret = useLinkSecret();
  const draft = useCommand(draftReset);
  const [made, setMade] = useState<MadeLink>();
  const { name = '', email = '' } = items[0]?.account ?? {};
  const crumbs = [{ label: t('people.title'), to: accountPaths.people }];

  if (items.length === 0) {
    return (
      <>
        <PageHeader title={t('people.reset')} crumbs={crumbs} />
        <EmptyState title={t('problem.account.unknown')} />
      </>
    );
  }
  const send = (): void =>
    draft.mutate(
      { invitation: secret.invitation, tokenHash: secret.tokenHash, account: id },
      { onSuccess: ({ expiresAt }) => setMade({ invitation: secret.invitation, token: secret.token, expiresAt }) },
    );
  return (
    <>
      <PageHeader title={t('reset.title', { name })} lead={t('reset.lead')} crumbs={crumbs} />
      {made !== undefined ? (
        <LinkSheet link={made} name={name} email={email} text={t('link.resetText', { name })} />
      ) : (
        <Stack maw="44rem">
          <List>
            {items.map((grant) => (
              <List.Item key={grant.id}>{heldText(grant)}</List.Item>
            ))}
          </List>
          <Alert color="clay" variant="light">
            {t('reset.check')}
          </Alert>
          <ProblemNote problem={inOwnWords(draft.error)} />
          <Button w="fit-content" loading={draft.isPending} onClick={send}>
            {t('reset.submit')}
          </Button>
        </Stack>
      )}
    </>
  );
}
