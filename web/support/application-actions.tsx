import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import { submitApplication, withdrawApplication } from '#contexts/support/application.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import type { ApplicationView } from './application.page.tsx';
import { supportPaths } from './paths.ts';

/** What the organisation may do with its application: change, hand in, withdraw. */
export function ApplicationActions({ application }: { application: ApplicationView }) {
  const t = useWords('support');
  const [isSubmitting, submitting] = useDisclosure(false);
  const [isWithdrawing, withdrawing] = useDisclosure(false);
  const submit = useCommand(submitApplication);
  const withdraw = useCommand(withdrawApplication);
  const { id, may, measure, organisation, areaM2 } = application;
  return (
    <>
      {may.edit && (
        <>
          <Button
            component={Link}
            to={supportPaths.check(measure.id, { organisation: organisation.id, areaM2: areaM2 ?? undefined })}
            variant="default"
          >
            {t('measure.check')}
          </Button>
          <Button component={Link} to={supportPaths.editApplication(id)} variant="default">
            {t('shell:edit')}
          </Button>
          <Button
            onClick={submitting.open}
            disabled={!may.submit}
            title={may.submit ? '' : t('application.areaMissing')}
          >
            {t('application.submit')}
          </Button>
        </>
      )}
      {may.withdraw && (
        <Button variant="subtle" color="red" onClick={withdrawing.open}>
          {t('application.withdraw')}
        </Button>
      )}
      <ConfirmDialog
        opened={isSubmitting}
        title={t('application.submit')}
        confirm={t('application.submit')}
        pending={submit.isPending}
        problem={submit.error}
        onClose={submitting.close}
        onConfirm={() => submit.mutate({ application: id }, { onSuccess: submitting.close })}
      >
        {t('application.submitQuestion')}
      </ConfirmDialog>
      <ConfirmDialog
        danger
        opened={isWithdrawing}
        title={t('application.withdraw')}
        confirm={t('application.withdraw')}
        pending={withdraw.isPending}
        problem={withdraw.error}
        onClose={withdrawing.close}
        onConfirm={() => withdraw.mutate({ application: id }, { onSuccess: withdrawing.close })}
      >
        {t('application.withdrawQuestion')}
      </ConfirmDialog>
    </>
  );
}
