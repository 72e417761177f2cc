import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconLeafOff, IconLock, IconMapOff, IconPlugConnectedX, type Icon } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRevalidator, useRouteError } from 'react-router';
import { isApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { PageHeader } from '#web/ui/page-header.tsx';

type Kind = 'notFound' | 'forbidden' | 'failed' | 'unreachable';
const icons: Record<Kind, Icon> = {
  notFound: IconMapOff,
  forbidden: IconLock,
  failed: IconLeafOff,
  unreachable: IconPlugConnectedX,
};

function kindOf(error: unknown): Kind {
  if (!isApiProblem(error)) return 'failed';
  if (error.isNetwork) return 'unreachable';
  if (error.status === 403) return 'forbidden';
  // An address that cannot be read names nothing either.
  return error.status === 404 || error.code === 'input.invalid' ? 'notFound' : 'failed';
}

/** Instead of a page that is not there, not open to the person, or broken. */
export function ErrorPage() {
  const t = useWords('shell');
  const error = useRouteError();
  const client = useQueryClient();
  const { revalidate, state } = useRevalidator();
  const kind = kindOf(error);
  const Mark = icons[kind];
  const canRetry = kind === 'failed' || kind === 'unreachable';

  return (
    <Stack gap="sm" maw="36rem" py="xl" data-page-state={kind}>
      <Mark size={44} stroke={1.4} color="var(--lk-mark)" aria-hidden />
      <PageHeader title={t(`page.${kind}`)} />
      <Text mt="-md">{t(`page.${kind}Text`)}</Text>
      {isApiProblem(error) && kind === 'failed' && (
        <Text size="sm" c="dimmed" ff="monospace">
          {error.code}
        </Text>
      )}
      <Group mt="sm">
        {canRetry && (
          <Button
            loading={state === 'loading'}
            onClick={() => {
              client.clear();
              void revalidate();
            }}
          >
            {t('retry')}
          </Button>
        )}
        <Button component={Link} to="/" reloadDocument={canRetry} variant={canRetry ? 'default' : 'filled'}>
          {t('page.toHome')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The same when not even the shell could be made. */
export const BareErrorPage = () => (
  <Box component="main" p="lg">
    <ErrorPage />
  </Box>
);
