import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { invitationPath } from '#contexts/people/invitation.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Facts } from '#web/ui/facts.tsx';
import { Section } from '#web/ui/section.tsx';
import { LinkMail } from './link-mail.tsx';
import { QrCode } from './qr-code.tsx';

export interface MadeLink {
  readonly invitation: string;
  readonly token: string;
  readonly expiresAt: string;
}

interface LinkSheetProps {
  readonly link: MadeLink;
  readonly name: string;
  /** What it leads to, in words. */
  readonly text: string;
  /** Where it would be mailed to, as far as one knows. */
  readonly email?: string;
}

/** A one-time link, once: to copy, or to print and hand over. The domain stands beside the code, so that a false one shows. */
export function LinkSheet({ link, name, text, email = '' }: LinkSheetProps) {
  const t = useWords('account');
  const address = location.origin + invitationPath(link.token);
  return (
    <Section title={t('link.ready')} lead={text}>
      <Stack gap="md" maw="36rem">
        <Facts
          facts={[
            { label: t('link.for'), value: name },
            { label: t('links.expiresAt'), value: instantText(link.expiresAt) },
          ]}
        />
        <Group align="end" gap="sm" data-noprint>
          <TextInput
            label={t('link.address')}
            value={address}
            readOnly
            style={{ flex: 1 }}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button
                onClick={copy}
                leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
              >
                {t(copied ? 'link.copied' : 'link.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <QrCode text={address} label={t('link.qr')} />
        <Text size="sm">{t('link.open', { host: location.host })}</Text>
        <Text size="sm">{t('link.expires', { at: instantText(link.expiresAt) })}</Text>
        <Alert color="clay" variant="light">
          {t('link.keep')}
        </Alert>
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
          data-noprint
        >
          {t('link.print')}
        </Button>
        <LinkMail link={link} email={email} />
      </Stack>
    </Section>
  );
}
