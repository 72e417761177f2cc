import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { SampleId } from '#contexts/quality/lot.ts';
import { eraseSample } from '#contexts/quality/sample.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';

/** The name of who took the sample goes; the sample stays. */
export function EraseTaker({ sample, name }: { sample: SampleId; name: string }) {
  const t = useWords('quality');
  const [opened, { open, close }] = useDisclosure(false);
  const erase = useCommand(eraseSample);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        data-noprint
        aria-label={`${t('sample.erase')}: ${name}`}
        onClick={open}
      >
        {t('sample.erase')}
      </Button>
      {opened && (
        <ReasonDialog
          title={t('sample.erase')}
          confirm={t('sample.erase')}
          label={t('sample.eraseReason')}
          danger
          pending={erase.isPending}
          problem={erase.error}
          onConfirm={(reason) => erase.mutate({ sample, reason }, { onSuccess: close })}
          onClose={close}
        >
          {t('sample.eraseText', { name })}
        </ReasonDialog>
      )}
    </>
  );
}
