import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { closeStatusTold, listStatusesTold } from '#contexts/intake/status-told.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';

/** What a sheet tells of this organisation's standing, where its act is entered: or the sheet is found wrong. */
export function StatusTold({ organisation }: { organisation: OrganisationId }) {
  const { data, error } = useQuery({ ...answer(listStatusesTold, { organisation }), staleTime: 0 });
  const [told] = data?.items ?? [];
  return told === undefined ? <ProblemNote problem={error} /> : <Told organisation={organisation} told={told} />;
}

interface ToldProps {
  readonly organisation: OrganisationId;
  readonly told: ReplyOf<typeof listStatusesTold>['items'][number];
}

function Told({ organisation, told: { batch, row, status, onDay, toldOn } }: ToldProps) {
  const t = useWords('intake');
  const [isAsked, setAsked] = useState(false);
  const close = useCommand(closeStatusTold, { stale: ['insight'] });
  const said = t(`told.${status}`);
  return (
    <Alert color="clay" variant="light" title={t('statusTold.title')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" fw={600}>
          {onDay === null ? said : t('statusTold.since', { status: said, day: dayText(onDay) })}
        </Text>
        <Text size="sm">{t('statusTold.where', { day: dayText(toldOn), row })}</Text>
        <Text size="sm">{t('statusTold.lead')}</Text>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('statusTold.close')}
        </Button>
      </Stack>
      {isAsked && (
        <ReasonDialog
          title={t('statusTold.close')}
          confirm={t('statusTold.close')}
          label={t('statusTold.reason')}
          pending={close.isPending}
          problem={close.error}
          onClose={() => setAsked(false)}
          onConfirm={(reason) => close.mutate({ batch, organisation, reason }, { onSuccess: () => setAsked(false) })}
        >
          <Text size="sm">{t('statusTold.closeText')}</Text>
        </ReasonDialog>
      )}
    </Alert>
  );
}
