import { Button, Group, Modal, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { closeApplication, type DisbursementView } from '#contexts/support/application.wire.ts';
import { handedOver } from '#contexts/support/disbursement.ts';
import { useCommand } from '#web/lib/command.ts';
import { numberText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { Section } from '#web/ui/section.tsx';
import type { ApplicationView } from './application.page.tsx';
import { DisbursementCard } from './disbursement-card.tsx';
import { DisbursementForm } from './disbursement.form.tsx';
import { countText, partName } from './grant-list.tsx';

/** What was approved, what came of it, and the receipts. */
export function DisbursementSection({ application }: { application: ApplicationView }) {
  const t = useWords('support');
  const [isRecording, recording] = useDisclosure(false);
  const [isClosing, closing] = useDisclosure(false);
  const { granted, parts, disbursements, may } = application;
  return (
    <Section
      title={t('disbursement.title')}
      actions={
        <>
          {may.handOver && <Button onClick={recording.open}>{t('disbursement.record')}</Button>}
          {may.close && (
            <Button variant="default" onClick={closing.open}>
              {t('disbursement.close')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="sm">
        {granted.map((one) => {
          const came = handedOver(one.part, disbursements);
          return (
            <Group key={one.part} justify="space-between" gap="xs" maw="44rem">
              <Text fw={600}>{partName(parts, one.part)}</Text>
              <Text>
                {t('disbursement.handed')}{' '}
                {one.count === null
                  ? `${vndText(came.amountVnd)} / ${vndText(one.amountVnd)}`
                  : `${numberText(came.count)} / ${countText(parts, one)}`}
              </Text>
            </Group>
          );
        })}
        {disbursements.length === 0 && <EmptyState title={t('disbursement.empty')} />}
        {[...disbursements].sort(openFirst).map((line) => (
          <DisbursementCard key={line.id} line={line} parts={parts} />
        ))}
      </Stack>
      <Modal
        opened={isRecording}
        onClose={recording.close}
        title={t('disbursement.record')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <DisbursementForm application={application} onDone={recording.close} />
      </Modal>
      <Modal
        opened={isClosing}
        onClose={closing.close}
        title={t('disbursement.close')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <CloseForm application={application} onDone={closing.close} />
      </Modal>
    </Section>
  );
}

/** What waits for an answer stands first. */
const rank = ({ state }: DisbursementView): number => ['recorded', 'disputed', 'confirmed', 'withdrawn'].indexOf(state);
const openFirst = (a: DisbursementView, b: DisbursementView): number => rank(a) - rank(b);

function CloseForm({ application, onDone }: { application: ApplicationView; onDone: () => void }) {
  const t = useWords('support');
  const close = useCommand(closeApplication);
  const form = useForm({ initialValues: { remarks: '' } });
  return (
    <Paper>
      <FormShell
        method={closeApplication}
        command={close}
        form={form}
        submit={t('disbursement.close')}
        toInput={({ remarks }) => ({ application: application.id, remarks })}
        onDone={onDone}
      >
        <Textarea
          required
          label={t('disbursement.closeReason')}
          description={t('disbursement.closeHint')}
          maxLength={4_000}
          {...form.getInputProps('remarks')}
        />
      </FormShell>
    </Paper>
  );
}
