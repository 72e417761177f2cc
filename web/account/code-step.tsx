import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { sendAuth, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { inOwnWords } from './own-words.ts';

/** The second step: a code of the authenticator app, or a recovery code. */
export function CodeStep({ onDone, onAgain }: { onDone: () => void; onAgain: () => void }) {
  const t = useWords('account');
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const verify = useAuthAction(
    (typed: string) => sendAuth(recovery ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp', { code: typed }),
    onDone,
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() !== '') verify.mutate(recovery ? code.trim() : code.replaceAll(/\D/g, ''));
  };
  const turn = (): void => {
    setRecovery(!recovery);
    setCode('');
    verify.reset();
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <Text>{t(recovery ? 'signIn.recoveryLead' : 'signIn.codeLead')}</Text>
        <ProblemNote problem={inOwnWords(verify.error)} />
        <TextInput
          key={String(recovery)}
          label={t(recovery ? 'signIn.recovery' : 'signIn.code')}
          required
          data-autofocus
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={verify.isPending} disabled={code.trim() === ''}>
          {t('signIn.confirm')}
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={turn}>
            {t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={onAgain}>
            {t('signIn.again')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
