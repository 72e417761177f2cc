import { Alert, Button, Group, NativeSelect, Progress, Text } from '@mantine/core';
import { IconMail, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { invitationPath } from '#contexts/people/invitation.ts';
import { sendInvitation } from '#contexts/people/invitation.wire.ts';
import type { OfficerRow } from '#contexts/people/officer-sheet.wire.ts';
import { newId } from '#kernel/id.ts';
import { isApiProblem, type ApiProblem } from '#web/lib/api-problem.ts';
import { sendCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage, languageNames, languages, type Language } from '#web/lib/language.ts';
import { useMe } from '#web/lib/me.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { QrCode } from '#web/account/qr-code.tsx';
import { LeaveGuard } from '#web/ui/leave-guard.tsx';
import { Section } from '#web/ui/section.tsx';
import classes from './officer-links.module.css';
import { inOwnWords } from './own-words.ts';

export interface OfficerLink {
  readonly officer: OfficerRow;
  readonly invitation: string;
  readonly token: string;
}

/** Links just made, once: to print and cut apart, or to send. Their secrets are nowhere but on this page. */
export function OfficerLinks({ links, expiresAt }: { links: readonly OfficerLink[]; expiresAt: string }) {
  const t = useWords('setup');
  const { mail } = useMe();
  return (
    <Section title={t('officers.ready', { count: links.length })} lead={t('officers.readyLead')}>
      {mail ? (
        <SendAll links={links} />
      ) : (
        <Alert color="clay" variant="light" data-noprint>
          {t('officers.mailOff')}
        </Alert>
      )}
      <Button
        variant="default"
        my="md"
        size="md"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
        data-noprint
      >
        {t('officers.print')}
      </Button>
      <Text size="sm">{t('officers.keep')}</Text>
      <ul className={classes['sheet']} aria-label={t('officers.sheetTitle')}>
        {links.map((link) => (
          <Slip key={link.invitation} link={link} expiresAt={expiresAt} />
        ))}
      </ul>
      <LeaveGuard active />
    </Section>
  );
}

function Slip({ link: { officer, token }, expiresAt }: { link: OfficerLink; expiresAt: string }) {
  const t = useWords('setup');
  const address = location.origin + invitationPath(token);
  return (
    <li className={classes['slip']}>
      <div>
        <Text fw={600}>{officer.name}</Text>
        <Text size="sm">{[t(`shell:role.${officer.role}`), officer.unit?.name].filter(Boolean).join(', ')}</Text>
        <Text size="sm" className={classes['address'] ?? ''} data-link>
          {address}
        </Text>
        <Text size="sm" c="dimmed">
          {t('officers.expires', { at: instantText(expiresAt) })}
        </Text>
      </div>
      <QrCode text={address} label={officer.name} />
    </li>
  );
}

type Outcome = 'sent' | ApiProblem;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** One letter; told to wait by the server it waits, so that a long list goes to its end. */
async function sendOne({ officer, invitation, token }: OfficerLink, language: Language): Promise<Outcome> {
  const commandId = newId();
  for (let tries = 0; ; tries += 1) {
    try {
      await sendCommand(sendInvitation, { invitation, token, email: officer.email, language }, commandId);
      return 'sent';
    } catch (problem) {
      if (!isApiProblem(problem)) throw problem;
      if (problem.status !== 429 || tries > 5) return problem;
      await pause(Number(problem.details['retryAfter'] ?? 20) * 1_000);
    }
  }
}

function SendAll({ links }: { links: readonly OfficerLink[] }) {
  const t = useWords('setup');
  const [language, setLanguage] = useState(currentLanguage());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [running, setRunning] = useState(false);
  const left = links.filter(({ invitation }) => outcomes.get(invitation) !== 'sent');

  const send = async (): Promise<void> => {
    setRunning(true);
    for (const link of left) {
      const outcome = await sendOne(link, language);
      setOutcomes((before) => new Map(before).set(link.invitation, outcome));
    }
    setRunning(false);
  };
  const sent = links.length - left.length;
  return (
    <div data-noprint aria-live="polite">
      <Group align="end">
        <NativeSelect
          label={t('officers.language')}
          value={language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        />
        {left.length > 0 && (
          <Button
            size="md"
            leftSection={<IconMail size={18} aria-hidden />}
            loading={running}
            onClick={() => void send()}
          >
            {t('officers.send', { count: left.length })}
          </Button>
        )}
      </Group>
      {outcomes.size > 0 && (
        <>
          <Progress value={(sent / links.length) * 100} my="sm" aria-label={t('step.mail')} />
          <Text size="sm">{t('officers.sending', { done: sent, all: links.length })}</Text>
          <ul>
            {links.map(({ officer, invitation }) => {
              const outcome = outcomes.get(invitation);
              return outcome === undefined ? null : (
                <li key={invitation}>
                  {officer.name}:{' '}
                  {outcome === 'sent'
                    ? t('officers.sent')
                    : t('officers.notSent', { why: problemText(inOwnWords(outcome)) })}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
