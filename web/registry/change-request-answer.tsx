import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  acceptChangeRequest,
  refuseChangeRequest,
  type ChangeRequestView,
} from '#contexts/registry/change-request.wire.ts';
import { addDays, today, type Day } from '#kernel/day.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Section } from '#web/ui/section.tsx';

type Choice = 'accept' | 'refuse';

/** The officer's yes or no. Who has moved on answers for a day on which the office was theirs. */
export function ChangeRequestAnswer({ request }: { request: ChangeRequestView }) {
  const t = useWords('registry');
  const [choice, setChoice] = useState<Choice | null>(null);
  const [answeredOn, setAnsweredOn] = useState<Day | ''>(request.may.answer ? '' : addDays(today(), -1));
  return (
    <Section title={t('changeRequest.answer')} lead={t('changeRequest.answerLead')}>
      {request.may.answerForPast && (
        <Stack gap="sm" mb="md" maw="32rem">
          <Alert color="clay" variant="light">
            {t('changeRequest.forPast')}
          </Alert>
          <DayInput label={t('changeRequest.answeredOn')} value={answeredOn} onChange={setAnsweredOn} required />
        </Stack>
      )}
      <Group gap="sm" data-noprint>
        <Button size="md" onClick={() => setChoice('accept')}>
          {t('changeRequest.accept')}
        </Button>
        <Button size="md" variant="default" onClick={() => setChoice('refuse')}>
          {t('changeRequest.refuse')}
        </Button>
      </Group>
      {choice !== null && (
        <AnswerDialog
          request={request}
          choice={choice}
          answeredOn={answeredOn === '' ? undefined : answeredOn}
          onClose={() => setChoice(null)}
        />
      )}
    </Section>
  );
}

interface AnswerDialogProps {
  readonly request: ChangeRequestView;
  readonly choice: Choice;
  readonly answeredOn: Day | undefined;
  readonly onClose: () => void;
}

function AnswerDialog({ request, choice, answeredOn, onClose }: AnswerDialogProps) {
  const t = useWords('registry');
  const [remarks, setRemarks] = useState('');
  const accept = useCommand(acceptChangeRequest, { stale: ['people', 'linkage', 'insight'] });
  const refuse = useCommand(refuseChangeRequest, { stale: ['insight'] });
  const { isPending, error } = choice === 'accept' ? accept : refuse;
  const answer = { request: request.id, round: request.round, ...(answeredOn !== undefined && { answeredOn }) };
  const send = (): void => {
    if (choice === 'refuse') refuse.mutate({ ...answer, remarks }, { onSuccess: onClose });
    else accept.mutate({ ...answer, ...(remarks.trim() !== '' && { remarks }) }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      opened
      title={t(`changeRequest.${choice}`)}
      confirm={t(`changeRequest.${choice}`)}
      pending={isPending}
      problem={error}
      onConfirm={send}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t(`changeRequest.${choice}Text`, { name: request.organisation.name })}</Text>
        <Textarea
          label={t('changeRequest.remarks')}
          required={choice === 'refuse'}
          autosize
          minRows={2}
          maxLength={1000}
          value={remarks}
          onChange={(event) => setRemarks(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
