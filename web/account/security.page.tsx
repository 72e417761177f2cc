import { Alert } from '@mantine/core';
import { listSessions } from '#contexts/people/session.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { accountPaths } from './paths.ts';
import { AuthenticatorSection } from './security-authenticator.tsx';
import { PasskeySection } from './security-passkeys.tsx';
import { PasswordSection } from './security-password.tsx';
import { ProviderSection } from './security-providers.tsx';
import { SessionSection } from './security-sessions.tsx';

export const load: Load = ({ ask }) => ask(listSessions, {});

export function Page() {
  const t = useWords('account');
  const { account, providers } = useMe();
  return (
    <>
      <PageHeader title={t('security.title')} crumbs={[{ label: t('account.title'), to: accountPaths.account }]} />
      {account?.demonstration === true ? (
        <Alert color="clay">{t('demo.note')}</Alert>
      ) : (
        <>
          <PasskeySection />
          <AuthenticatorSection />
          <PasswordSection />
          {providers.length > 0 && <ProviderSection />}
        </>
      )}
      <SessionSection />
    </>
  );
}
