import { Alert, Anchor, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { listBlockers, withdrawBatch } from '#contexts/intake/batch.wire.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Batch } from './batch.page.tsx';

type Blocker = ReplyOf<typeof listBlockers>['items'][number];

/** A sheet is taken back as a whole, or what stands against it is shown by name. */
export function WithdrawSection({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const [isShown, setShown] = useState(false);
  const { data, error, isFetching } = useQuery({
    ...answer(listBlockers, { batch: batch.id }),
    enabled: isShown,
    staleTime: 0,
  });
  return (
    <Section title={t('withdraw.action')} lead={t('withdraw.text')}>
      <Stack gap="sm">
        {data === undefined ? (
          <Button variant="default" w="fit-content" loading={isFetching} onClick={() => setShown(true)}>
            {t('withdraw.show')}
          </Button>
        ) : data.total > 0 ? (
          <Blockers items={data.items} total={data.total} kind={batch.kind} />
        ) : (
          <>
            <Text size="sm">{t('withdraw.free')}</Text>
            <Withdraw batch={batch} />
          </>
        )}
        <ProblemNote problem={error} />
      </Stack>
    </Section>
  );
}

function Blockers({ items, total, kind }: { items: readonly Blocker[]; total: number; kind: Batch['kind'] }) {
  const t = useWords('intake');
  const linkOf = ({ target, organisation }: Blocker): string =>
    kind === 'members'
      ? registryPaths.member(target as MemberId)
      : registryPaths.organisation((organisation ?? target) as OrganisationId);
  return (
    <Alert color="clay" variant="light" title={`${t('withdraw.blocked')} (${total})`}>
      <List size="sm" spacing={4}>
        {items.map((item) => (
          <List.Item key={`${item.target} ${item.year} ${item.reason}`}>
            <Anchor component={Link} to={linkOf(item)}>
              {item.name === '' ? `${t('preview.row')} ${item.row}` : item.name}
            </Anchor>{' '}
            {item.year !== null && `(${item.year}) `}
            {t(`blocker.${item.reason}`)}
            {item.n > 0 && ` (${item.n})`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Withdraw({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(withdrawBatch, { stale: ['registry'] });
  return (
    <Group>
      <Button color="red" variant="light" onClick={() => setAsked(true)}>
        {t('withdraw.action')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('withdraw.action')}
        confirm={t('withdraw.action')}
        danger
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          withdraw.mutate({ batch: batch.id, version: batch.version, reason }, { onSuccess: () => setAsked(false) })
        }
      >
        <Text size="sm" mb="sm">
          {t('withdraw.text')}
        </Text>
        <TextInput
          label={t('withdraw.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </Group>
  );
}
