import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { acceptAnswer, refuseAnswer } from '#contexts/credit/answer.wire.ts';
import type { AnswerId } from '#contexts/credit/dossier.ts';
import { useCommand } from '#web/lib/command.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

interface AnswerReplyProps {
  readonly answer: AnswerId;
  readonly bank: string;
  readonly amountVnd: number;
}

/** Takes the offer or does not; said once. */
export function AnswerReply({ answer, bank, amountVnd }: AnswerReplyProps) {
  const t = useWords('credit');
  const [asked, setAsked] = useState<'accept' | 'refuse'>();
  const [note, setNote] = useState('');
  const accept = useCommand(acceptAnswer);
  const refuse = useCommand(refuseAnswer);
  const close = () => setAsked(undefined);
  const dialog = (which: 'accept' | 'refuse') => {
    const command = which === 'accept' ? accept : refuse;
    return (
      <ConfirmDialog
        opened={asked === which}
        danger={which === 'refuse'}
        title={t(`answer.${which}Title`)}
        confirm={t(`answer.${which}`)}
        pending={command.isPending}
        problem={command.error}
        onClose={close}
        onConfirm={() => command.mutate({ answer, note: note.trim() }, { onSuccess: close })}
      >
        <Stack>
          {t(`answer.${which}Text`, { bank, amount: vndText(amountVnd) })}
          <Textarea
            label={t('answer.note')}
            description={t('shell:optional')}
            autosize
            minRows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    );
  };
  return (
    <Group gap="sm" mt="md" data-noprint>
      <Button size="md" onClick={() => setAsked('accept')}>
        {t('answer.accept')}
      </Button>
      <Button size="md" variant="default" onClick={() => setAsked('refuse')}>
        {t('answer.refuse')}
      </Button>
      {dialog('accept')}
      {dialog('refuse')}
    </Group>
  );
}
