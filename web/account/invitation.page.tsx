import { Alert, Anchor, Button, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { ReplyOf } from '#kernel/method.ts';
import { newId, type GrantId } from '#kernel/id.ts';
import { tokenHash } from '#contexts/people/invitation.ts';
import { acceptInvitation, getInvitation } from '#contexts/people/invitation.wire.ts';
import { fetchAnswer } from '#web/lib/api.ts';
import { startAnew } from '#web/lib/auth.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { heldText } from './held-place.ts';
import { inOwnWords } from './own-words.ts';
import { NewAccountForm } from './new-account.form.tsx';
import { NewPasswordForm } from './new-password.form.tsx';
import { accountPaths } from './paths.ts';

type Invitation = ReplyOf<typeof getInvitation>;

/** A one-time link: the secret stands after the # and is sent to the server only when the role is taken. */
export function Page() {
  const t = useWords('account');
  const token = useLocation().hash.slice(1);
  const { data, error, isLoading } = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => fetchAnswer(getInvitation, { hash: await tokenHash(token) }),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
    networkMode: 'always',
  });
  if (data?.kind === 'reset') return <NewPasswordForm token={token} invitation={data} />;
  if (data?.kind === 'invite') return <Invited token={token} invitation={data} />;
  return (
    <Stack maw="36rem">
      <PageHeader title={t('invitation.title')} />
      {isLoading && <Loader aria-label={t('invitation.checking')} />}
      {token === '' && <Alert color="red">{t('invitation.missing')}</Alert>}
      <ProblemNote problem={inOwnWords(error)} />
      {error !== null && <Text>{t('invitation.askAgain')}</Text>}
    </Stack>
  );
}

function Invited({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useWords('account');
  const { account } = useMe();
  return (
    <Stack maw="36rem">
      <PageHeader
        title={t('invitation.welcome', { name: invitation.name })}
        lead={t('invitation.invitedBy', { by: invitation.madeBy ?? 'Lienket' })}
      />
      {invitation.held !== null && (
        <Alert color="leaf" variant="light">
          <Text fw={600}>{heldText(invitation.held)}</Text>
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {t('invitation.expires', { at: instantText(invitation.expiresAt) })}
      </Text>
      {account === null ? (
        <Text size="sm">
          <Anchor component={Link} to={accountPaths.signIn(`${accountPaths.invitation}#${token}`)} inherit>
            {t('invitation.haveAccount')}
          </Anchor>
        </Text>
      ) : (
        <AsMyself token={token} name={account.name} />
      )}
      <NewAccountForm
        token={token}
        name={invitation.name}
        title={t(account === null ? 'invitation.newAccount' : 'invitation.orNew')}
      />
    </Stack>
  );
}

function AsMyself({ token, name }: { token: string; name: string }) {
  const t = useWords('account');
  const accept = useCommand(acceptInvitation);
  const [grant] = useState(() => newId<GrantId>());
  return (
    <>
      <ProblemNote problem={inOwnWords(accept.error)} />
      <Button
        size="md"
        loading={accept.isPending}
        onClick={() => accept.mutate({ token, grant }, { onSuccess: () => startAnew(accountPaths.account) })}
      >
        {t('invitation.asMe', { name })}
      </Button>
    </>
  );
}
