import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { sendTestLetter } from '#contexts/people/officer-sheet.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import type { Load } from '#web/lib/routes.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { inOwnWords } from './own-words.ts';
import { askSetup, useSetup } from './state.ts';
import { StepFrame } from './step-frame.tsx';

export const load: Load = (at) => askSetup(at);

export function Page() {
  const t = useWords('setup');
  const { registry, people } = useSetup();
  const { isSet, testedAt, testedBy } = people.mail;
  return (
    <StepFrame step="mail" lead={t('mail.lead')}>
      <Stack gap="md" maw="44rem">
        {!isSet && (
          <Alert color="clay" variant="light">
            {t('mail.off')}
          </Alert>
        )}
        {isSet && registry.may.record && <TestLetter />}
        {testedAt !== null && (
          <Text c="dimmed">
            {t('mail.last', { by: testedBy ?? t('parameters.somebody'), at: instantText(testedAt) })}
          </Text>
        )}
      </Stack>
    </StepFrame>
  );
}

function TestLetter() {
  const t = useWords('setup');
  const send = useCommand(sendTestLetter);
  return (
    <Stack gap="sm" aria-live="polite">
      <Group>
        <Button
          size="md"
          leftSection={<IconMail size={18} aria-hidden />}
          loading={send.isPending}
          onClick={() => send.mutate({ language: currentLanguage() })}
        >
          {t('mail.test')}
        </Button>
      </Group>
      <ProblemNote problem={inOwnWords(send.error)} />
      {send.data !== undefined && (
        <Alert color="leaf" variant="light" role="status">
          <Text>{t('mail.took', { to: send.data.to })}</Text>
          <Code block>{send.data.answer}</Code>
          <Text mt="xs">{t('mail.look')}</Text>
        </Alert>
      )}
    </Stack>
  );
}
