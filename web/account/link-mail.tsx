import { Alert, Box, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { sendInvitation } from '#contexts/people/invitation.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage, languageNames, languages } from '#web/lib/language.ts';
import { useMe } from '#web/lib/me.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { Section } from '#web/ui/section.tsx';
import type { MadeLink } from './link-sheet.tsx';
import { commandInOwnWords } from './own-words.ts';

interface LinkMailProps {
  readonly link: MadeLink;
  /** Proposed; the officer may type another. */
  readonly email: string;
}

/** Sends the link just made, where mail is configured: this page alone still knows its secret. */
export function LinkMail({ link, email }: LinkMailProps) {
  const t = useWords('account');
  const { mail } = useMe();
  const send = useCommand(sendInvitation);
  const form = useForm({ initialValues: { email, language: currentLanguage() } });
  const [sentTo, setSentTo] = useState<string>();
  if (!mail) return null;
  return (
    <Box data-noprint>
      <Section title={t('link.mail.title')} lead={t('link.mail.lead')}>
        <FormShell
          method={sendInvitation}
          command={commandInOwnWords(send)}
          form={form}
          submit={t('link.mail.send')}
          toInput={(values) => ({ invitation: link.invitation, token: link.token, ...values })}
          onDone={(_, input) => setSentTo(input.email)}
        >
          <TextInput
            label={t('link.mail.email')}
            type="email"
            required
            autoComplete="off"
            {...form.getInputProps('email')}
          />
          <NativeSelect
            label={t('link.mail.language')}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            {...form.getInputProps('language')}
          />
          {sentTo !== undefined && (
            <Alert role="status" color="green" variant="light">
              {t('link.mail.sent', { email: sentTo })}
            </Alert>
          )}
        </FormShell>
      </Section>
    </Box>
  );
}
