import { Alert, Button, Code, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useWords } from '#web/lib/i18n.ts';

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useWords('account');
  return (
    <Stack gap="sm" maw="26rem">
      <Alert color="clay" variant="light" title={t('security.codes')}>
        {t('security.codesLead')}
      </Alert>
      <SimpleGrid component="ul" cols={2} spacing="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {codes.map((code) => (
          <li key={code}>
            <Code fz="md">{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Group data-noprint>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('shell:print')}
        </Button>
        <Button onClick={onKept}>{t('security.codesKept')}</Button>
      </Group>
    </Stack>
  );
}
