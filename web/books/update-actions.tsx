import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  acceptUpdate,
  assembleUpdate,
  correctUpdate,
  submitUpdate,
  type UpdatePage,
} from '#contexts/books/update.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

import { useProvisionalText } from './update-provisional.tsx';

interface Of {
  readonly page: UpdatePage;
  readonly onGiveBack: () => void;
}

const figures = ['registry', 'insight', 'support', 'credit'];

/** The steps that can be taken now, each asked once more. */
export function UpdateActions({ page, onGiveBack }: Of) {
  const t = useWords('books');
  const { may, update, checks } = page;
  const fill = useCommand(assembleUpdate);
  if (update === null) return null;
  const blocking = checks.filter(({ severity }) => severity === 'blocks').length;
  return (
    <>
      {may.write && (
        <Button variant="default" loading={fill.isPending} onClick={() => fill.mutate({ update: update.id })}>
          {fill.data === undefined ? t('update.fill') : t('update.filled', { count: fill.data.filled })}
        </Button>
      )}
      {may.submit && <Submit page={page} blocking={blocking} />}
      {may.answer && (
        <>
          <Button variant="default" onClick={onGiveBack}>
            {t('update.giveBack')}
          </Button>
          <Accept page={page} />
        </>
      )}
      {may.correct && <Correct page={page} />}
    </>
  );
}

const stepOf = ({ update }: UpdatePage) => ({ update: update!.id, version: update!.version });

function Submit({ page, blocking }: { page: UpdatePage; blocking: number }) {
  const t = useWords('books');
  const submit = useCommand(submitUpdate);
  const [asked, setAsked] = useState(false);
  return (
    <Group gap="xs">
      <Button disabled={blocking > 0} onClick={() => setAsked(true)}>
        {t('update.submit')}
      </Button>
      {blocking > 0 && (
        <Text size="xs" c="dimmed">
          {t('update.submitBlocked', { count: blocking })}
        </Text>
      )}
      <ConfirmDialog
        opened={asked}
        title={t('update.submit')}
        confirm={t('update.submit')}
        pending={submit.isPending}
        problem={submit.error}
        onClose={() => setAsked(false)}
        onConfirm={() => submit.mutate(stepOf(page), { onSuccess: () => setAsked(false) })}
      >
        {t('update.submitAsk')}
      </ConfirmDialog>
    </Group>
  );
}

function Accept({ page }: { page: UpdatePage }) {
  const t = useWords('books');
  const accept = useCommand(acceptUpdate, { stale: figures });
  const provisional = useProvisionalText(page);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('update.accept')}</Button>
      <ConfirmDialog
        opened={asked}
        title={t('update.accept')}
        confirm={t('update.accept')}
        pending={accept.isPending}
        problem={accept.error}
        onClose={() => setAsked(false)}
        onConfirm={() => accept.mutate(stepOf(page), { onSuccess: () => setAsked(false) })}
      >
        <Text>{t('update.acceptAsk', { year: page.year })}</Text>
        {provisional.map((line) => (
          <Text key={line} size="sm" mt="xs" fw={600}>
            {line}
          </Text>
        ))}
      </ConfirmDialog>
    </>
  );
}

function Correct({ page }: { page: UpdatePage }) {
  const t = useWords('books');
  const correct = useCommand(correctUpdate);
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('update.correct')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('update.correct')}
        confirm={t('update.correct')}
        pending={correct.isPending}
        problem={correct.error}
        onClose={() => setAsked(false)}
        onConfirm={() => correct.mutate({ ...stepOf(page), reason }, { onSuccess: () => setAsked(false) })}
      >
        <Text size="sm" mb="xs">
          {t('update.correctText')}
        </Text>
        <Textarea
          label={t('update.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
