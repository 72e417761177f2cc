import { Alert, Anchor, Button, Divider, Stack, Text } from '@mantine/core';
import { IconFingerprint, IconIdBadge2 } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { sendAuth, startAnew, ownPath, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { passkeysWork, signInWithPasskey } from '#web/lib/passkey.ts';
import type { Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { listDemonstrationAccounts } from '#contexts/people/account.wire.ts';
import { CodeStep } from './code-step.tsx';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { inOwnWords } from './own-words.ts';
import { PasswordStep } from './password-step.tsx';

export const load: Load = async ({ ask, me }) => (me.demoSignIns ? ask(listDemonstrationAccounts, {}) : null);

export function Page() {
  const t = useWords('account');
  const me = useMe();
  const [search] = useSearchParams();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const back = ownPath(search.get('back'));
  const done = (): void => startAnew(back);

  return (
    <Stack maw="26rem" mx="auto" gap="md">
      <PageHeader
        title={t(step === 'code' ? 'signIn.codeTitle' : 'signIn.title')}
        lead={step === 'password' ? t('signIn.lead') : undefined}
      />
      {step === 'code' ? (
        <CodeStep onDone={done} onAgain={() => setStep('password')} />
      ) : (
        <>
          {me.account !== null && (
            <Alert color="leaf" variant="light">
              {t('signIn.already', { name: me.account.name })}{' '}
              <Anchor component={Link} to={back}>
                {t('signIn.goOn')}
              </Anchor>
            </Alert>
          )}
          {search.has('error') && (
            <Alert role="alert" color="red" variant="light">
              {t('signIn.providerFailed')}
            </Alert>
          )}
          <PasswordStep onDone={done} onSecond={() => setStep('code')} />
          <OtherWays onDone={done} back={back} />
          <Text size="sm" c="dimmed">
            {t('signIn.lost')}
          </Text>
          {me.demoSignIns && <DemoSignIns back={back} />}
        </>
      )}
    </Stack>
  );
}

function OtherWays({ onDone, back }: { onDone: () => void; back: string }) {
  const t = useWords('account');
  const { providers } = useMe();
  const passkey = useAuthAction(signInWithPasskey, onDone);
  const provider = useAuthAction(
    (id: string) =>
      sendAuth<{ url: string }>('sign-in/social', { provider: id, callbackURL: back, errorCallbackURL: '/sign-in' }),
    ({ url }) => startAnew(url),
  );
  if (!passkeysWork() && providers.length === 0) return null;
  return (
    <>
      <Divider label={t('signIn.or')} />
      <ProblemNote problem={inOwnWords(passkey.error ?? provider.error)} />
      {passkeysWork() && (
        <div>
          <Button
            fullWidth
            variant="default"
            size="md"
            leftSection={<IconFingerprint size={20} aria-hidden />}
            loading={passkey.isPending}
            onClick={() => passkey.mutate(undefined)}
          >
            {t('signIn.passkey')}
          </Button>
          <Text size="sm" c="dimmed" mt={4}>
            {t('signIn.passkeyHint')}
          </Text>
        </div>
      )}
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          fullWidth
          variant="default"
          size="md"
          leftSection={<IconIdBadge2 size={20} aria-hidden />}
          loading={provider.isPending}
          onClick={() => provider.mutate(id)}
        >
          {t('signIn.provider', { name })}
        </Button>
      ))}
    </>
  );
}
