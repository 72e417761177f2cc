import { Button, Group, Modal, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import type { DisbursementView } from '#contexts/support/application.wire.ts';
import type { DisbursementState } from '#contexts/support/disbursement.ts';
import { confirmDisbursement, disputeDisbursement, withdrawDisbursement } from '#contexts/support/disbursement.wire.ts';
import type { PartRow } from '#contexts/support/policy.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { countText, partName } from './grant-list.tsx';

const tones: Readonly<Record<DisbursementState, Tone>> = {
  recorded: 'waiting',
  confirmed: 'good',
  disputed: 'bad',
  withdrawn: 'neutral',
};

interface CardProps {
  readonly line: DisbursementView;
  readonly parts: readonly PartRow[];
}

const whatText = (parts: readonly PartRow[], line: DisbursementView): string =>
  line.count === null ? vndText(line.amountVnd) : `${countText(parts, line)} · ${vndText(line.amountVnd)}`;

/** One line handed over, made for a thumb: what came, and two buttons. */
export function DisbursementCard({ line, parts }: CardProps) {
  const t = useWords('support');
  return (
    <Paper withBorder p="md" radius="lg" component="article" maw="44rem">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>{partName(parts, line.part)}</Text>
          <Text size="xl" fw={600}>
            {whatText(parts, line)}
          </Text>
        </div>
        <StateBadge tone={tones[line.state]} label={t(`disbursement.state.${line.state}`)} />
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {dayText(line.givenOn)} · {line.reference} ·{' '}
        {t('disbursement.by', { who: t(`act.as.${line.recordedAs}`), day: dayText(line.recordedOn) })}
        {line.confirmedOn !== null && ` · ${t('disbursement.confirmedOn', { day: dayText(line.confirmedOn) })}`}
      </Text>
      {[line.note, line.dispute, line.settledNote].map(
        (text) =>
          text !== null &&
          text !== '' && (
            <Text key={text} size="sm" mt={4}>
              {text}
            </Text>
          ),
      )}
      <CardActions line={line} parts={parts} />
    </Paper>
  );
}

function CardActions({ line, parts }: CardProps) {
  const t = useWords('support');
  const [isConfirming, confirming] = useDisclosure(false);
  const [isDisputing, disputing] = useDisclosure(false);
  const [isWithdrawing, withdrawing] = useDisclosure(false);
  const confirm = useCommand(confirmDisbursement, { stale: ['insight'] });
  const close = { 'aria-label': t('shell:close') };
  return (
    <>
      {line.may.answer && (
        <Group grow mt="md" data-noprint>
          <Button size="md" leftSection={<IconCheck size={20} aria-hidden />} onClick={confirming.open}>
            {t('disbursement.confirm')}
          </Button>
          <Button size="md" variant="default" onClick={disputing.open}>
            {t('disbursement.dispute')}
          </Button>
        </Group>
      )}
      {line.may.withdraw && (
        <Button mt="sm" variant="subtle" onClick={withdrawing.open} data-noprint>
          {t('disbursement.withdraw')}
        </Button>
      )}
      <ConfirmDialog
        opened={isConfirming}
        title={t('disbursement.confirm')}
        confirm={t('disbursement.confirm')}
        pending={confirm.isPending}
        problem={confirm.error}
        onClose={confirming.close}
        onConfirm={() => confirm.mutate({ disbursement: line.id }, { onSuccess: confirming.close })}
      >
        {t('disbursement.confirmQuestion', { what: `${partName(parts, line.part)}: ${whatText(parts, line)}` })}
      </ConfirmDialog>
      <Modal opened={isDisputing} onClose={disputing.close} title={t('disbursement.dispute')} closeButtonProps={close}>
        <DisputeForm line={line} onDone={disputing.close} />
      </Modal>
      <Modal
        opened={isWithdrawing}
        onClose={withdrawing.close}
        title={t('disbursement.withdraw')}
        closeButtonProps={close}
      >
        <WithdrawForm line={line} onDone={withdrawing.close} />
      </Modal>
    </>
  );
}

interface AnswerFormProps {
  readonly line: DisbursementView;
  readonly onDone: () => void;
}

function DisputeForm({ line, onDone }: AnswerFormProps) {
  const t = useWords('support');
  const dispute = useCommand(disputeDisbursement);
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <FormShell
      method={disputeDisbursement}
      command={dispute}
      form={form}
      submit={t('disbursement.disputeSend')}
      toInput={({ reason }) => ({ disbursement: line.id, reason })}
      onDone={onDone}
    >
      <Textarea
        required
        label={t('disbursement.disputeReason')}
        maxLength={1_000}
        autosize
        minRows={3}
        {...form.getInputProps('reason')}
      />
    </FormShell>
  );
}

function WithdrawForm({ line, onDone }: AnswerFormProps) {
  const t = useWords('support');
  const withdraw = useCommand(withdrawDisbursement);
  const form = useForm({ initialValues: { note: '' } });
  return (
    <Stack>
      <FormShell
        method={withdrawDisbursement}
        command={withdraw}
        form={form}
        submit={t('disbursement.withdraw')}
        toInput={({ note }) => ({ disbursement: line.id, note })}
        onDone={onDone}
      >
        <Textarea
          required
          label={t('disbursement.withdrawNote')}
          maxLength={1_000}
          autosize
          minRows={3}
          {...form.getInputProps('note')}
        />
      </FormShell>
    </Stack>
  );
}
