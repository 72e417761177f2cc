import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { checkBatch, closeBatch, importBatch } from '#contexts/intake/batch.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { Batch } from './batch.page.tsx';
import { WithdrawSection } from './withdraw-section.tsx';

/** What may be done with the sheet as it stands. */
export function BatchActions({ batch }: { batch: Batch }) {
  if (batch.state === 'checked' && batch.counts !== null) return <Checked batch={batch} counts={batch.counts} />;
  if (batch.state === 'imported') return <Imported batch={batch} />;
  return batch.state === 'read' ? (
    <Group mt="md">
      <GiveUp batch={batch} />
    </Group>
  ) : null;
}

function Checked({ batch, counts }: { batch: Batch; counts: NonNullable<Batch['counts']> }) {
  const t = useWords('intake');
  const again = useCommand(checkBatch);
  const { new: made, update: changed, refused, question } = counts.outcomes;
  const left = refused + question;
  const isEmpty = made + changed === 0;
  return (
    <Stack gap="xs" mt="md">
      {isEmpty && <Text size="sm">{t('import.nothing')}</Text>}
      {left > 0 && <Text size="sm">{t('import.notWhole')}</Text>}
      <Group gap="sm">
        <TakeOver batch={batch} part={false} isOff={isEmpty || left > 0} values={{ made, changed, left }} />
        {left > 0 && !isEmpty && <TakeOver batch={batch} part isOff={false} values={{ made, changed, left }} />}
        <Button
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate({ batch: batch.id, version: batch.version })}
        >
          {t('preview.again')}
        </Button>
        <GiveUp batch={batch} />
      </Group>
      <ProblemNote problem={again.error} />
    </Stack>
  );
}

interface TakeOverProps {
  readonly batch: Batch;
  readonly part: boolean;
  readonly isOff: boolean;
  readonly values: { readonly made: number; readonly changed: number; readonly left: number };
}

function TakeOver({ batch, part, isOff, values }: TakeOverProps) {
  const t = useWords('intake');
  const [isAsked, setAsked] = useState(false);
  const take = useCommand(importBatch, { stale: ['registry'] });
  return (
    <>
      <Button size="md" variant={part ? 'light' : 'filled'} disabled={isOff} onClick={() => setAsked(true)}>
        {t(part ? 'import.part' : 'import.whole')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t(part ? 'import.partTitle' : 'import.wholeTitle')}
        confirm={t(part ? 'import.part' : 'import.whole')}
        pending={take.isPending}
        problem={take.error}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          take.mutate({ batch: batch.id, version: batch.version, part }, { onSuccess: () => setAsked(false) })
        }
      >
        {part ? t('import.partText', values) : t('import.wholeText', values)}
      </ConfirmDialog>
    </>
  );
}

function GiveUp({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const [isAsked, setAsked] = useState(false);
  const close = useCommand(closeBatch);
  return (
    <>
      <Button variant="subtle" color="red" disabled={!batch.may.close} onClick={() => setAsked(true)}>
        {t('close.action')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('close.action')}
        confirm={t('close.action')}
        danger
        pending={close.isPending}
        problem={close.error}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          close.mutate({ batch: batch.id, version: batch.version }, { onSuccess: () => setAsked(false) })
        }
      >
        {t('close.text')}
      </ConfirmDialog>
    </>
  );
}

function Imported({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const { organisation, kind } = batch;
  const { new: made = 0, update: changed = 0 } = batch.counts?.outcomes ?? {};
  const link =
    organisation === null
      ? registryPaths.organisations
      : kind === 'members'
        ? registryPaths.members(organisation.id)
        : registryPaths.organisation(organisation.id);
  return (
    <>
      <Alert color="leaf" variant="light" mt="md">
        {t('import.done', { made, changed })}{' '}
        <Anchor component={Link} to={link}>
          {t('import.see')}
        </Anchor>
      </Alert>
      <WithdrawSection batch={batch} />
    </>
  );
}
