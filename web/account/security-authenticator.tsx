import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { sendAuth, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { useAskAgain, useHasAuthenticator } from './auth-answers.ts';
import { AuthProblem } from './auth-problem.tsx';
import { EnrolSteps, type Enrolment } from './enrol-steps.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Doing = 'enable' | 'disable' | 'codes';
const paths = {
  enable: 'two-factor/enable',
  disable: 'two-factor/disable',
  codes: 'two-factor/generate-backup-codes',
} as const;

export function AuthenticatorSection() {
  const t = useWords('account');
  const on = useHasAuthenticator();
  const again = useAskAgain();
  const [doing, setDoing] = useState<Doing>();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<readonly string[]>();

  const begun = (what: Doing, reply: Enrolment): void => {
    setDoing(undefined);
    if (what === 'enable') setEnrolment(reply);
    if (what === 'codes') setCodes(reply.backupCodes);
    void again();
  };
  const enrolled = (): void => {
    setCodes(enrolment?.backupCodes);
    setEnrolment(undefined);
    void again();
  };
  const idle = doing === undefined && enrolment === undefined && codes === undefined;

  return (
    <Section
      title={t('security.authenticator')}
      lead={t('security.authenticatorLead')}
      actions={on !== undefined && <OnOff on={on} />}
    >
      {idle && <Choices on={on} onChoose={setDoing} />}
      {doing !== undefined && <AskPassword doing={doing} onDone={begun} onCancel={() => setDoing(undefined)} />}
      {enrolment !== undefined && <EnrolSteps enrolment={enrolment} onDone={enrolled} />}
      {codes !== undefined && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
    </Section>
  );
}

function OnOff({ on }: { on: boolean }) {
  const t = useWords('account');
  return (
    <StateBadge
      tone={on ? 'good' : 'neutral'}
      label={t(on ? 'security.authenticatorOn' : 'security.authenticatorOff')}
    />
  );
}

function Choices({ on, onChoose }: { on: boolean | undefined; onChoose: (doing: Doing) => void }) {
  const t = useWords('account');
  if (on === undefined) return null;
  if (!on) return <Button onClick={() => onChoose('enable')}>{t('security.enable')}</Button>;
  return (
    <Group>
      <Button variant="default" onClick={() => onChoose('codes')}>
        {t('security.newCodes')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => onChoose('disable')}>
        {t('security.disable')}
      </Button>
    </Group>
  );
}

interface AskPasswordProps {
  readonly doing: Doing;
  readonly onDone: (doing: Doing, reply: Enrolment) => void;
  readonly onCancel: () => void;
}

function AskPassword({ doing, onDone, onCancel }: AskPasswordProps) {
  const t = useWords('account');
  const [password, setPassword] = useState('');
  const act = useAuthAction(
    (typed: string) => sendAuth<Enrolment>(paths[doing], { password: typed }),
    (reply) => onDone(doing, reply),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') act.mutate(password);
  };
  const label = { enable: 'security.enable', disable: 'security.disable', codes: 'security.newCodes' } as const;
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm" maw="26rem">
        <AuthProblem problem={act.error} />
        <PasswordInput
          label={t('security.yourPassword')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={act.isPending} disabled={password === ''}>
            {t(label[doing])}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {t('shell:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
