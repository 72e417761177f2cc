import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { sendAuth, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { AuthProblem } from './auth-problem.tsx';
import { QrCode } from './qr-code.tsx';

/** What begins an authenticator app: the shared key, and the codes that stand in for it. */
export interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');

export function EnrolSteps({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) {
  const t = useWords('account');
  const [code, setCode] = useState('');
  const verify = useAuthAction((typed: string) => sendAuth('two-factor/verify-totp', { code: typed }), onDone);
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    verify.mutate(code.replaceAll(/\D/g, ''));
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm" maw="26rem">
        <Text>{t('security.scan')}</Text>
        <QrCode text={enrolment.totpURI} label={t('security.scan')} />
        <Text size="sm" component="div">
          {t('security.byHand')}: <Code>{inFours(secret)}</Code>
        </Text>
        <AuthProblem problem={verify.error} />
        <Group align="end">
          <TextInput
            label={t('signIn.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" loading={verify.isPending} disabled={code.trim().length < 6}>
            {t('security.finish')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
